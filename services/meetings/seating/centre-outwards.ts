import type { EvenRule } from './protocol-rule.ts'

/** Which way a person in the seat looks, on the drawing. */
export type Facing = 'down' | 'up' | 'left' | 'right'

/**
 * The places of one row in order of honour. Place 0 is at the sitters' right hand, the last at their left.
 * Odd: the middle, then left hand, right hand, left hand … Even: see `evenRules`.
 */
export function centreOutwards(count: number, evenRule: EvenRule): number[] {
  const isEven = count % 2 === 0
  const firstOfPair = isEven && evenRule === 'FIRST_AT_LEFT'
  const middle = isEven && !firstOfPair ? count / 2 - 1 : Math.floor(count / 2)
  // The second sits at the left hand, except beside a first who already is on the left of the middle.
  const step = firstOfPair ? -1 : 1
  const order: number[] = []
  for (let distance = 0; order.length < count; distance++)
    for (const place of distance === 0 ? [middle] : [middle + distance * step, middle - distance * step])
      if (place >= 0 && place < count) order.push(place)
  return order
}

/** The same for the chairs as drawn: from the left of the page, for a row that faces down or up. */
export function drawnCentreOutwards(count: number, facing: 'down' | 'up', evenRule: EvenRule): number[] {
  const order = centreOutwards(count, evenRule)
  // Who faces down has the right hand at the left of the page.
  return facing === 'down' ? order : order.map((place) => count - 1 - place)
}
