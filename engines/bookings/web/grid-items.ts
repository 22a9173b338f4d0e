import type { OutputOf } from '#kernel/contract/action.ts'
import type { Text } from '#kernel/contract/text.ts'
import type { BlockedSpan, GridItem, GridRow } from '#ui/time-grid/time-grid.tsx'
import type { bookings } from '../module.ts'
import { bookingStates } from '../states.ts'
import { ranks } from '../words.ts'

type Grid = OutputOf<(typeof bookings.actions)['readGrid']>
const minute = 60_000

/** Everything the time grid draws of an answer; nothing while there is none. */
export function drawn(
  grid: Grid | undefined,
  say: (words: Text) => string,
): { rows: GridRow[]; items: GridItem[]; blocked: BlockedSpan[] } {
  if (!grid) return { rows: [], items: [], blocked: [] }
  return {
    rows: grid.resources.map(({ id, name, site, capacity }) => ({
      id,
      title: name,
      note: [site?.name, capacity ? say({ zh: `${capacity} 人`, en: `${capacity} seats` }) : null]
        .filter(Boolean)
        .join(' · '),
    })),
    items: itemsOf(grid, say),
    blocked: grid.blackouts.map(({ resourceId, from, to, reason }) => ({
      rowId: resourceId,
      from,
      to,
      reason,
    })),
  }
}

/** A booking of several rooms stands in each of them. */
function itemsOf(grid: Grid, say: (words: Text) => string): GridItem[] {
  return grid.items.map((item) => {
    const state = bookingStates.states[item.state]
    const buffer = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / minute)
    return {
      id: `${item.bookingId}/${item.resourceId}`,
      rowId: item.resourceId,
      from: item.from,
      to: item.to,
      ...(item.hidden ? { private: true } : { title: item.title }),
      note: [item.unitName, item.rank === 'ORDINARY' ? null : say(ranks[item.rank])]
        .filter(Boolean)
        .join(' · '),
      tone: state.tone,
      state: state.title,
      movable: item.can.move === true,
      bufferBeforeMinutes: buffer(item.occupiedFrom ?? item.from, item.from),
      bufferAfterMinutes: Math.max(0, buffer(item.to, item.occupiedTo ?? item.to)),
    }
  })
}
