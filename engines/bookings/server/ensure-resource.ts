import type { Ctx } from '#kernel/context.ts'
import type { ResourceKind } from '../words.ts'

/** A resource as a service registers its own: a room it keeps, a vehicle. */
export interface NewResource {
  kind: ResourceKind
  /** Of that kind, in one bureau; the same again changes the resource. */
  code: string
  name: string
  quantity?: number
  siteId?: string | null
  capacity?: number | null
  features?: readonly string[]
  href?: string
  closed?: boolean
}

/**
 * Registers a resource or brings it up to date. @returns its id
 * @throws the database's 23505 for a name that another of the kind has: services check that for their own words
 */
export async function ensureResource(ctx: Ctx, resource: NewResource): Promise<string> {
  const { closed, siteId, ...given } = resource
  const columns = {
    ...given,
    quantity: given.quantity ?? 1,
    capacity: given.capacity ?? null,
    features: [...(given.features ?? [])],
    href: given.href ?? '',
    site_id: siteId ?? null,
    closed_at: closed ? ctx.now : null,
  }
  const { id } = await ctx.db
    .insertInto('bookings.resource')
    .values(columns)
    .onConflict((clash) => clash.columns(['bureau_id', 'kind', 'code']).doUpdateSet(columns))
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
