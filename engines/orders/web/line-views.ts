import type { ComponentType } from 'react'
import type { OrderDetail } from '../schema.ts'

/** What a service line adds to the page of one of its orders. */
export interface LineViewProps {
  order: OrderDetail
  /** `first` stands under the buttons (what is wrong, photos); `rest` after the steps (work, checklists, repeats). */
  part: 'first' | 'rest'
}

export type LineView = ComponentType<LineViewProps>

const views = new Map<string, () => Promise<{ default: LineView }>>()

/**
 * A service line names the view of its orders, once, when its web part is loaded. Engines know no service, so the page
 * everybody shares asks here by `order.line`.
 */
export function showLine(line: string, load: () => Promise<{ default: LineView }>): void {
  views.set(line, load)
}

/** How to fetch the view of a line; undefined where a line adds nothing. */
export function lineViewOf(line: string): (() => Promise<{ default: LineView }>) | undefined {
  return views.get(line)
}
