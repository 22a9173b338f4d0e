import type { KeyboardEvent } from 'react'

const steps: Record<string, [across: number, down: number]> = {
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  j: [0, 1],
  k: [0, -1],
  l: [1, 0],
  h: [-1, 0],
}

/**
 * Moves from card to card: up and down inside a column or lane, left and right to the next that has any.
 * Answers whether the key was one of these.
 */
export function moveFocus(event: KeyboardEvent): boolean {
  const step = steps[event.key]
  if (!step || !(event.target instanceof HTMLElement)) return false
  const groups = [...document.querySelectorAll<HTMLElement>('[data-board-group]')]
    .map((group) => [...group.querySelectorAll<HTMLElement>('.board-open')])
    .filter((cards) => cards.length > 0)
  const target = event.target
  const column = groups.findIndex((cards) => cards.includes(target))
  const row = groups[column]?.indexOf(target) ?? -1
  const [across, down] = step
  const cards = groups[Math.min(groups.length - 1, Math.max(0, column + across))] ?? []
  const next = cards[Math.min(cards.length - 1, Math.max(0, row + down))]
  next?.focus()
  next?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  return true
}

/** Puts the focus on the first card, for a board that nothing is focused on yet. */
export function focusFirstCard(): void {
  document.querySelector<HTMLElement>('.board-open')?.focus()
}
