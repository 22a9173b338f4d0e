import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { readCode } from '#kernel/identity/secret.ts'
import type { insuranceActions } from '../../actions/insurance-actions.ts'
import { platesOf } from './read-rounds.ts'

type Actions = typeof insuranceActions

/** What an insurer is asked for, by the link sent to it. @throws Problem 404 `fleet.quote_code_unknown` */
export async function readInvitation(
  ctx: Ctx,
  { code }: InputOf<Actions['readInvitation']>,
): Promise<OutputOf<Actions['readInvitation']>> {
  const found = await findInvitation(ctx, code)
  return {
    insurer: found.insurer,
    title: found.title,
    terms: found.terms,
    plates: await platesOf(ctx, found.round_id),
    quotesUntil: found.quotes_until,
    open: isOpen(ctx, found),
    quotedAt: found.quoted_at,
  }
}

/**
 * 密封报价: written once more it stands for the one before, until the time is over; nobody reads it back, the insurer neither.
 * The history says that, never how much. @throws Problem 404; 409 `fleet.quotes_over`
 */
export async function sealQuote(
  ctx: Ctx,
  { code, amountFen, signedBy, note }: InputOf<Actions['sealQuote']>,
): Promise<OutputOf<Actions['sealQuote']>> {
  const found = await findInvitation(ctx, code)
  if (!isOpen(ctx, { ...found, ...(await holdRound(ctx, found.round_id)) }))
    throw new Problem(409, 'fleet.quotes_over')
  // Not `returning`: the seal holds for whoever writes it, too.
  await ctx.db
    .insertInto('fleet.sealed_quote')
    .values({
      round_id: found.round_id,
      insurer_id: found.insurer_id,
      amount_fen: amountFen,
      signed_by: signedBy,
      note: note ?? '',
      at: ctx.now,
    })
    .execute()
  await ctx.db
    .updateTable('fleet.round_invitation')
    .set({ quoted_at: ctx.now })
    .where('id', '=', found.id)
    .execute()
  await ctx.emit({
    type: 'fleet.quote_sealed',
    subjectType: 'fleet.insurance_round',
    subjectId: found.round_id,
    after: { insurer: found.insurer, signedBy },
  })
  return done
}

/** The opening waits for a quote that is being written, or is seen by it. @returns the round as it is now */
async function holdRound(ctx: Ctx, roundId: string) {
  return ctx.db
    .selectFrom('fleet.insurance_round')
    .select(['state', 'quotes_until'])
    .where('id', '=', roundId)
    .forShare()
    .executeTakeFirstOrThrow()
}

interface Found {
  id: string
  round_id: string
  insurer_id: string
  insurer: string
  title: string
  terms: string
  state: string
  quotes_until: string
  quoted_at: string | null
}

const isOpen = (ctx: Ctx, { state, quotes_until }: Found) =>
  state === 'INVITING' && new Date(quotes_until) > ctx.now

/** Enters the bureau the link belongs to. */
async function findInvitation(ctx: Ctx, code: string): Promise<Found> {
  const read = readCode(code)
  const stranger = ctx.bureauId && read && ctx.bureauId !== read.bureauId
  if (!read || stranger) throw new Problem(404, 'fleet.quote_code_unknown')
  if (!ctx.bureauId) await ctx.enterBureau(read.bureauId)
  const { rows } = await sql<Found>`
    select i.id, i.round_id, i.insurer_id, n.name as insurer, r.title, r.terms, r.state, r.quotes_until, i.quoted_at
    from fleet.round_invitation i
    join fleet.insurer n on n.bureau_id = i.bureau_id and n.id = i.insurer_id
    join fleet.insurance_round r on r.bureau_id = i.bureau_id and r.id = i.round_id
    where i.bureau_id = kernel.bureau() and i.id = ${read.id}`.execute(ctx.db)
  if (!rows[0]) throw new Problem(404, 'fleet.quote_code_unknown')
  return rows[0]
}
