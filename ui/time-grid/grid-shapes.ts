import type { StateTone } from '#kernel/contract/states.ts'
import type { Text } from '#kernel/contract/text.ts'

/** From one moment to another, half-open; ISO 8601 with its zone, as the API gives them. */
export interface GridSpan {
  from: string
  to: string
}

/** What time is given out of: a room, a vehicle, a driver. */
export interface GridRow {
  id: string
  title: string
  /** Seats, plate, telephone: a few words below the name. */
  note?: string
  /** When it is not there at all. */
  closed?: readonly (GridSpan & { reason?: Text | string })[]
}

/** Who holds a row, when. */
export interface GridItem extends GridSpan {
  id: string
  rowId: string
  /** What stands on it; leave it out for a private one, which then only says that the time is taken. */
  title?: string
  note?: string
  tone: StateTone
  /** The word of its state. */
  state: Text | string
  movable: boolean
  /** Asked for, not yet granted; it holds its time all the same. */
  waiting?: boolean
  /** The reader may know that the time is taken, nothing more: it neither opens nor moves. */
  private?: boolean
  bufferBeforeMinutes?: number
  bufferAfterMinutes?: number
  /** For screen readers, instead of what the grid says by itself. */
  label?: string
}

/** Time that nobody gets: a blackout, maintenance. */
export interface BlockedSpan extends GridSpan {
  rowId: string
  reason: Text | string
}

export type GridView = 'day' | 'week' | 'month'

/** The hours shown, on the clock of China; 7 and 21, or 7.5. */
export interface GridHours {
  from: number
  to: number
}

/** A time in a row: what is to be made, or where something is moved. */
export interface PlacedSpan extends GridSpan {
  rowId: string
}

/** Why this time in this row cannot be had, in the reader's words; null when it can. */
export type FindClashWords = (
  rowId: string,
  from: string,
  to: string,
  exceptId: string | null,
) => string | null

/** What is dragged from outside over the grid, with its own time; `refused` says why a row cannot take it. */
export interface CarriedSpan extends GridSpan {
  refused?: (rowId: string) => string | null
}

export interface TimeGridProps {
  /** What the grid shows, for screen readers. */
  label: string
  rows: readonly GridRow[]
  items: readonly GridItem[]
  blocked?: readonly BlockedSpan[]
  /** `2026-11-22`; the week and the month around it, too. */
  day: string
  view: GridView
  hours?: GridHours
  /** What times snap to; a week of several rows snaps to 30 at least. */
  stepMinutes?: number
  /** How long what a single click or Enter begins is, when that is free. */
  makeMinutes?: number
  /** For the line of now; the clock of the page when absent. */
  now?: string
  selected?: string | null
  clash?: FindClashWords
  /** A promise keeps the drawn span in its place until it settles. */
  onMake?: (span: PlacedSpan) => unknown
  onMove?: (change: PlacedSpan & { id: string }) => unknown
  /** Set while something of the page is dragged (HTML drag and drop), so that a row may take it by `onDrop`. */
  carried?: CarriedSpan | null
  onDrop?: (span: PlacedSpan) => unknown
  onOpen?: (id: string) => void
  /** A day of the week or month was chosen. */
  onDay?: (day: string) => void
}
