import { describe, expect, it } from 'vitest'
import { guessKind } from './guess-kind.ts'

describe('guessing the kind of a fault from an old sheet', () => {
  it.each([
    ['电梯异响', '', 'ELEVATOR'],
    ['空调不制冷', '', 'AIR_CONDITIONING'],
    ['空调漏水', '卫生间', 'AIR_CONDITIONING'],
    ['灯具不亮', '', 'PLUMBING_ELECTRIC'],
    ['下水堵塞', '', 'PLUMBING_ELECTRIC'],
    ['线路改造', '', 'PLUMBING_ELECTRIC'],
    ['漏水', '卫生间', 'PLUMBING_ELECTRIC'],
    ['漏水', '屋面', 'ROOF_WALLS'],
    ['墙皮脱落', '', 'ROOF_WALLS'],
    ['门锁损坏', '', 'DOORS_WINDOWS'],
    ['网口没信号', '', 'NETWORK'],
    ['椅子坏了', '', 'OTHER'],
  ])('%s %s is %s', (description, place, kind) => {
    expect(guessKind(description, place)).toBe(kind)
  })
})
