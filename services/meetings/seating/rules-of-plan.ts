import {
  evenRules,
  type ProtocolRule,
  rostrumRule,
  rowsRule,
  squareRule,
  tableRule,
} from './protocol-rule.ts'
import type { SeatingPlan } from './schema.ts'

/** The rules that a plan's order of seats comes from, each with its sources: for the page and for the print. */
export function rulesOf({
  layout,
  dimensions,
  evenRule,
}: Pick<SeatingPlan, 'layout' | 'dimensions' | 'evenRule'>): ProtocolRule[] {
  const rostrum = [rostrumRule, evenRules[evenRule]]
  switch (layout) {
    case 'ROSTRUM':
      return rostrum
    case 'THEATRE':
    case 'CLASSROOM':
      return dimensions.rostrumSeats ? [...rostrum, rowsRule] : [rowsRule]
    case 'HOLLOW_SQUARE':
      return [tableRule, squareRule]
    case 'BOARD':
    case 'U_SHAPE':
      return [tableRule]
  }
}
