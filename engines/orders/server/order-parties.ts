import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import { Problem } from '#kernel/contract/problem.ts'

/** Who asks, as the order keeps it. */
export interface Requester {
  personId: string | null
  name: string
  phone: string | null
  unitId: string | null
  keyPerson: boolean
}

interface RequesterInput {
  personId?: string | null
  name?: string
  phone?: string | null
}

/** The requester: the person named, a caller without an account, or the actor. @throws Problem 422 */
export async function requesterOf(ctx: Ctx, given: RequesterInput | undefined): Promise<Requester> {
  const personId = given ? (given.personId ?? null) : ctx.actor.personId
  if (!personId) {
    const name = given?.name?.trim() || (given ? '' : ctx.actor.name)
    if (!name) throw new Problem(422, 'orders.no_requester', { path: 'requester' })
    return { personId: null, name, phone: given?.phone ?? null, unitId: null, keyPerson: false }
  }
  const person = await ctx.db
    .selectFrom('directory.person')
    .select(['name', 'mobile', 'unit_id', 'key_person'])
    .where('id', '=', personId)
    .executeTakeFirst()
  if (!person) throw new Problem(422, 'orders.no_requester', { path: 'requester' })
  return {
    personId,
    name: person.name,
    phone: given?.phone ?? person.mobile,
    unitId: person.unit_id,
    keyPerson: person.key_person,
  }
}

/** The centre's unit that stands in when nobody is named: the highest one that serves. Null while there is none. */
export async function centreUnitId(ctx: Ctx): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select id from directory.unit
    where bureau_id = kernel.bureau() and kind = 'centre' and closed_on is null
    order by parent_id is not null, code limit 1`.execute(ctx.db)
  return rows[0]?.id ?? null
}

/** Names of the places an order is at, for its search words. */
export async function placeNames(ctx: Ctx, siteId: string, roomId: string | null): Promise<string[]> {
  const site = await ctx.db
    .selectFrom('directory.site')
    .select('name')
    .where('id', '=', siteId)
    .executeTakeFirst()
  if (!roomId) return site ? [site.name] : []
  const room = await ctx.db
    .selectFrom('directory.room')
    .select('name')
    .where('id', '=', roomId)
    .executeTakeFirst()
  return [site?.name, room?.name].filter((name) => name !== undefined)
}
