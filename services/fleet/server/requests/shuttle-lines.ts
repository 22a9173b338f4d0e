import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { shuttleActions } from '../../actions/shuttle-actions.ts'
import { readStops } from './offers/find-shuttles.ts'

type Actions = typeof shuttleActions
type Content = InputOf<Actions['createShuttleLine']>

/** The lines that run, or those given up. */
export async function listShuttleLines(
  ctx: Ctx,
  { closed = false }: InputOf<Actions['listShuttleLines']>,
): Promise<OutputOf<Actions['listShuttleLines']>> {
  const rows = await ctx.db
    .selectFrom('fleet.shuttle_line')
    .selectAll()
    .where('closed_at', closed ? 'is not' : 'is', null)
    .orderBy('name')
    .orderBy('id')
    .execute()
  const keeps = ctx.has('fleet.dispatch')
  return {
    items: rows.map((row) => ({
      id: row.id,
      name: row.name,
      stops: readStops(row.stops),
      weekdays: row.weekdays,
      departures: row.departures,
      seats: row.seats,
      note: row.note,
      closedAt: row.closed_at,
      changedAt: row.changed_at,
      changedBy: row.changed_by,
      can: { change: keeps && row.closed_at === null },
    })),
  }
}

/** @throws Problem 422 for stops out of order; 409 `fleet.line_exists` for a name that runs already */
export async function createShuttleLine(
  ctx: Ctx,
  input: Content,
): Promise<OutputOf<Actions['createShuttleLine']>> {
  const values = columnsOf(ctx, input)
  await requireOwnName(ctx, values.name, null)
  const { id } = await ctx.db
    .insertInto('fleet.shuttle_line')
    .values(values)
    .returning('id')
    .executeTakeFirstOrThrow()
  await emit(ctx, 'fleet.shuttle_line_added', id, { after: input })
  return { id }
}

/** @throws Problem 404; 422; 409 `fleet.line_exists`, `fleet.line_closed` */
export async function changeShuttleLine(
  ctx: Ctx,
  { lineId, ...input }: InputOf<Actions['changeShuttleLine']>,
): Promise<OutputOf<Actions['changeShuttleLine']>> {
  const before = await lockLine(ctx, lineId)
  const values = columnsOf(ctx, input)
  await requireOwnName(ctx, values.name, lineId)
  await ctx.db.updateTable('fleet.shuttle_line').set(values).where('id', '=', lineId).execute()
  await emit(ctx, 'fleet.shuttle_line_changed', lineId, {
    before: {
      name: before.name,
      stops: before.stops,
      weekdays: before.weekdays,
      departures: before.departures,
    },
    after: input,
  })
  return done
}

/** A line given up is no longer offered; requests that went by it keep it. @throws Problem 404; 409 a second time */
export async function closeShuttleLine(
  ctx: Ctx,
  { lineId }: InputOf<Actions['closeShuttleLine']>,
): Promise<OutputOf<Actions['closeShuttleLine']>> {
  await lockLine(ctx, lineId)
  await ctx.db
    .updateTable('fleet.shuttle_line')
    .set({ closed_at: ctx.now, changed_at: ctx.now, changed_by: ctx.actor.name })
    .where('id', '=', lineId)
    .execute()
  await emit(ctx, 'fleet.shuttle_line_closed', lineId, {})
  return done
}

function columnsOf(ctx: Ctx, { name, stops, weekdays, departures, seats, note = '' }: Content) {
  const inOrder = stops.every(({ minutes }, place) => place === 0 || minutes > stops[place - 1]!.minutes)
  if (!inOrder || stops[0]!.minutes !== 0)
    throw new Problem(422, 'fleet.stops_out_of_order', { path: 'stops' })
  return {
    name: name.trim(),
    stops: JSON.stringify(stops.map((stop) => ({ ...stop, name: stop.name.trim() }))),
    weekdays: [...weekdays].sort((one, other) => one - other),
    departures: [...departures].sort((one, other) => one - other),
    seats,
    note: note.trim(),
    changed_at: ctx.now,
    changed_by: ctx.actor.name,
  }
}

async function lockLine(ctx: Ctx, lineId: string) {
  const line = await ctx.db
    .selectFrom('fleet.shuttle_line')
    .selectAll()
    .where('id', '=', lineId)
    .forUpdate()
    .executeTakeFirst()
  if (!line) throw new Problem(404, 'kernel.not_found')
  if (line.closed_at !== null) throw new Problem(409, 'fleet.line_closed')
  return line
}

async function requireOwnName(ctx: Ctx, name: string, except: string | null): Promise<void> {
  const other = await ctx.db
    .selectFrom('fleet.shuttle_line')
    .select('id')
    .where('name', '=', name)
    .where('closed_at', 'is', null)
    .executeTakeFirst()
  if (other && other.id !== except)
    throw new Problem(409, 'fleet.line_exists', { params: { name }, path: 'name' })
}

async function emit(
  ctx: Ctx,
  type: string,
  id: string,
  event: { before?: unknown; after?: unknown },
): Promise<void> {
  await ctx.emit({ type, subjectType: 'fleet.shuttle_line', subjectId: id, ...event })
}
