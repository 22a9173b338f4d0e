import type { Ctx } from '#kernel/context.ts'

interface DemoResource {
  code: string
  name: string
  capacity: number | null
  closed: boolean
}

/** What can be held, in one statement. @returns each one's id by its code */
export async function ensureResources(
  ctx: Ctx,
  kind: 'VEHICLE' | 'DRIVER',
  resources: readonly DemoResource[],
): Promise<Map<string, string>> {
  const rows = await ctx.db
    .insertInto('bookings.resource')
    .values(
      resources.map(({ code, name, capacity, closed }) => ({
        kind,
        code,
        name,
        capacity,
        href: kind === 'VEHICLE' ? '/fleet/vehicles' : '/fleet/drivers',
        closed_at: closed ? ctx.now : null,
      })),
    )
    .returning(['id', 'code'])
    .execute()
  return new Map(rows.map(({ id, code }) => [code, id]))
}
