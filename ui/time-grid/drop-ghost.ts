import { isoOf, minuteOf } from './china-minutes.ts'
import type { Ghost, GridDesk } from './grid-desk.ts'

/** A ghost for a span in a line, with the words of its clash. */
export function ghostAt({ now }: GridDesk, ghost: Omit<Ghost, 'clash'>): Ghost {
  const { layout, clash } = now.current
  return { ...ghost, clash: clash(layout.lines[ghost.line]!.row.id, ghost.span, ghost.id) }
}

/** A row, and the day when the grid shows several, in words. */
export function whereOf({ now }: GridDesk, { line, span }: Pick<Ghost, 'line' | 'span'>): string {
  const { layout, words } = now.current
  return words.where(layout.lines[line]!.row, span.from, layout.days.length > 1 || layout.linesAreDays)
}

/** What is in the hand, where and when, and what it clashes with, as a sentence. */
export function tellGhost(desk: GridDesk, ghost: Ghost): string {
  const { words } = desk.now.current
  const values = { where: whereOf(desk, ghost), time: words.span(ghost.span.from, ghost.span.to) }
  const told = words.t(ghost.kind === 'move' ? 'moving' : 'making', values)
  return ghost.clash ? `${told} ${ghost.clash}` : told
}

/** Makes or moves what is in the hand; on a clash nothing happens but that it is said. */
export function dropGhost(desk: GridDesk, ghost: Ghost): void {
  desk.ghost.set(null)
  if (ghost.clash !== null) refuse(desk, ghost.kind, ghost.clash)
  else if (ghost.kind === 'make') make(desk, ghost)
  else if (ghost.kind === 'drop') take(desk, ghost)
  else move(desk, ghost)
}

function placeOf(desk: GridDesk, { line, span }: Ghost) {
  const rowId = desk.now.current.layout.lines[line]!.row.id
  return { rowId, from: isoOf(span.from), to: isoOf(span.to) }
}

function wordsOf(desk: GridDesk, ghost: Ghost) {
  const { words } = desk.now.current
  return { where: whereOf(desk, ghost), time: words.span(ghost.span.from, ghost.span.to) }
}

function make(desk: GridDesk, ghost: Ghost): void {
  const { props, words } = desk.now.current
  desk.said.set({ words: words.t('made', wordsOf(desk, ghost)), bad: false })
  keepUntilSettled(desk, ghost, props.onMake?.(placeOf(desk, ghost)))
}

/** Gives what was dragged from outside to its new row; the page says what became of it. */
function take(desk: GridDesk, ghost: Ghost): void {
  keepUntilSettled(desk, ghost, desk.now.current.props.onDrop?.(placeOf(desk, ghost)))
}

function move(desk: GridDesk, ghost: Ghost): void {
  const { props, words } = desk.now.current
  const { id, span } = ghost
  const item = props.items.find((one) => one.id === id)
  if (!item || id === null) return
  const place = placeOf(desk, ghost)
  const putBack =
    item.rowId === place.rowId && minuteOf(item.from) === span.from && minuteOf(item.to) === span.to
  if (putBack) {
    desk.said.set(null)
    return
  }
  const told = { ...wordsOf(desk, ghost), title: words.titleOf(item) }
  desk.said.set({ words: words.t('moved', told), bad: false })
  keepUntilSettled(desk, ghost, props.onMove?.({ id, ...place }))
}

/** Says that nothing was made or moved, and why. */
export function refuse(desk: GridDesk, kind: Ghost['kind'], clash: string): void {
  const { words } = desk.now.current
  desk.said.set({ words: words.t(kind === 'move' ? 'refusedMove' : 'refusedMake', { clash }), bad: true })
}

/** While the answer is awaited, what was drawn stays; a newer ghost is not taken away. */
function keepUntilSettled(desk: GridDesk, ghost: Ghost, answer: unknown): void {
  if (!(answer instanceof Promise)) return
  const kept = { ...ghost }
  desk.ghost.set(kept)
  const release = () => {
    if (desk.ghost.get() === kept) desk.ghost.set(null)
  }
  answer.then(release, release)
}
