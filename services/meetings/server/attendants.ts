import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { taskActions } from '../actions/task-actions.ts'

type Action = (typeof taskActions)['listAttendants']
type Attendant = OutputOf<Action>['items'][number]

/** Who may be given tasks: people with a worker's account, and those of the centre with the skill 会务. */
const attendants = sql`directory.person p
  join directory.unit u on u.bureau_id = p.bureau_id and u.id = p.unit_id`
/** Of a person `p` of unit `u`: they serve meetings and are still there. */
export const working = sql<boolean>`p.left_on is null and ((u.kind = 'centre' and '会务' = any(p.skills))
  or exists (select from kernel.member k where k.bureau_id = p.bureau_id and k.person_id = p.id
    and k.disabled_at is null and 'worker' = any(k.roles)))`

interface Row {
  id: string
  name: string
  unit_name: string
  skilled: boolean
  busy: number
  tasks: number
  minutes: number
}

/** The attendants, those with the skill 会务 and the least to do first; what they have at that time and on that day. */
export async function listAttendants(ctx: Ctx, input: InputOf<Action>): Promise<OutputOf<Action>> {
  const [from, to] = [new Date(input.from), new Date(input.to)]
  if (!(from <= to)) throw new Problem(422, 'bookings.ends_before', { path: 'to' })
  const { rows } = await sql<Row>`
    select p.id, p.name, u.name as unit_name, coalesce('会务' = any(p.skills), false) as skilled,
      count(t.id) filter (where t.starts_at <= ${to} and t.due_at >= ${from})::int as busy,
      count(t.id)::int as tasks,
      coalesce(sum(extract(epoch from t.due_at - t.starts_at) / 60), 0)::int as minutes
    from ${attendants}
    left join meetings.task t on t.bureau_id = p.bureau_id and t.owner_person_id = p.id
      and t.state in ('PLANNED', 'STARTED', 'DONE')
      and kernel.local_day(t.starts_at) = kernel.local_day(${from}::timestamptz)
    where ${working}
    group by p.id, p.name, u.name, p.skills
    order by skilled desc, busy, minutes, p.name, p.id limit 500`.execute(ctx.db)
  return { items: rows.map(attendantOf) }
}

function attendantOf(row: Row): Attendant {
  return {
    id: row.id,
    name: row.name,
    unitName: row.unit_name,
    skilled: row.skilled,
    busy: row.busy,
    tasksOfDay: row.tasks,
    minutesOfDay: row.minutes,
  }
}

/** @throws Problem 422 `meetings.unknown_attendant` */
export async function requireAttendant(ctx: Ctx, personId: string): Promise<void> {
  const { rows } = await sql`select p.id from ${attendants}
    where ${working} and p.id = ${personId} limit 1`.execute(ctx.db)
  if (rows.length === 0) throw new Problem(422, 'meetings.unknown_attendant', { path: 'personId' })
}
