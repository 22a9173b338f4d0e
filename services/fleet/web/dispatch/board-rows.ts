import type { Text } from '#kernel/contract/text.ts'
import type { BlockedSpan, GridItem, GridRow } from '#ui/time-grid/time-grid.tsx'
import { tripStates } from '../../states.ts'
import { pools } from '../../words.ts'
import type { Board, BoardTrip } from './board-types.ts'

export type BoardSide = 'vehicles' | 'drivers'

const seats = (n: number): Text => ({ zh: `${n} 座`, en: `${n} seats` })
const people = (n: number, places: number): Text => ({ zh: `${n}/${places} 人`, en: `${n} of ${places}` })

/** What the time grid draws of the board: vehicles, drivers, or both below each other. */
export function boardRows(
  board: Board,
  sides: readonly BoardSide[],
  say: (words: Text) => string,
): { rows: GridRow[]; items: GridItem[]; blocked: BlockedSpan[] } {
  const vehicles = board.vehicles.map(({ id, plate, seats: n, pool }) => ({
    id,
    title: plate,
    note: `${say(seats(n))} · ${say(pools[pool])}`,
  }))
  const drivers = board.drivers.map(({ id, name, licence }) => ({
    id,
    title: name,
    note: licence,
  }))
  const rows = sides.flatMap((side) => (side === 'vehicles' ? vehicles : drivers))
  const known = new Set(rows.map(({ id }) => id))
  return {
    rows,
    items: board.trips
      .flatMap((trip) => sides.map((side) => itemOf(trip, side, say)))
      .filter(({ rowId }) => known.has(rowId)),
    blocked: board.blocked.filter(({ rowId }) => known.has(rowId)),
  }
}

function itemOf(trip: BoardTrip, side: BoardSide, say: (words: Text) => string): GridItem {
  const rowId = side === 'vehicles' ? trip.vehicleId : trip.driverId
  const state = tripStates.states[trip.state]
  const goals = [...new Set(trip.requests.map(({ destination }) => destination))]
  return {
    id: `${trip.id}/${side}`,
    rowId,
    from: trip.from,
    to: trip.to,
    title: goals.join('、') || trip.number,
    note: `${side === 'vehicles' ? trip.driverName : trip.plate} · ${say(people(trip.passengers, trip.places))}`,
    tone: state.tone,
    state: state.title,
    movable: trip.can.rearrange === true,
  }
}
