import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import { maxSeatsOf, type Participant, type SeatingPlan } from '../../seating/schema.ts'
import type { LayoutName } from '../../seating/words.ts'
import type { MeetingSelection } from '../select-meetings.ts'

export interface StoredPlan {
  version: number
  plan: SeatingPlan
  people: Participant[]
  changedAt: string | null
  changedBy: string | null
}

/** What was checked when it was saved. */
interface PlanRow {
  version: number
  layout: LayoutName
  dimensions: SeatingPlan['dimensions']
  even_rule: SeatingPlan['evenRule']
  changed_at: string
  changed_by: string
}

/** The plan of a meeting as it is stored, or one to begin with. */
export async function readPlan(ctx: Ctx, meeting: MeetingSelection): Promise<StoredPlan> {
  const people = await readPeople(ctx, meeting.id)
  const { rows } = await sql<PlanRow>`
    select version, layout, dimensions, even_rule, changed_at, changed_by from meetings.seat_plan
    where bureau_id = kernel.bureau() and meeting_id = ${meeting.id}`.execute(ctx.db)
  const [row] = rows
  if (!row)
    return { version: 0, plan: proposePlan(meeting, people.length), people, changedAt: null, changedBy: null }
  return {
    version: row.version,
    plan: {
      layout: row.layout,
      dimensions: row.dimensions,
      evenRule: row.even_rule,
      taken: await readTaken(ctx, meeting.id, people),
    },
    people,
    changedAt: new Date(row.changed_at).toISOString(),
    changedBy: row.changed_by,
  }
}

async function readPeople(ctx: Ctx, meetingId: string): Promise<Participant[]> {
  const { rows } = await sql<{
    id: string
    name: string
    unit_name: string
    rank: string | null
    party: 'HOST' | 'GUEST' | null
  }>`
    select id, name, unit_name, rank, party from meetings.participant
    where bureau_id = kernel.bureau() and meeting_id = ${meetingId} order by position, id`.execute(ctx.db)
  return rows.map(({ id, name, unit_name, rank, party }) => ({
    id,
    name,
    unit: unit_name || null,
    rank,
    ...(party ? { party } : {}),
  }))
}

async function readTaken(
  ctx: Ctx,
  meetingId: string,
  people: readonly Participant[],
): Promise<SeatingPlan['taken']> {
  const seats = await ctx.db
    .selectFrom('meetings.seat')
    .select(['seat_id', 'participant_id'])
    .where('meeting_id', '=', meetingId)
    .execute()
  const byId = new Map(people.map((person) => [person.id, person]))
  return Object.fromEntries(
    seats.flatMap(({ seat_id, participant_id }) => {
      const person = byId.get(participant_id)
      return person ? [[seat_id, person] as const] : []
    }),
  )
}

const layoutOf: Record<string, LayoutName> = {
  CLASSROOM: 'CLASSROOM',
  THEATRE: 'THEATRE',
  HOLLOW_SQUARE: 'HOLLOW_SQUARE',
  U_SHAPE: 'U_SHAPE',
  BOARDROOM: 'BOARD',
}

/** A plan for as many as are expected, in the layout that was asked for. */
function proposePlan(meeting: MeetingSelection, listed: number): SeatingPlan {
  const layout = layoutOf[meeting.layout ?? ''] ?? 'CLASSROOM'
  const seats = Math.min(Math.max(listed, meeting.headcount ?? 1, 1), maxSeatsOf[layout])
  return { layout, dimensions: { seats }, evenRule: 'SECOND_AT_LEFT', taken: {} }
}
