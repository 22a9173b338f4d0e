import { describe, expect, it } from 'vitest'
import { minuteOf } from './china-minutes.ts'
import { indexClashes } from './find-clash.ts'
import type { GridItem } from './grid-shapes.ts'

const iso = (clock: string) => `2026-11-23T${clock}:00+08:00`
const item = (
  id: string,
  rowId: string,
  from: string,
  to: string,
  more: Partial<GridItem> = {},
): GridItem => ({
  id,
  rowId,
  from: iso(from),
  to: iso(to),
  title: id,
  tone: 'good',
  state: '已定',
  movable: true,
  ...more,
})

const find = indexClashes(
  [{ id: 'a', title: 'A', closed: [{ from: iso('07:00'), to: iso('08:00'), reason: '未开门' }] }],
  [
    item('x', 'a', '09:00', '10:00', { bufferAfterMinutes: 30 }),
    item('y', 'a', '14:00', '15:00', { bufferBeforeMinutes: 15, waiting: true }),
    item('z', 'b', '09:00', '18:00'),
  ],
  [{ rowId: 'a', from: iso('18:00'), to: iso('19:00'), reason: '检修' }],
)
const ask = (from: string, to: string, except: string | null = null, row = 'a') =>
  find(row, minuteOf(iso(from)), minuteOf(iso(to)), except)

describe('what stands in the way', () => {
  it('is an item of the same row at the same time, whether granted or waiting', () => {
    expect(ask('09:30', '11:00')).toMatchObject({ kind: 'item', item: { id: 'x' } })
    expect(ask('13:50', '14:15')).toMatchObject({ kind: 'item', item: { id: 'y' } })
    expect(ask('11:00', '13:00')).toBeNull()
  })

  it('is not the item itself, nor one that only touches', () => {
    expect(ask('09:15', '10:15', 'x')).toBeNull()
    expect(ask('08:00', '09:00')).toBeNull()
    expect(ask('18:00', '18:30', null, 'b')).toBeNull()
  })

  it('is what another needs before or after, and what the moved one needs', () => {
    expect(ask('10:15', '11:00')).toMatchObject({ kind: 'buffer', item: { id: 'x' } })
    expect(ask('10:30', '11:00')).toBeNull()
    expect(ask('13:00', '13:50')).toMatchObject({ kind: 'buffer', item: { id: 'y' } })
    // x needs half an hour after itself, which would run into y's quarter before.
    expect(ask('12:45', '13:30', 'x')).toMatchObject({ kind: 'buffer', item: { id: 'y' } })
    expect(ask('12:30', '13:15', 'x')).toBeNull()
  })

  it('is a blackout or a closed time, with its reason', () => {
    expect(ask('17:30', '18:30')).toEqual({ kind: 'blocked', reason: '检修' })
    expect(ask('07:30', '08:30')).toEqual({ kind: 'closed', reason: '未开门' })
    expect(ask('19:00', '20:00')).toBeNull()
  })
})
