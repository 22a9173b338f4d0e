import { describe, expect, it } from 'vitest'
import { clockSpan, minuteOf } from './china-minutes.ts'
import type { GridItem, TimeGridProps } from './grid-shapes.ts'
import { layLines } from './lay-lines.ts'
import { type Deed, type KeyScene, type KeyState, pressKey } from './press-key.ts'

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

const props: TimeGridProps = {
  label: 'rooms',
  rows: [
    { id: 'a', title: 'A' },
    { id: 'b', title: 'B' },
  ],
  items: [
    item('x', 'a', '09:00', '10:00'),
    item('inside', 'a', '09:15', '09:45'),
    item('fixed', 'b', '12:00', '13:00', { movable: false }),
  ],
  day: '2026-11-23',
  view: 'day',
}

const sceneOf = (changed: Partial<TimeGridProps> = {}, view: 'day' | 'week' = 'day'): KeyScene => ({
  layout: layLines({ ...props, ...changed }, view),
  canMake: true,
  canMove: true,
  firstSpan: (_, from) => ({ from, to: from + 60 }),
})

/** Where a row of keys leads; `S-` is Shift. */
function play(scene: KeyScene, state: KeyState, ...keys: string[]): { state: KeyState; deeds: Deed[] } {
  const deeds: Deed[] = []
  let now = state
  for (const key of keys) {
    const shift = key.startsWith('S-')
    const answer = pressKey(now, { key: shift ? key.slice(2) : key, shift }, scene)
    if (!answer) throw new Error(`nobody takes ${key}`)
    now = answer.state
    if (answer.deed) deeds.push(answer.deed)
  }
  return { state: now, deeds }
}

const standing = (line: number, clock: string, id: string | null = null): KeyState => ({
  mode: 'walk',
  place: { line, at: minuteOf(iso(clock)) - minuteOf(iso('07:00')), id },
})
const heldOf = (state: KeyState) =>
  state.mode === 'walk' ? null : `${state.place.line} ${clockSpan(state.span.from, state.span.to)}`

describe('walking', () => {
  const scene = sceneOf()
  it('stops at free steps and at every item, also one at the same time as another', () => {
    const path = ['ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft']
    const visited: (string | number)[] = []
    let state = standing(0, '08:45')
    for (const key of path) {
      state = play(scene, state, key).state
      visited.push(state.place.id ?? state.place.at)
    }
    expect(visited).toEqual(['x', 'inside', 180, 'inside', 'x', 105])
  })

  it('keeps the time from row to row, and stays within the grid', () => {
    expect(play(scene, standing(0, '12:15'), 'ArrowDown').state.place).toMatchObject({ line: 1, id: 'fixed' })
    expect(play(scene, standing(0, '08:00'), 'ArrowDown', 'ArrowDown').state.place).toEqual({
      line: 1,
      at: 60,
      id: null,
    })
    expect(play(scene, standing(0, '08:00'), 'ArrowUp', 'Home', 'ArrowLeft').state.place.at).toBe(0)
    expect(play(scene, standing(0, '08:00'), 'End', 'ArrowRight').state.place.at).toBe(14 * 60 - 15)
  })

  it('opens an item by Enter, and leaves keys alone that are not its own', () => {
    expect(play(scene, standing(0, '09:00', 'x'), 'Enter').deeds).toEqual([{ kind: 'open', id: 'x' }])
    for (const key of ['Tab', 'Escape', 'a', '/'])
      expect(pressKey(standing(0, '09:00', 'x'), { key, shift: false }, scene)).toBeNull()
    expect(pressKey(standing(0, '08:00'), { key: 'm', shift: false }, scene)).toBeNull()
  })
})

describe('making', () => {
  const scene = sceneOf()
  it('begins by Enter, moves, stretches at both ends, and is made by Enter', () => {
    const { state, deeds } = play(
      scene,
      standing(0, '13:00'),
      ...['Enter', 'S-ArrowRight', 'S-ArrowRight', 'ArrowRight', 'ArrowDown', 'S-ArrowUp'],
    )
    expect(heldOf(state)).toBe('1 13:00–14:45')
    expect(deeds).toEqual([])
    const made = play(scene, state, 'Enter')
    expect(made.deeds).toEqual([
      { kind: 'make', line: 1, span: { from: minuteOf(iso('13:00')), to: minuteOf(iso('14:45')) } },
    ])
    expect(made.state).toMatchObject({ mode: 'walk', place: { line: 1, at: 360 } })
  })

  it('is given up by Escape; without leave to make, Enter does nothing', () => {
    const { state, deeds } = play(scene, standing(0, '13:00'), 'Enter', 'ArrowDown', 'Escape')
    expect([state.mode, deeds]).toEqual(['walk', [{ kind: 'cancelled' }]])
    const reader = { ...scene, canMake: false }
    expect(pressKey(standing(0, '13:00'), { key: 'Enter', shift: false }, reader)).toBeNull()
  })
})

describe('carrying', () => {
  const scene = sceneOf()
  it('picks up by m, moves by arrows to another row, stretches with Shift, and drops by Enter', () => {
    const { state, deeds } = play(
      scene,
      standing(0, '09:00', 'x'),
      ...['m', 'ArrowRight', 'ArrowDown', 'S-ArrowRight', 'S-ArrowDown', 'Enter'],
    )
    expect(deeds).toEqual([
      { kind: 'picked' },
      { kind: 'move', line: 1, id: 'x', span: { from: minuteOf(iso('09:30')), to: minuteOf(iso('10:30')) } },
    ])
    expect(state).toMatchObject({ mode: 'walk', place: { line: 1, id: 'x' } })
  })

  it('goes back where it was by Escape', () => {
    const { state, deeds } = play(scene, standing(0, '09:00', 'x'), 'm', 'ArrowDown', 'ArrowRight', 'Escape')
    expect(state).toEqual(standing(0, '09:00', 'x'))
    expect(deeds).toEqual([{ kind: 'picked' }, { kind: 'cancelled' }])
  })

  it('holds other keys back while something is in the hand, but for Tab', () => {
    const { state } = play(scene, standing(0, '09:00', 'x'), 'm')
    expect(pressKey(state, { key: 'm', shift: false }, scene)).toEqual({ state, deed: null })
    expect(pressKey(state, { key: 'Tab', shift: false }, scene)).toBeNull()
  })

  it('leaves in its place what may not move, what is private, and everything for readers', () => {
    const fixed = standing(1, '12:00', 'fixed')
    expect(play(scene, fixed, 'm').deeds).toEqual([{ kind: 'fixed', id: 'fixed' }])
    const hidden = sceneOf({ items: [item('p', 'a', '09:00', '10:00', { private: true })] })
    expect(play(hidden, standing(0, '09:00', 'p'), 'm').deeds).toEqual([{ kind: 'fixed', id: 'p' }])
    const reader = { ...scene, canMove: false }
    expect(play(reader, standing(0, '09:00', 'x'), 'm').deeds).toEqual([{ kind: 'fixed', id: 'x' }])
  })

  it('goes from day to day in the week of one row, at the same time', () => {
    const week = sceneOf({ rows: [{ id: 'a', title: 'A' }] }, 'week')
    expect(week.layout.lines).toHaveLength(7)
    const { state } = play(week, standing(0, '09:00', 'x'), 'm', 'ArrowDown', 'ArrowDown')
    expect(heldOf(state)).toBe('2 09:00–10:00')
    expect(state.mode === 'carry' && state.span.from).toBe(minuteOf('2026-11-25T09:00:00+08:00'))
  })
})
