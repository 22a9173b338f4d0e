import { describe, expect, it } from 'vitest'
import type { Text } from '#kernel/contract/text.ts'
import { formatWhen } from '#kernel/web/format.ts'
import { localise } from '#kernel/web/messages.ts'
import { orderSentence } from './order-sentence.ts'

type Told = Parameters<typeof orderSentence>[0]

const now = '2026-11-23T10:00:00+08:00'
const format = { when: (value: string | number | Date) => formatWhen(value, 'zh-CN', now) }
const say = (words: Text | string, values?: Record<string, string>) => localise(words, 'zh-CN', values)

const order: Told = {
  state: 'TAKEN',
  holder: {
    role: 'WORKER',
    personId: null,
    name: '王师傅',
    phone: null,
    since: '2026-11-23T09:12:00+08:00',
    dueAt: null,
  },
  worker: { id: '', name: '王师傅' },
  pauseReason: null,
  createdAt: '2026-11-23T09:00:00+08:00',
  startedAt: null,
  finishedAt: null,
  completedAt: null,
  respondDueAt: '2026-11-23T09:30:00+08:00',
  finishDueAt: '2026-11-23T14:00:00+08:00',
  onTime: null,
  closingResult: null,
  can: {},
}
const told = (change: Partial<Told>) =>
  orderSentence({ ...order, ...change }, say, format).replaceAll('\u00a0', ' ')

describe('the sentence of an order', () => {
  it('says who holds it, since when, promised when', () => {
    expect(told({})).toBe('王师傅 今天 09:12 接单，承诺今天 14:00 前办好')
    expect(told({ state: 'PAUSED', pauseReason: 'PARTS' })).toBe(
      '王师傅 今天 09:12 起暂停：等配件，恢复后继续计时',
    )
  })

  it('promises an answer before it promises an end', () => {
    expect(told({ state: 'SUBMITTED' })).toBe('王师傅 今天 09:12 收到，承诺今天 09:30 前答复您')
    expect(told({ state: 'ACCEPTED', finishDueAt: null })).toContain('尽快办好')
  })

  it('asks only those who may confirm, and tells whether the promise was kept', () => {
    const finishedAt = '2026-11-23T09:50:00+08:00'
    expect(told({ state: 'FINISHED', finishedAt, can: { confirm: true } })).toBe(
      '王师傅 今天 09:50 办好，等您确认',
    )
    expect(told({ state: 'FINISHED', finishedAt })).toContain('等报修人确认')
    expect(told({ state: 'COMPLETED', finishedAt, onTime: false })).toContain('晚于承诺时间')
  })
})
