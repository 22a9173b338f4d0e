import { sql } from 'kysely'
import { localDayOf } from '#engines/calendar/local-day.ts'
import type { Ctx } from '#kernel/context.ts'
import type { FileAnswer, InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { text } from '#kernel/contract/text.ts'
import { signCode } from '#kernel/identity/secret.ts'
import { keysetPage } from '#kernel/server/keyset-page.ts'
import { localMinute } from '#kernel/sheets/local-minute.ts'
import type { insuranceActions } from '../../actions/insurance-actions.ts'
import { quotePath, roundStates } from '../../insurance-words.ts'
import { listSheet } from '../list-sheet.ts'
import { inOrder, orderOf } from '../order-of.ts'

type Actions = typeof insuranceActions
type Round = OutputOf<Actions['listRounds']>['items'][number]

/** All that were ever pre-selected, those of today first. */
export async function listInsurers(ctx: Ctx): Promise<OutputOf<Actions['listInsurers']>> {
  const today = localDayOf(ctx.now)
  const rows = await ctx.db
    .selectFrom('fleet.insurer')
    .selectAll()
    .orderBy('to_day', 'desc')
    .orderBy('name')
    .limit(200)
    .execute()
  return {
    items: rows.map(({ id, name, contact, from_day, to_day }) => ({
      id,
      name,
      contact,
      fromDay: from_day,
      toDay: to_day,
      selected: from_day <= today && today <= to_day,
    })),
  }
}

function selectRounds(ctx: Ctx) {
  return ctx.db
    .selectFrom('fleet.insurance_round as r')
    .leftJoin('fleet.insurer as w', (join) =>
      join.onRef('w.bureau_id', '=', 'r.bureau_id').onRef('w.id', '=', 'r.winner_id'),
    )
    .selectAll('r')
    .select('w.name as winner')
    .select([
      sql<number>`(select count(*) from fleet.round_vehicle v where v.bureau_id = r.bureau_id and v.round_id = r.id)`.as(
        'vehicles',
      ),
      sql<number>`(select count(*) from fleet.round_invitation i where i.bureau_id = r.bureau_id and i.round_id = r.id)`.as(
        'invited',
      ),
      sql<number>`(select count(i.quoted_at) from fleet.round_invitation i where i.bureau_id = r.bureau_id and i.round_id = r.id)`.as(
        'quoted',
      ),
    ])
}

function roundOf(
  ctx: Ctx,
  row: Awaited<ReturnType<ReturnType<typeof selectRounds>['execute']>>[number],
): Round {
  const over = new Date(row.quotes_until) <= ctx.now
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    terms: row.terms,
    quotesUntil: row.quotes_until,
    state: row.state as Round['state'],
    openedAt: row.opened_at,
    openedBy: row.opened_by,
    witness: row.witness,
    winner: row.winner,
    failedReason: row.failed_reason,
    vehicles: row.vehicles,
    invited: row.invited,
    quoted: row.quoted,
    can: { open: ctx.has('fleet.open-quotes') && row.state === 'INVITING' && over },
  }
}

type Filters = Omit<InputOf<Actions['exportRounds']>, 'format'>

/** The latest first, unless another order is asked for. */
const roundOrder = ({ sort = '-until' }: Filters) => orderOf(sort, { until: 'r.quotes_until' })

function filterRounds(ctx: Ctx, { state }: Filters) {
  const query = selectRounds(ctx)
  return state?.length ? query.where('r.state', 'in', state) : query
}

export async function listRounds(
  ctx: Ctx,
  input: InputOf<Actions['listRounds']>,
): Promise<OutputOf<Actions['listRounds']>> {
  const { items, next } = await keysetPage(filterRounds(ctx, input), input, {
    by: [roundOrder(input)],
    idRef: 'r.id',
  })
  return { items: items.map((row) => roundOf(ctx, row)), next }
}

/** The same as a sheet; amounts are in the round itself, once it was opened. */
export async function exportRounds(
  ctx: Ctx,
  { format, ...filters }: InputOf<Actions['exportRounds']>,
): Promise<FileAnswer> {
  const rows = await inOrder(filterRounds(ctx, filters), roundOrder(filters), 'r.id').execute()
  return listSheet(
    ctx,
    text('车辆保险询价', 'Insurance rounds'),
    [
      [text('编号', 'Number'), (row) => row.number],
      [text('询价', 'Round'), (row) => row.title],
      [text('投保要求', 'Terms'), (row) => row.terms],
      [text('报价截止', 'Quotes due'), (row) => localMinute(row.quotesUntil), 'datetime'],
      [text('投保车辆', 'Vehicles'), (row) => row.vehicles, 'number'],
      [text('邀请', 'Invited'), (row) => row.invited, 'number'],
      [text('已报价', 'Quoted'), (row) => row.quoted, 'number'],
      [text('状态', 'State'), (row) => ctx.say(roundStates.states[row.state].title)],
      [text('开标时间', 'Opened'), (row) => row.openedAt && localMinute(row.openedAt), 'datetime'],
      [text('开标人', 'Opened by'), (row) => row.openedBy],
      [text('监督人', 'Witness'), (row) => row.witness],
      [text('中标', 'Won by'), (row) => row.winner],
      [text('未成原因', 'Why it failed'), (row) => row.failedReason],
    ],
    rows.map((row) => roundOf(ctx, row)),
    format,
  )
}

interface InvitationRow {
  id: string
  insurer: string
  quoted_at: string | null
  amount_fen: number | null
  signed_by: string | null
  note: string | null
}

/** One round; amounts only once it was opened, whatever is asked: the database holds them back. @throws Problem 404 */
export async function readRound(
  ctx: Ctx,
  { roundId }: InputOf<Actions['readRound']>,
): Promise<OutputOf<Actions['readRound']>> {
  const row = await selectRounds(ctx).where('r.id', '=', roundId).executeTakeFirst()
  if (!row) throw new Problem(404, 'kernel.not_found')
  const { rows } = await sql<InvitationRow>`
    select i.id, n.name as insurer, i.quoted_at, q.amount_fen, q.signed_by, q.note
    from fleet.round_invitation i
    join fleet.insurer n on n.bureau_id = i.bureau_id and n.id = i.insurer_id
    left join lateral (select s.amount_fen, s.signed_by, s.note from fleet.sealed_quote s where s.bureau_id = i.bureau_id
      and s.round_id = i.round_id and s.insurer_id = i.insurer_id order by s.at desc, s.id desc limit 1) q on true
    where i.bureau_id = kernel.bureau() and i.round_id = ${roundId}
    order by q.amount_fen nulls last, i.quoted_at, n.name`.execute(ctx.db)
  const linked = row.state === 'INVITING' && ctx.has('fleet.keep-register')
  return {
    ...roundOf(ctx, row),
    plates: await platesOf(ctx, roundId),
    invitations: rows.map((one) => ({
      insurer: one.insurer,
      quotedAt: one.quoted_at,
      link: linked ? quotePath + signCode(ctx.bureauId, one.id) : null,
      amountFen: one.amount_fen,
      signedBy: one.signed_by,
      note: one.note,
    })),
  }
}

/** What is to be insured, by plate. */
export async function platesOf(ctx: Ctx, roundId: string): Promise<string[]> {
  const { rows } = await sql<{ plate: string }>`
    select v.plate from fleet.round_vehicle r join fleet.vehicle v on v.bureau_id = r.bureau_id and v.id = r.vehicle_id
    where r.bureau_id = kernel.bureau() and r.round_id = ${roundId} order by v.plate`.execute(ctx.db)
  return rows.map(({ plate }) => plate)
}
