import { describe, expect, it } from 'vitest'
import { useWorld } from '#test/harness.ts'
import { repairs } from '../module.ts'
import { reportFault } from './test-story.ts'

describe('the list of repairs', () => {
  const world = useWorld()

  it('finds by words and filters together, newest first, page by page, and its sheet holds the same', async () => {
    const reported: string[] = []
    for (const [description, kind] of [
      ['空调不制冷', 'AIR_CONDITIONING'],
      ['电梯里空调漏水', 'ELEVATOR'],
      ['绿植枯黄', 'GREENING'],
      ['空调噪声大', 'AIR_CONDITIONING'],
    ] as const) {
      reported.unshift((await reportFault(world, { description, kind })).number)
      world.clock.advance({ minutes: 1 })
    }
    const [loud, , inLift, warm] = reported
    const dispatcher = world.as('dispatcher')
    const list = (input: object) => dispatcher.call(repairs.actions.listRepairs, input)
    const found = async (input: object) => (await list(input)).items.map(({ number }) => number)
    expect(await found({})).toEqual(reported)
    expect(await found({ search: '空调' })).toEqual([loud, inLift, warm])
    expect(await found({ search: '空调', kind: 'AIR_CONDITIONING' })).toEqual([loud, warm])
    expect(await found({ search: '空调 电梯' })).toEqual([inLift])
    expect(await found({ search: '空调 绿植' })).toEqual([])
    const one = await list({ search: '空调', limit: 2 })
    const two = await list({ search: '空调', limit: 2, cursor: one.next ?? '' })
    expect([...one.items, ...two.items].map(({ number }) => number)).toEqual([loud, inLift, warm])
    expect(two.next).toBeNull()
    const sheet = await dispatcher.get('/api/repairs/export?format=csv&search=空调')
    const numbers = sheet.bytes.toString('utf8').match(/WX-\d{8}-\d{4}/g) ?? []
    expect(numbers).toEqual([loud, inLift, warm])
  })
})
