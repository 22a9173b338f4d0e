import {
  type ChecklistLine,
  type ChecklistScore,
  checklistFor,
  type ExecutedLine,
  readChecklist,
  scoreChecklist,
} from '#engines/standards/server/api.ts'
import { vehicleClausesOf } from '#engines/standards/vehicle-clauses.ts'
import type { Ctx } from '#kernel/context.ts'

export interface CheckLine {
  line: ChecklistLine
  executed: ExecutedLine | null
}

/** Clauses of which one line that is not met keeps the vehicle in. */
export const safetyClauses = vehicleClausesOf('SAFETY')
export const checkClauses = vehicleClausesOf('SAFETY', 'APPEARANCE')

interface CheckedTrip {
  id: string
  created_at: string
}

/** The lines of the check before leaving, those in force when the trip was dispatched, with what was found. */
export async function readTripCheck(ctx: Ctx, trip: CheckedTrip): Promise<CheckLine[]> {
  const executed = await readChecklist(ctx, { type: 'fleet.trip', id: trip.id })
  const results = new Map(executed.map((one) => [one.line.id, one]))
  const lines = await checklistFor(ctx, checkClauses, trip.created_at)
  return lines.map((line) => ({ line, executed: results.get(line.id) ?? null }))
}

export function scoreOfCheck(lines: readonly CheckLine[]): ChecklistScore {
  return scoreChecklist(
    lines.map(({ line, executed }) => ({ mandatory: line.mandatory, result: executed?.result ?? null })),
  )
}

/** Mandatory lines nobody answered, and safety lines that are not met. */
export function lacksOf(lines: readonly CheckLine[]): { missing: ChecklistLine[]; failed: ChecklistLine[] } {
  const of = (wanted: (one: CheckLine) => boolean) => lines.filter(wanted).map(({ line }) => line)
  return {
    missing: of(({ line, executed }) => line.mandatory && executed === null),
    failed: of(
      ({ line, executed }) => executed?.result === 'NOT_OK' && safetyClauses.includes(line.clauseCode),
    ),
  }
}

export const sayLines = (ctx: Ctx, lines: readonly ChecklistLine[]) =>
  lines.map(({ text }) => ctx.say(text)).join('；')
