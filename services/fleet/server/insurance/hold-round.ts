import { sql } from 'kysely'
import { localDayOf } from '#engines/calendar/local-day.ts'
import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { text } from '#kernel/contract/text.ts'
import type { insuranceActions } from '../../actions/insurance-actions.ts'
import { fewestQuotes, roundStates } from '../../insurance-words.ts'

type Actions = typeof insuranceActions

/** 入围: who may be invited, from a day to a day. @throws Problem 409 `fleet.insurer_taken`; 422 */
export async function addInsurer(
  ctx: Ctx,
  input: InputOf<Actions['addInsurer']>,
): Promise<OutputOf<Actions['addInsurer']>> {
  if (input.toDay < input.fromDay) throw new Problem(422, 'fleet.insurer_turned', { path: 'toDay' })
  const row = await ctx.db
    .insertInto('fleet.insurer')
    .values({
      name: input.name,
      contact: input.contact ?? '',
      from_day: input.fromDay,
      to_day: input.toDay,
      created_at: ctx.now,
      created_by: ctx.actor.name,
    })
    .onConflict((clash) => clash.columns(['bureau_id', 'name', 'from_day']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!row) throw new Problem(409, 'fleet.insurer_taken', { params: { name: input.name }, path: 'name' })
  await ctx.emit({
    type: 'fleet.insurer_added',
    subjectType: 'fleet.insurer',
    subjectId: row.id,
    after: input,
  })
  return row
}

/** 邀请: pre-selected insurers only, the same terms for all. @throws Problem 422 */
export async function inviteInsurers(
  ctx: Ctx,
  input: InputOf<Actions['inviteInsurers']>,
): Promise<OutputOf<Actions['inviteInsurers']>> {
  if (new Date(input.quotesUntil) <= ctx.now)
    throw new Problem(422, 'fleet.deadline_past', { path: 'quotesUntil' })
  const insurerIds = [...new Set(input.insurerIds)]
  await checkInsurers(ctx, insurerIds)
  const vehicles = await ctx.db
    .selectFrom('fleet.vehicle')
    .select('id')
    .where('id', 'in', input.vehicleIds)
    .where('state', '<>', 'RETIRED')
    .execute()
  if (vehicles.length < input.vehicleIds.length)
    throw new Problem(422, 'fleet.unknown_vehicle', { path: 'vehicleIds' })
  const { rows } = await sql<{ number: string }>`
    select kernel.next_number('BX', ${localDayOf(ctx.now)}::date) as number`.execute(ctx.db)
  const { number } = rows[0]!
  const { id } = await ctx.db
    .insertInto('fleet.insurance_round')
    .values({
      number,
      title: input.title,
      terms: input.terms,
      quotes_until: input.quotesUntil,
      state: 'INVITING',
      created_at: ctx.now,
      created_by: ctx.actor.name,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await ctx.db
    .insertInto('fleet.round_vehicle')
    .values(input.vehicleIds.map((vehicle_id) => ({ round_id: id, vehicle_id })))
    .execute()
  const invited = { invited_at: ctx.now, invited_by: ctx.actor.name }
  await ctx.db
    .insertInto('fleet.round_invitation')
    .values(insurerIds.map((insurer_id) => ({ round_id: id, insurer_id, ...invited })))
    .execute()
  await ctx.emit({
    type: 'fleet.round_invited',
    subjectType: 'fleet.insurance_round',
    subjectId: id,
    after: { number, ...input },
  })
  return { id }
}

async function checkInsurers(ctx: Ctx, ids: readonly string[]): Promise<void> {
  if (ids.length < 3) throw new Problem(422, 'fleet.three_insurers', { path: 'insurerIds' })
  const today = localDayOf(ctx.now)
  const insurers = await ctx.db
    .selectFrom('fleet.insurer')
    .selectAll()
    .where('id', 'in', [...ids])
    .execute()
  const out = insurers.find(({ from_day, to_day }) => today < from_day || today > to_day)
  if (out || insurers.length < ids.length)
    throw new Problem(422, 'fleet.insurer_not_selected', {
      params: { name: out?.name ?? '—' },
      path: 'insurerIds',
    })
}

interface Quote {
  insurer_id: string
  name: string
  amount_fen: number
}

/**
 * 开标: on record with a witness, after the time; nobody chooses: the lowest wins, of equal ones the earlier. With too few quotes
 * the round fails. @throws Problem 404; 409 `fleet.opened_too_early`, wrong state; 422 `fleet.witness_is_opener`
 */
export async function openRound(
  ctx: Ctx,
  { roundId, witness }: InputOf<Actions['openRound']>,
): Promise<OutputOf<Actions['openRound']>> {
  const round = await ctx.db
    .selectFrom('fleet.insurance_round')
    .selectAll()
    .where('id', '=', roundId)
    .forUpdate()
    .executeTakeFirst()
  if (!round) throw new Problem(404, 'kernel.not_found')
  if (witness.trim() === ctx.actor.name)
    throw new Problem(422, 'fleet.witness_is_opener', { path: 'witness' })
  if (new Date(round.quotes_until) > ctx.now)
    throw new Problem(409, 'fleet.opened_too_early', { params: { until: sayMinute(round.quotes_until) } })
  const opening = { opened_at: ctx.now, opened_by: ctx.actor.name, witness: witness.trim() }
  const received = await ctx.db
    .selectFrom('fleet.round_invitation')
    .select('insurer_id')
    .where('round_id', '=', roundId)
    .where('quoted_at', 'is not', null)
    .execute()
  if (received.length < fewestQuotes) {
    const reason = ctx.say(
      text(
        `只收到 ${received.length} 家报价，不足 ${fewestQuotes} 家`,
        `Only ${received.length} quotes, fewer than ${fewestQuotes}`,
      ),
    )
    await ctx.move(roundStates, 'fail', roundId, { set: { ...opening, failed_reason: reason }, reason })
    return done
  }
  await ctx.move(roundStates, 'open', roundId, { set: opening })
  // From here on the database shows them.
  const quotes = await readQuotes(ctx, roundId)
  await ctx.db
    .updateTable('fleet.insurance_round')
    .set({ winner_id: quotes[0]!.insurer_id })
    .where('id', '=', roundId)
    .execute()
  await ctx.emit({
    type: 'fleet.quotes_compared',
    subjectType: 'fleet.insurance_round',
    subjectId: roundId,
    after: {
      winner: quotes[0]!.name,
      quotes: quotes.map(({ name, amount_fen }) => ({ insurer: name, amountFen: amount_fen })),
    },
  })
  return done
}

/** Each insurer's last quote, the lowest first, of equal ones the earlier; none before the opening. */
async function readQuotes(ctx: Ctx, roundId: string): Promise<Quote[]> {
  const { rows } = await sql<Quote>`
    select q.insurer_id, i.name, q.amount_fen from (
      select distinct on (insurer_id) bureau_id, insurer_id, amount_fen, at, id from fleet.sealed_quote
      where bureau_id = kernel.bureau() and round_id = ${roundId} order by insurer_id, at desc, id desc) q
    join fleet.insurer i on i.bureau_id = q.bureau_id and i.id = q.insurer_id
    order by q.amount_fen, q.at, q.id`.execute(ctx.db)
  return rows
}

/** 2026-03-09 17:00 in China. */
const sayMinute = (moment: string) =>
  new Date(Date.parse(moment) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
