import { type Selectable, sql } from 'kysely'
import type { DB } from '#generated/tables.ts'
import type { Ctx, MoveOptions } from './context.ts'
import { Problem } from './contract/problem.ts'
import type { StateMachine } from './contract/states.ts'

type Row = Record<string, unknown> & { id: string; state: string }

/** The columns a change touches, as they were. */
function valuesBefore(row: Row, set: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.keys(set).map((column) => [column, row[column]]))
}

/**
 * One lawful step of a state machine; see `Ctx.move`.
 * @throws Problem 404 no such row, 403 no permission, 409 `kernel.wrong_state` with the state it is in
 */
export async function moveState<Table extends keyof DB & string, T extends string>(
  ctx: Ctx,
  machine: StateMachine<string, T, Table>,
  name: T,
  id: string,
  options: MoveOptions = {},
): Promise<Selectable<DB[Table]>> {
  const transition = machine.transitions[name]
  const table = sql.table(machine.table)
  const found =
    await sql<Row>`select * from ${table} where bureau_id = kernel.bureau() and id = ${id} for update`.execute(
      ctx.db,
    )
  const row = found.rows[0]
  if (!row) throw new Problem(404, 'kernel.not_found')
  if (transition.permission !== 'signed-in' && transition.permission !== 'public')
    ctx.require(transition.permission)
  if (!transition.from.includes(row.state)) {
    throw new Problem(409, 'kernel.wrong_state', {
      params: { state: ctx.say(machine.states[row.state]!.title), step: ctx.say(transition.title) },
    })
  }
  const set = options.set ?? {}
  const assignments = Object.entries(set).map(([column, value]) => sql`${sql.ref(column)} = ${value}`)
  assignments.push(sql`state = ${transition.to}`)
  // The guard trigger lets a state change pass only while app.moving names this row and this state.
  await sql`select set_config('app.moving', ${`${id}:${transition.to}`}, true)`.execute(ctx.db)
  const changed = await sql<Row>`
    update ${table} set ${sql.join(assignments)}
    where bureau_id = kernel.bureau() and id = ${id} returning *`.execute(ctx.db)
  await ctx.emit({
    type: transition.event,
    subjectType: machine.table,
    subjectId: id,
    before: { state: row.state, ...valuesBefore(row, set) },
    after: { state: transition.to, ...set, ...options.note },
    reason: options.reason,
  })
  return changed.rows[0]! as unknown as Selectable<DB[Table]>
}

/** The transitions open from this state to this actor, by permission alone. */
export function openTransitions<T extends string>(
  ctx: Ctx,
  machine: StateMachine<string, T>,
  row: { state: string },
): Record<T, boolean> {
  const names = Object.keys(machine.transitions) as T[]
  const open = names.map((name) => {
    const { from, permission } = machine.transitions[name]
    const allowed = permission === 'signed-in' || permission === 'public' || ctx.has(permission)
    return [name, allowed && from.includes(row.state)] as const
  })
  return Object.fromEntries(open) as Record<T, boolean>
}
