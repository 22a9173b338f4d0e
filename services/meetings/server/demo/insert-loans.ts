import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import type { KeptMeeting } from './insert-meetings.ts'

/** Which of the next meetings borrow what: every so-manieth, so many pieces. */
const borrowed = [
  { code: 'HS01', every: 2, quantity: 2, most: 10 },
  { code: 'HS02', every: 3, quantity: 1, most: 8 },
  { code: 'HS05', every: 4, quantity: 1, most: 12 },
] as const

/** The next meetings borrow microphones, laptops and pointers; each loan has pieces of its own, so that no two clash. */
export async function insertLoans(ctx: Ctx, kept: readonly KeptMeeting[]): Promise<void> {
  const next = kept
    .filter(({ state }) => state === 'CHECKED_IN' || state === 'CONFIRMED')
    .sort((one, other) => one.from.getTime() - other.from.getTime())
  for (const { code, every, quantity, most } of borrowed) {
    const accessory = await ctx.db
      .selectFrom('bookings.resource')
      .select('id')
      .where('kind', '=', 'EQUIPMENT')
      .where('code', '=', code)
      .executeTakeFirst()
    const lent = next.filter((_, index) => index % every === 0).slice(0, most)
    if (!accessory || lent.length === 0) continue
    await ctx.db
      .insertInto('bookings.claim')
      .values(lent.map(({ id }) => ({ booking_id: id, resource_id: accessory.id, quantity })))
      .execute()
    await ctx.db
      .insertInto('bookings.hold')
      .values(
        lent.map(({ id, from, to }, index) => ({
          booking_id: id,
          resource_id: accessory.id,
          pieces: sql<string>`int4range(${1 + index * quantity}, ${1 + (index + 1) * quantity})`,
          occupied: sql<string>`tstzrange(${from}, ${to})`,
        })),
      )
      .execute()
  }
}
