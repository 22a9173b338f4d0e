import { drawnCentreOutwards } from './centre-outwards.ts'
import type { Furniture, Room, Seat } from './layouts.ts'
import { nameSeat } from './name-seat.ts'
import type { EvenRule } from './protocol-rule.ts'
import { type Dimensions, maxColumns, maxRows, maxTableColumns } from './schema.ts'

const DESK = 0.5
/** Room to walk between rows, and between the rostrum and the first row. */
const ROW_GAP = 0.5
const FRONT_GAP = 1

/** Rostrum alone, or rows of chairs (theatre) or of desks (classroom) that look up to one, or to a screen. */
export function layRows(
  layout: 'THEATRE' | 'CLASSROOM' | 'ROSTRUM',
  dimensions: Dimensions,
  evenRule: EvenRule,
): Room {
  const onlyRostrum = layout === 'ROSTRUM'
  const floor = onlyRostrum ? [] : floorRows(layout, dimensions)
  const raised = onlyRostrum
    ? rostrumRows(dimensions.seats, dimensions.rows ?? Math.ceil(dimensions.seats / maxColumns))
    : rostrumRows(dimensions.rostrumSeats ?? 0, 1)
  const aisles = onlyRostrum ? 0 : (dimensions.aisles ?? 0)
  const columns = floor[0]?.columns ?? 0
  const places = columnPlaces(columns, aisles)
  const floorWidth = columns === 0 ? 0 : places[columns - 1]! + 1
  const width = Math.max(floorWidth, ...raised, 3)
  // Rows and rostrum that stand half a chair apart share no edge: where that makes too many for one table, the rostrum
  // stands half a chair beside the middle.
  const apart = (raised[0] ?? 0) + 1 + floorWidth + 1 > maxTableColumns
  const leftOf = (count: number) => (apart ? Math.floor((width - count) / 2) : (width - count) / 2)
  const seats: Seat[] = []
  const furniture: Furniture[] = []

  // The last row of the rostrum is drawn first, as its front row is the nearest to the audience.
  raised.forEach((count, index) => {
    const y = raised.length - 1 - index
    for (const at of drawnCentreOutwards(count, 'down', evenRule))
      seats.push({
        id: `R${index + 1}-${at + 1}`,
        x: leftOf(count) + at,
        y,
        facing: 'down',
        side: 'ROSTRUM',
        row: index + 1,
        number: at + 1,
        label: nameSeat('ROSTRUM', index + 1, at + 1, raised.length),
        precedence: seats.length + 1,
      })
  })
  let y = raised.length
  const front = raised[0] ?? Math.min(width, 4)
  furniture.push({
    kind: raised.length > 0 ? 'ROSTRUM' : 'SCREEN',
    x: leftOf(front),
    y,
    width: front,
    height: DESK,
  })
  y += DESK + (floor.length > 0 ? FRONT_GAP : 0)

  floor.forEach(({ count }, index) => {
    const order = drawnCentreOutwards(columns, 'up', evenRule)
    // A row that is not full keeps its middle chairs, in line with the rows before it.
    const kept = [...order.slice(0, count)].sort((a, b) => a - b)
    const left = (width - floorWidth) / 2
    if (layout === 'CLASSROOM') {
      furniture.push(...desks(kept, places, left, y))
      y += DESK
    }
    for (const place of drawnCentreOutwards(count, 'up', evenRule))
      seats.push({
        id: `F${index + 1}-${place + 1}`,
        x: left + places[kept[place]!]!,
        y,
        facing: 'up',
        side: 'FLOOR',
        row: index + 1,
        number: place + 1,
        label: nameSeat('FLOOR', index + 1, place + 1, floor.length),
        precedence: seats.length + 1,
      })
    y += 1 + (index + 1 < floor.length ? ROW_GAP : 0)
  })
  return { seats, furniture, width, height: y }
}

/** Chairs of each row, the front row first and never shorter than one behind it. */
function rostrumRows(count: number, wanted: number): number[] {
  if (count === 0) return []
  const rows = Math.min(count, Math.max(wanted, Math.ceil(count / maxColumns)))
  return Array.from({ length: rows }, (_, row) => Math.floor(count / rows) + (row < count % rows ? 1 : 0))
}

/** Every row has the same columns, the last perhaps fewer chairs. */
function floorRows(layout: 'THEATRE' | 'CLASSROOM', { seats, rows, columns }: Dimensions) {
  // About as wide as a hall is deep; desks for two want an even number.
  const usual =
    layout === 'CLASSROOM' ? Math.ceil(Math.sqrt(seats * 1.4) / 2) * 2 : Math.ceil(Math.sqrt(seats * 1.8))
  const wanted = columns ?? (rows === undefined ? usual : Math.ceil(seats / rows))
  const across = Math.min(maxColumns, Math.max(wanted, Math.ceil(seats / maxRows)), seats)
  return Array.from({ length: Math.ceil(seats / across) }, (_, row) => ({
    columns: across,
    count: Math.min(across, seats - row * across),
  }))
}

/** Where each column stands when aisles of one chair's width cut the row into like parts. */
function columnPlaces(columns: number, aisles: number): number[] {
  const parts = Math.min(aisles + 1, Math.max(columns, 1))
  return Array.from({ length: columns }, (_, column) => column + Math.floor((column * parts) / columns))
}

/** A desk for every two chairs side by side; one alone has its own. */
function desks(kept: number[], places: number[], left: number, y: number): Furniture[] {
  const runs: Furniture[] = []
  for (const column of kept) {
    const x = left + places[column]!
    const last = runs.at(-1)
    if (last && last.x + last.width === x && last.width < 2) last.width++
    else runs.push({ kind: 'TABLE', x, y, width: 1, height: DESK })
  }
  return runs
}
