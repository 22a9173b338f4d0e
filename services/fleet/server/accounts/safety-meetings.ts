import { sql } from 'kysely'
import { localDayOf } from '#engines/calendar/local-day.ts'
import type { Ctx } from '#kernel/context.ts'
import { done, type FileAnswer, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { text } from '#kernel/contract/text.ts'
import { attachFiles } from '#kernel/files/store-file.ts'
import { keysetPage } from '#kernel/server/keyset-page.ts'
import type { safetyActions } from '../../actions/safety-actions.ts'
import type { SafetyMeeting } from '../../safety-schema.ts'
import { listSheet } from '../list-sheet.ts'
import { inOrder, orderOf } from '../order-of.ts'

type Actions = typeof safetyActions

function selectMeetings(ctx: Ctx) {
  return ctx.db
    .selectFrom('fleet.safety_meeting as m')
    .selectAll('m')
    .select(
      sql<number>`(select count(*)::int from fleet.safety_attendance a
        where a.bureau_id = m.bureau_id and a.meeting_id = m.id)`.as('attended'),
    )
    .select(sql<number>`(select count(*)::int from fleet.driver d where d.state = 'ACTIVE')`.as('drivers'))
}

type Filters = Omit<InputOf<Actions['exportSafetyMeetings']>, 'format'>

/** The latest first, unless another order is asked for. */
const meetingOrder = ({ sort = '-held' }: Filters) => orderOf(sort, { held: 'm.held_on' })

function filterMeetings(ctx: Ctx, { year }: Filters) {
  const query = selectMeetings(ctx)
  return year
    ? query.where('m.held_on', '>=', `${year}-01-01`).where('m.held_on', '<=', `${year}-12-31`)
    : query
}

export async function listSafetyMeetings(
  ctx: Ctx,
  input: InputOf<Actions['listSafetyMeetings']>,
): Promise<OutputOf<Actions['listSafetyMeetings']>> {
  const own = await ownDriver(ctx)
  const { items, next } = await keysetPage(filterMeetings(ctx, input), input, {
    by: [meetingOrder(input)],
    idRef: 'm.id',
  })
  return { items: items.map((row) => meetingOf(ctx, row, own)), next }
}

/** The same as a sheet. */
export async function exportSafetyMeetings(
  ctx: Ctx,
  { format, ...filters }: InputOf<Actions['exportSafetyMeetings']>,
): Promise<FileAnswer> {
  const rows = await inOrder(filterMeetings(ctx, filters), meetingOrder(filters), 'm.id').execute()
  return listSheet(
    ctx,
    text('车辆安全学习会议', 'Vehicle safety meetings'),
    [
      [text('日期', 'Held'), (row) => row.held_on, 'date'],
      [text('主题', 'Topic'), (row) => row.topic],
      [text('地点', 'Place'), (row) => row.place],
      [text('签到人数', 'Signed in'), (row) => row.attended, 'number'],
      [text('在岗驾驶员', 'Drivers on the staff'), (row) => row.drivers, 'number'],
      [text('内容', 'Note'), (row) => row.note],
      [text('登记人', 'Noted by'), (row) => row.created_by],
      [text('作废原因', 'Why void'), (row) => row.void_reason],
    ],
    rows,
    format,
  )
}

type Row = Awaited<ReturnType<ReturnType<typeof selectMeetings>['executeTakeFirstOrThrow']>>

function meetingOf(ctx: Ctx, row: Row, own: string | null): SafetyMeeting {
  const open = row.voided_at === null
  return {
    id: row.id,
    heldOn: row.held_on,
    topic: row.topic,
    place: row.place,
    attended: row.attended,
    drivers: row.drivers,
    hasMinutes: row.minutes_file_id !== null,
    voided: open ? null : { by: row.voided_by!, reason: row.void_reason! },
    can: {
      sign: open && ctx.has('fleet.sign-safety') && own !== null,
      keep: open && ctx.has('fleet.keep-safety'),
    },
  }
}

/** One meeting with every driver of today and of that day. @throws Problem 404 */
export async function readSafetyMeeting(
  ctx: Ctx,
  { meetingId }: InputOf<Actions['readSafetyMeeting']>,
): Promise<OutputOf<Actions['readSafetyMeeting']>> {
  const row = await findMeeting(ctx, meetingId)
  const { rows } = await sql<{ driverId: string; name: string; signedAt: string | null; own: boolean }>`
    select d.id as "driverId", d.name, a.signed_at as "signedAt", coalesce(a.own, false) as own
    from fleet.driver d left join fleet.safety_attendance a
      on a.bureau_id = d.bureau_id and a.driver_id = d.id and a.meeting_id = ${meetingId}
    where d.bureau_id = kernel.bureau() and (d.state = 'ACTIVE' or a.driver_id is not null)
    order by a.signed_at nulls last, d.staff_no`.execute(ctx.db)
  const own = await ownDriver(ctx)
  const signed = rows.some(({ driverId, signedAt }) => driverId === own && signedAt !== null)
  return {
    ...meetingOf(ctx, row, signed ? null : own),
    note: row.note,
    minutesFileId: row.minutes_file_id,
    createdBy: row.created_by,
    attendance: rows,
  }
}

async function findMeeting(ctx: Ctx, id: string): Promise<Row> {
  const row = await selectMeetings(ctx).where('m.id', '=', id).executeTakeFirst()
  if (!row) throw new Problem(404, 'kernel.not_found')
  return row
}

/** As it is once nobody else is changing it. @throws Problem 404, 409 for a voided one */
async function lockOpen(ctx: Ctx, id: string): Promise<void> {
  const row = await ctx.db
    .selectFrom('fleet.safety_meeting')
    .select('voided_at')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new Problem(404, 'kernel.not_found')
  if (row.voided_at !== null) throw new Problem(409, 'fleet.meeting_voided')
}

/** The driver the actor is, if any. */
async function ownDriver(ctx: Ctx): Promise<string | null> {
  if (!ctx.actor.personId) return null
  const driver = await ctx.db
    .selectFrom('fleet.driver')
    .select('id')
    .where('person_id', '=', ctx.actor.personId)
    .where('state', '=', 'ACTIVE')
    .executeTakeFirst()
  return driver?.id ?? null
}

/** Notes a meeting with those who were there. @throws Problem 422 for a day to come, an unknown driver or file */
export async function addSafetyMeeting(
  ctx: Ctx,
  input: InputOf<Actions['addSafetyMeeting']>,
): Promise<OutputOf<Actions['addSafetyMeeting']>> {
  if (input.heldOn > localDayOf(ctx.now)) throw new Problem(422, 'fleet.meeting_to_come', { path: 'heldOn' })
  const { id } = await ctx.db
    .insertInto('fleet.safety_meeting')
    .values({
      held_on: input.heldOn,
      topic: input.topic,
      place: input.place ?? '',
      note: input.note ?? '',
      minutes_file_id: input.minutesFileId ?? null,
      created_at: ctx.now,
      created_by: ctx.actor.name,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (input.minutesFileId) await attachFiles(ctx, [input.minutesFileId], 'fleet.safety_meeting', id)
  await sign(ctx, id, input.driverIds, false)
  await ctx.emit({
    type: 'fleet.safety_meeting_added',
    subjectType: 'fleet.safety_meeting',
    subjectId: id,
    after: { heldOn: input.heldOn, topic: input.topic, attended: input.driverIds.length },
  })
  return { id }
}

/**
 * A driver signs in himself; whoever keeps the list may sign for others, which shows. Twice is once.
 * @throws Problem 403, 404, 409 for a voided one, 422 for whoever is no driver
 */
export async function signSafetyMeeting(
  ctx: Ctx,
  { meetingId, driverIds }: InputOf<Actions['signSafetyMeeting']>,
): Promise<OutputOf<Actions['signSafetyMeeting']>> {
  await lockOpen(ctx, meetingId)
  if (driverIds) ctx.require('fleet.keep-safety')
  const own = driverIds ? null : await ownDriver(ctx)
  if (!driverIds && !own) throw new Problem(422, 'fleet.no_driver')
  await sign(ctx, meetingId, driverIds ?? [own!], own !== null)
  await ctx.emit({
    type: 'fleet.safety_meeting_signed',
    subjectType: 'fleet.safety_meeting',
    subjectId: meetingId,
    after: { drivers: driverIds ?? [own], own: own !== null },
  })
  return done
}

async function sign(ctx: Ctx, meetingId: string, driverIds: readonly string[], own: boolean): Promise<void> {
  if (driverIds.length === 0) return
  const known = await ctx.db.selectFrom('fleet.driver').select('id').where('id', 'in', driverIds).execute()
  if (known.length < new Set(driverIds).size) throw new Problem(422, 'fleet.no_driver', { path: 'driverIds' })
  await ctx.db
    .insertInto('fleet.safety_attendance')
    .values(
      known.map(({ id }) => ({
        meeting_id: meetingId,
        driver_id: id,
        signed_at: ctx.now,
        own,
        signed_by: ctx.actor.name,
      })),
    )
    .onConflict((clash) => clash.doNothing())
    .execute()
}

/** A meeting noted by mistake no longer counts. @throws Problem 404, 409 twice */
export async function voidSafetyMeeting(
  ctx: Ctx,
  { meetingId, reason }: InputOf<Actions['voidSafetyMeeting']>,
): Promise<OutputOf<Actions['voidSafetyMeeting']>> {
  await lockOpen(ctx, meetingId)
  await ctx.db
    .updateTable('fleet.safety_meeting')
    .set({ voided_at: ctx.now, voided_by: ctx.actor.name, void_reason: reason })
    .where('id', '=', meetingId)
    .execute()
  await ctx.emit({
    type: 'fleet.safety_meeting_voided',
    subjectType: 'fleet.safety_meeting',
    subjectId: meetingId,
    reason,
  })
  return done
}
