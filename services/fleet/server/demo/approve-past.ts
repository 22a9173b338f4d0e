import { sql } from 'kysely'
import type { RouteStep } from '#engines/approvals/schema.ts'
import { type PastApproval, recordPast } from '#engines/approvals/server/api.ts'
import { DAY } from '#engines/calendar/local-day.ts'
import { loadCalendar } from '#engines/calendar/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import { factsOf } from '../requests/approval/read-facts.ts'
import { subjectType } from '../requests/approval/subject.ts'
import { weeksTold } from './insert-trips.ts'

interface Past {
  id: string
  number: string
  unit_id: string
  requester_person_id: string | null
  requester_name: string
  purpose: string
  reason: string
  reach: string
  destination: string
  distance_km: number | null
  passengers: number
  starts_at: string
  ends_at: string
  emergency: boolean
  vehicle_class: string | null
  state: string
  submitted_at: string
  approved_at: string | null
  closing_reason: string | null
}

/** So long a refusal took. */
const refusedAfter = 95 * 60_000

/** Every request of the past was decided by somebody with a name: the head of its unit, and whom the route asks besides. */
export async function approveDemoPast(ctx: Ctx): Promise<void> {
  const calendar = await loadCalendar(ctx, { name: 'work' })
  const heads = await readHeads(ctx)
  const requests = await readPast(ctx)
  const past = requests.flatMap((request): PastApproval[] => {
    const unitHeads = (heads.get(request.unit_id) ?? []).filter(
      ({ personId }) => personId !== request.requester_person_id,
    )
    const ofRole = (role: string) => heads.get(role)?.[0]
    // A unit takes its heads in turn, by the request's number.
    const head = unitHeads[Number(request.number.slice(-4)) % unitHeads.length] ?? ofRole('manager')
    if (!head) return []
    const decider = ({ asks }: RouteStep) => {
      const roles = asks.flatMap((ask) => (ask.kind === 'ROLE' ? [ask.role] : []))
      return roles.map(ofRole).find((one) => one !== undefined) ?? head
    }
    const startedAt = new Date(request.submitted_at)
    const refused = request.state === 'REFUSED'
    return [
      {
        type: subjectType,
        subjectId: request.id,
        label: `去${request.destination}：${request.reason}`,
        href: `/fleet/requests/${request.id}`,
        unitId: request.unit_id,
        requestedBy: { personId: request.requester_person_id, name: request.requester_name },
        facts: factsOf(calendar, { ...request, way: 'RETURN' }, null),
        startedAt,
        endedAt: new Date(refused ? startedAt.getTime() + refusedAfter : request.approved_at!),
        outcome: refused ? 'REFUSED' : 'APPROVED',
        reason: refused ? request.closing_reason : null,
        decider,
      },
    ]
  })
  const toldSince = new Date(ctx.now.getTime() - weeksTold * 7 * DAY)
  await recordPast(ctx, subjectType, past, { toldSince })
  await tellOfRequests(ctx, toldSince)
}

async function readPast(ctx: Ctx): Promise<Past[]> {
  const { rows } = await sql<Past>`
    select q.id, q.number, q.unit_id, q.requester_person_id, q.requester_name, q.purpose, q.reason, q.reach, q.destination,
      q.distance_km, q.passengers, q.starts_at, q.ends_at, q.emergency, q.vehicle_class, q.state, q.submitted_at,
      q.approved_at, q.closing_reason
    from fleet.request q where q.bureau_id = kernel.bureau() and not q.imported
      and (q.approved_at is not null or q.state = 'REFUSED')
      and not exists (select from approvals.approval a where a.bureau_id = q.bureau_id and a.type = ${subjectType}
        and a.subject_id = q.id)
    order by q.submitted_at, q.number`.execute(ctx.db)
  return rows
}

interface Head {
  personId: string
  name: string
}

/** By unit those who lead it: its liaison with an account, else by their title, else whoever came first; and by role. */
async function readHeads(ctx: Ctx): Promise<Map<string, Head[]>> {
  const { rows } = await sql<Head & { of: string }>`
    select unit_id::text as of, id as "personId", name from (
      select p.unit_id, p.id, p.name, p.staff_no, rank() over (partition by p.unit_id order by case
        when m.roles && '{liaison}' then 0 when p.title = '科室负责人' then 1 when p.title like '%负责人' then 2
        when p.title like '%长' or p.title like '%主任' then 3 else 4 end,
        case when p.title like '%负责人' then '' else p.staff_no end) as place
      from directory.person p
      left join kernel.member m on m.bureau_id = p.bureau_id and m.person_id = p.id
      where p.bureau_id = kernel.bureau() and p.left_on is null
    ) led where place <= 2
    union all
    select role, p.id, p.name from kernel.member m cross join unnest(m.roles) as role
    join directory.person p on p.bureau_id = m.bureau_id and p.id = m.person_id
    where m.bureau_id = kernel.bureau() and role in ('manager', 'director')`.execute(ctx.db)
  const heads = new Map<string, Head[]>()
  for (const { of, ...head } of rows) heads.set(of, [...(heads.get(of) ?? []), head])
  return heads
}

/** The history of every request says who decided; of the last weeks also when it was handed in. */
async function tellOfRequests(ctx: Ctx, toldSince: Date): Promise<void> {
  await sql`
    insert into kernel.event (at, actor_name, source, type, subject_type, subject_id, reason, request_id)
    select t.at, t.who, 'session', t.type, 'fleet.request', a.subject_id, t.reason, 'demo'
    from approvals.approval a cross join lateral (values
      (a.started_at, a.requester_name, 'fleet.request_submitted', null),
      (a.ended_at, a.ended_by, case a.state when 'APPROVED' then 'fleet.request_approved' else 'fleet.request_refused' end,
        a.ended_reason)) as t (at, who, type, reason)
    where a.bureau_id = kernel.bureau() and a.type = ${subjectType} and a.state in ('APPROVED', 'REFUSED')
      and (t.type <> 'fleet.request_submitted' or t.at >= ${toldSince}::timestamptz)
      and not exists (select from kernel.event e where e.bureau_id = a.bureau_id and e.subject_id = a.subject_id
        and e.type = t.type)
    order by t.at`.execute(ctx.db)
}
