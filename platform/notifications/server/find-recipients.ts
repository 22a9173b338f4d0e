import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import type { Role } from '#kernel/contract/roles.ts'

/** Whom a piece of news is for; whoever fits several is told once. */
export interface Addressees {
  /** Persons of the directory; those without an account cannot be told here. */
  personIds?: readonly (string | null | undefined)[]
  userIds?: readonly string[]
  roles?: readonly Role[]
  /** Those of these roles in these units only. */
  unitRoles?: { unitId: string; roles: readonly Role[] }
}

export interface Recipient {
  userId: string
  roles: readonly string[]
  unitId: string | null
  mailAddress: string | null
  quiet: string
  quiet_from_minutes: number
  quiet_to_minutes: number
  digest: string
}

/** The accounts behind the addressees, with their habits; never the one who did it. */
export async function findRecipients(ctx: Ctx, to: Addressees, by: string | null): Promise<Recipient[]> {
  const persons = (to.personIds ?? []).filter((id) => id !== null && id !== undefined)
  const { rows } = await sql<Recipient>`
    select m.user_id as "userId", m.roles, m.unit_id as "unitId", p.mail_address as "mailAddress",
      coalesce(p.quiet, 'NONE') as quiet, coalesce(p.quiet_from_minutes, 0) as quiet_from_minutes,
      coalesce(p.quiet_to_minutes, 0) as quiet_to_minutes, coalesce(p.digest, 'NONE') as digest
    from kernel.member m
    left join notifications.preference p on p.bureau_id = m.bureau_id and p.user_id = m.user_id
    where m.bureau_id = kernel.bureau() and m.disabled_at is null and m.user_id is distinct from ${by}::uuid
      and (m.person_id = any(${persons}::uuid[]) or m.user_id = any(${to.userIds ?? []}::uuid[])
        or m.roles && ${to.roles ?? []}::text[]
        or (m.unit_id = ${to.unitRoles?.unitId ?? null}::uuid and m.roles && ${to.unitRoles?.roles ?? []}::text[]))
    order by m.user_id`.execute(ctx.db)
  return rows
}
