import { minuteAt, offsetOf, type Span } from './axis.ts'
import { itemAtPlace, type Place, stopsOf, walkAcross, walkAlong } from './grid-cursor.ts'
import type { GridLayout } from './lay-lines.ts'
import { shiftSpan, stretchSpan } from './snap-span.ts'

/** Walking over the grid; drawing a new span; carrying an item that was picked up at `home`. */
export type KeyState =
  | { mode: 'walk'; place: Place }
  | { mode: 'make'; place: Place; span: Span }
  | { mode: 'carry'; place: Place; span: Span; id: string; home: Place }

/** What the key asks for; the grid does it, or says why not. */
export type Deed =
  | { kind: 'make'; line: number; span: Span }
  | { kind: 'move'; line: number; span: Span; id: string }
  | { kind: 'open'; id: string }
  /** It may not be picked up. */
  | { kind: 'fixed'; id: string }
  | { kind: 'picked' }
  | { kind: 'cancelled' }

export interface KeyAnswer {
  state: KeyState
  deed: Deed | null
}

export interface KeyScene {
  layout: GridLayout
  canMake: boolean
  canMove: boolean
  /** The span that Enter begins on a free step. */
  firstSpan: (line: number, from: number) => Span
}

export interface KeyPress {
  key: string
  shift: boolean
}

const directions: Record<string, -1 | 1> = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }

/** What a key does; null when the grid has no use for it. */
export function pressKey(state: KeyState, press: KeyPress, scene: KeyScene): KeyAnswer | null {
  return state.mode === 'walk' ? walk(state, press, scene) : hold(state, press, scene)
}

function walk(
  state: Extract<KeyState, { mode: 'walk' }>,
  press: KeyPress,
  scene: KeyScene,
): KeyAnswer | null {
  const { axis, lines } = scene.layout
  const { place } = state
  const line = lines[place.line]
  if (!line) return null
  const to = (next: Place): KeyAnswer => ({ state: { mode: 'walk', place: next }, deed: null })
  const here = itemAtPlace(line, place)
  const stops = () => stopsOf(axis, line, place.line)
  switch (press.key) {
    case 'ArrowLeft':
    case 'ArrowRight':
      return to(walkAlong(axis, line, place, directions[press.key]!))
    case 'ArrowUp':
    case 'ArrowDown': {
      const index = place.line + directions[press.key]!
      const other = lines[index]
      return to(other ? walkAcross(other, place, index) : place)
    }
    case 'Home':
      return to(stops()[0] ?? place)
    case 'End':
      return to(stops().at(-1) ?? place)
    case 'Enter':
    case ' ': {
      if (here) return { state, deed: { kind: 'open', id: here.item.id } }
      if (!scene.canMake) return null
      const span = scene.firstSpan(place.line, minuteAt(axis, line.days, place.at))
      return { state: { mode: 'make', place, span }, deed: null }
    }
    case 'm':
    case 'M': {
      if (!here) return null
      const { item, from, to: end } = here
      if (!scene.canMove || !item.movable || item.private)
        return { state, deed: { kind: 'fixed', id: item.id } }
      const span = { from, to: end }
      return { state: { mode: 'carry', place, span, id: item.id, home: place }, deed: { kind: 'picked' } }
    }
    default:
      return null
  }
}

function hold(
  state: Extract<KeyState, { mode: 'make' | 'carry' }>,
  press: KeyPress,
  scene: KeyScene,
): KeyAnswer | null {
  const { place, span } = state
  const direction = directions[press.key]
  if (direction !== undefined) return { state: push(state, press, direction, scene), deed: null }
  const rest: KeyState = { mode: 'walk', place: { ...place, id: state.mode === 'carry' ? state.id : null } }
  if (press.key === 'Enter' || press.key === ' ') {
    const deed: Deed =
      state.mode === 'make'
        ? { kind: 'make', line: place.line, span }
        : { kind: 'move', line: place.line, span, id: state.id }
    return { state: rest, deed }
  }
  if (press.key === 'Escape') {
    const back: KeyState = state.mode === 'carry' ? { mode: 'walk', place: state.home } : rest
    return { state: back, deed: { kind: 'cancelled' } }
  }
  // While something is in the hand no other key leads away from it; Tab does, and lets go.
  return press.key === 'Tab' ? null : { state, deed: null }
}

/** The held span one step or line further, or with Shift one step longer or shorter. */
function push(
  state: Extract<KeyState, { mode: 'make' | 'carry' }>,
  press: KeyPress,
  direction: -1 | 1,
  { layout: { axis, lines } }: KeyScene,
): KeyState {
  const { place, span } = state
  const line = lines[place.line]!
  const sideways = press.key === 'ArrowLeft' || press.key === 'ArrowRight'
  const at = (index: number, next: Span): KeyState => {
    const start = offsetOf(axis, lines[index]!.days, next.from)
    return { ...state, place: { ...place, line: index, at: start }, span: next }
  }
  if (press.shift) {
    // Sideways pulls the end; up and down pull the beginning.
    const end = sideways ? 'to' : 'from'
    return at(place.line, stretchSpan(axis, line.days, span, end, span[end] + direction * axis.step))
  }
  if (sideways) return at(place.line, shiftSpan(axis, line.days, span, direction))
  const index = place.line + direction
  const other = lines[index]
  if (!other) return state
  // Lines that are days: the same time on another day.
  const later = other.days[0]! - line.days[0]!
  return at(index, { from: span.from + later, to: span.to + later })
}
