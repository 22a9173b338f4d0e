import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import { centreRoles } from '#kernel/contract/roles.ts'

/**
 * 首问责任制: whoever of the centre deals with a request first answers for it to the end. Later ones change nothing, which
 * the database's own trigger keeps too.
 */
export async function takeFirstContact(ctx: Ctx, requestIds: readonly string[]): Promise<void> {
  const { personId, name, roles } = ctx.actor
  if (!roles.some((role) => (centreRoles as readonly string[]).includes(role))) return
  await sql`update fleet.request set first_contact_person_id = ${personId}, first_contact_name = ${name}
    where bureau_id = kernel.bureau() and id = any(${[...requestIds]}::uuid[]) and first_contact_name is null`.execute(
    ctx.db,
  )
}
