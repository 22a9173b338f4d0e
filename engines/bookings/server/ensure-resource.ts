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
  const ids = await ensureResources(ctx, [resource])
  return ids.get(resource.code)!
}

/**
 * The same for many of one kind, each with a code of its own, in one statement: for sheets, a few hundred at most.
 * @returns each one's id by its code
 */
export async function ensureResources(
  ctx: Ctx,
  resources: readonly NewResource[],
): Promise<Map<string, string>> {
  if (resources.length === 0) return new Map()
  const rows = await ctx.db
    .insertInto('bookings.resource')
    .values(resources.map((one) => columnsOf(ctx, one)))
    .onConflict((clash) =>
      clash.columns(['bureau_id', 'kind', 'code']).doUpdateSet((row) => ({
        name: row.ref('excluded.name'),
        quantity: row.ref('excluded.quantity'),
        capacity: row.ref('excluded.capacity'),
        features: row.ref('excluded.features'),
        href: row.ref('excluded.href'),
        site_id: row.ref('excluded.site_id'),
        closed_at: row.ref('excluded.closed_at'),
      })),
    )
    .returning(['id', 'code'])
    .execute()
  return new Map(rows.map(({ id, code }) => [code, id]))
}

function columnsOf(ctx: Ctx, { closed, siteId, ...given }: NewResource) {
  return {
    ...given,
    quantity: given.quantity ?? 1,
    capacity: given.capacity ?? null,
    features: [...(given.features ?? [])],
    href: given.href ?? '',
    site_id: siteId ?? null,
    closed_at: closed ? ctx.now : null,
  }
}
