import { sql } from 'kysely'
import { localDayOf, startOfLocalDay } from '#engines/calendar/local-day.ts'
import { loadCalendar } from '#engines/calendar/server/api.ts'
import { addWorkingDays } from '#engines/calendar/working-days.ts'
import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { orders } from '../module.ts'
import { complaintStates } from '../states.ts'
import type { FindMatter } from './complaint-matter.ts'
import { readComplaint } from './complaints.ts'
import { readOrderRecord } from './order-record.ts'
import { settingOf } from './settings.ts'

type Actions = typeof orders.actions
type Input = InputOf<Actions['registerComplaint']>

/** Who answers for it: the one named, whoever of the desk registers it, else somebody of the desk. */
async function ownerOf(ctx: Ctx, named: string | undefined): Promise<string> {
  if (named && ctx.has('orders.answer-complaints')) return named
  if (ctx.actor.personId && ctx.has('orders.answer-complaints')) return ctx.actor.personId
  const { rows } = await sql<{ person_id: string }>`
    select m.person_id from kernel.member m
    where m.bureau_id = kernel.bureau() and m.person_id is not null and m.disabled_at is null
      and m.roles && array['manager', 'dispatcher']
    order by 'manager' = any(m.roles) desc, m.created_at limit 1`.execute(ctx.db)
  const owner = rows[0]?.person_id
  if (!owner) throw new Problem(422, 'orders.no_person')
  return owner
}

/** By the end of which working day it is to be answered. */
async function answerBy(ctx: Ctx): Promise<Date> {
  const { complaintDays } = await settingOf(ctx)
  const calendar = await loadCalendar(ctx, { name: 'work' })
  const day = addWorkingDays(calendar, localDayOf(ctx.now), complaintDays)
  return new Date(startOfLocalDay(day).getTime() + 86_400_000 - 1000)
}

function complainantOf(ctx: Ctx, input: Input) {
  // The desk notes down what others said, a liaison what their own unit said; everybody else speaks for themselves.
  const desk = ctx.has('orders.answer-complaints')
  if (input.complainantName !== undefined && (desk || ctx.has('orders.read-unit'))) {
    return {
      complainant_name: input.complainantName,
      complainant_phone: input.complainantPhone ?? null,
      complainant_person_id: null,
      unit_id: desk ? (input.unitId ?? null) : ctx.actor.unitId,
    }
  }
  return {
    complainant_name: ctx.actor.name,
    complainant_phone: input.complainantPhone ?? null,
    complainant_person_id: ctx.actor.personId,
    unit_id: input.unitId ?? ctx.actor.unitId,
  }
}

/** What it is about besides an order, as it is called now. @throws Problem 422 `orders.unknown_matter` */
async function matterOf(ctx: Ctx, input: Input, find: FindMatter) {
  if (!input.matter) return null
  const found = await find(ctx, input.matter)
  if (!found) throw new Problem(422, 'orders.unknown_matter', { path: 'matter' })
  const { type, id } = input.matter
  return {
    line: found.line,
    columns: { matter_type: type, matter_id: id, matter_label: found.label, matter_path: found.path },
  }
}

/** 登记投诉: numbered, with an owner and a day by which it is answered. */
export async function registerComplaint(
  ctx: Ctx,
  input: Input,
  find: FindMatter,
): Promise<OutputOf<Actions['registerComplaint']>> {
  const order = input.orderId ? await readOrderRecord(ctx, input.orderId) : null
  const matter = await matterOf(ctx, input, find)
  const { rows } = await sql<{ number: string }>`
    select kernel.next_number('TS', ${localDayOf(ctx.now)}::date) as number`.execute(ctx.db)
  const number = rows[0]!.number
  const { id } = await ctx.db
    .insertInto('orders.complaint')
    .values({
      ...complainantOf(ctx, input),
      number,
      channel: input.channel,
      order_id: order?.id ?? null,
      ...matter?.columns,
      line: order?.line ?? matter?.line ?? input.line ?? null,
      about: input.about,
      words: input.words,
      owner_id: await ownerOf(ctx, input.ownerId),
      state: complaintStates.initial,
      registered_at: ctx.now,
      due_at: await answerBy(ctx),
      by_name: ctx.actor.name,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await ctx.emit({
    type: 'orders.complaint_registered',
    subjectType: 'orders.complaint',
    subjectId: id,
    after: {
      number,
      channel: input.channel,
      about: input.about,
      orderId: order?.id ?? null,
      matter: input.matter ?? null,
    },
  })
  return readComplaint(ctx, id)
}

/** 答复 */
export async function answerComplaint(
  ctx: Ctx,
  input: InputOf<Actions['answerComplaint']>,
): Promise<OutputOf<Actions['answerComplaint']>> {
  await readComplaint(ctx, input.complaintId)
  await ctx.move(complaintStates, 'answer', input.complaintId, {
    set: { answer: input.answer, justified: input.justified, answered_at: ctx.now },
  })
  return readComplaint(ctx, input.complaintId)
}

/** 办结 */
export async function closeComplaint(
  ctx: Ctx,
  input: InputOf<Actions['closeComplaint']>,
): Promise<OutputOf<Actions['closeComplaint']>> {
  await readComplaint(ctx, input.complaintId)
  await ctx.move(complaintStates, 'close', input.complaintId, {
    set: { closed_at: ctx.now },
    reason: input.reason,
  })
  return readComplaint(ctx, input.complaintId)
}
