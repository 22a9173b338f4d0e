import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { keysetPage } from '#kernel/server/keyset-page.ts'
import type { auditSeal } from '../module.ts'
import { headWords } from './check-head.ts'
import { verificationOf } from './verification.ts'

type Actions = typeof auditSeal.actions

function selectSeals(ctx: Ctx) {
  return ctx.db
    .selectFrom('audit_seal.seal')
    .select(['id', 'number', 'day', 'entries', 'late', 'sealed_at', 'last_event_id'])
    .select(sql<string>`encode(hash, 'hex')`.as('hash'))
}

type Row = Awaited<ReturnType<ReturnType<typeof selectSeals>['executeTakeFirstOrThrow']>>

function sealOf(row: Row) {
  const { id, number, day, entries, late, hash } = row
  return { id, number, day, entries, late, hash, sealedAt: row.sealed_at }
}

/** Newest first. */
export async function listSeals(
  ctx: Ctx,
  input: InputOf<Actions['listSeals']>,
): Promise<OutputOf<Actions['listSeals']>> {
  const page = await keysetPage(selectSeals(ctx), input, { by: [{ column: 'number', direction: 'desc' }] })
  return { next: page.next, items: page.items.map(sealOf) }
}

/** The last seal, the head of the chain, and what the last verification found. */
export async function readStanding(ctx: Ctx): Promise<OutputOf<Actions['readStanding']>> {
  const last = await selectSeals(ctx).orderBy('number', 'desc').limit(1).executeTakeFirst()
  const { code } = await ctx.db.selectFrom('kernel.bureau').select('code').executeTakeFirstOrThrow()
  const { count } = await ctx.db
    .selectFrom('kernel.event')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('id', '>', last?.last_event_id ?? '00000000-0000-0000-0000-000000000000')
    .executeTakeFirstOrThrow()
  const { late } = await ctx.db
    .selectFrom('audit_seal.seal')
    .select((row) => row.fn.coalesce(row.fn.sum<number>('late'), sql<number>`0`).as('late'))
    .executeTakeFirstOrThrow()
  const verification = await ctx.db
    .selectFrom('audit_seal.verification')
    .selectAll()
    .orderBy('asked_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return {
    last: last ? sealOf(last) : null,
    head: last ? headWords({ code, number: last.number, hash: last.hash }) : null,
    unsealed: count,
    late,
    verification: verification ? verificationOf(verification) : null,
    can: { verify: ctx.has('audit-seal.verify') },
  }
}
