import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import type { Db } from '#kernel/database/connect.ts'
import type { DoorRefusal } from '../problems.ts'

/** User ids of those with a staff number; an engine knows them. */
export type StaffFinder = (db: Db, staffNumber: string) => Promise<string[]>

/** What a provider said, checked. */
export interface Proof {
  subject: string
  /** The claim by which an account is found the first time; null when the provider says none. */
  claim: string | null
}

export interface Believed {
  id: string
  title: string
  match: string
  secondFactorByProvider: boolean
}

export interface Found {
  userId: string
  /** This was the first time. */
  fresh: boolean
}

export type Outcome = { found: Found } | { refusal: DoorRefusal; memberId: string | null }

/**
 * The account of a subject: the one it is linked with, or, the first time, the one its claim names; then it is linked.
 * A subject keeps its account whatever it is called later, and an account keeps its subject.
 */
export async function findPerson(
  ctx: Ctx,
  provider: Believed,
  proof: Proof,
  staff: StaffFinder,
): Promise<Outcome> {
  const linked = await userOf(ctx, provider.id, proof.subject)
  const userId = linked ?? (await userNamed(ctx, provider, proof, staff))
  if (!userId) return { refusal: 'single-sign-on.unknown_person', memberId: null }
  const refuse = (refusal: DoorRefusal, memberId: string): Outcome => ({ refusal, memberId })
  const person = await doorOf(ctx, userId)
  if (!person) return { refusal: 'single-sign-on.unknown_person', memberId: null }
  if (person.disabled) return refuse('single-sign-on.account_disabled', person.id)
  if (!linked && person.taken.includes(provider.id))
    return refuse('single-sign-on.linked_elsewhere', person.id)
  if (!provider.secondFactorByProvider && person.needs_second_factor)
    return refuse('single-sign-on.second_factor_here', person.id)
  if (!linked) {
    // Two first sign-ins at once: the second finds the account taken.
    const { numInsertedOrUpdatedRows } = await ctx.db
      .insertInto('sso.link')
      .values({ provider_id: provider.id, subject: proof.subject, user_id: userId })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirstOrThrow()
    if (!numInsertedOrUpdatedRows && (await userOf(ctx, provider.id, proof.subject)) !== userId)
      return refuse('single-sign-on.linked_elsewhere', person.id)
  }
  return { found: { userId, fresh: !linked } }
}

async function userOf(ctx: Ctx, providerId: string, subject: string): Promise<string | null> {
  const row = await ctx.db
    .selectFrom('sso.link')
    .select('user_id')
    .where('provider_id', '=', providerId)
    .where('subject', '=', subject)
    .executeTakeFirst()
  return row?.user_id ?? null
}

/** By the bureau's own accounts only; a claim that fits two is nobody's. */
async function userNamed(
  ctx: Ctx,
  { match }: Believed,
  { claim }: Proof,
  staff: StaffFinder,
): Promise<string | null> {
  const words = claim?.trim()
  // What no column can hold is nobody's name.
  if (!words || words.length > 200 || /\p{Cc}/u.test(words) || !words.isWellFormed()) return null
  const found =
    match === 'staff-number'
      ? await staff(ctx.db, words)
      : (
          await ctx.db
            .selectFrom('kernel.member')
            .select('user_id')
            .where('user_name', '=', words.toLowerCase())
            .execute()
        ).map((row) => row.user_id)
  return found.length === 1 ? found[0]! : null
}

interface DoorRow {
  id: string
  disabled: boolean
  needs_second_factor: boolean
  /** Providers the account is linked at. */
  taken: string[]
}

async function doorOf(ctx: Ctx, userId: string): Promise<DoorRow | undefined> {
  const { rows } = await sql<DoorRow>`
    select m.id, m.disabled_at is not null as disabled,
      d.second_factor or m.roles && p.two_factor_roles as needs_second_factor,
      array(select l.provider_id::text from sso.link l
        where l.bureau_id = m.bureau_id and l.user_id = m.user_id) as taken
    from kernel.member m
      join kernel.account_door d on d.bureau_id = m.bureau_id and d.id = m.id
      join kernel.security p on p.bureau_id = m.bureau_id
    where m.bureau_id = kernel.bureau() and m.user_id = ${userId}`.execute(ctx.db)
  return rows[0]
}
