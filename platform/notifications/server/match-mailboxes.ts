import type { Selectable } from 'kysely'
import type { DB } from '#generated/tables.ts'
import type { Ctx } from '#kernel/context.ts'
import type { NotificationType } from '#kernel/contract/module.ts'
import type { Addressees, Recipient } from './find-recipients.ts'

export type Mailbox = Selectable<DB['notifications.mailbox']>

/** Whether news for this person belongs into this mailbox: by role and unit, whichever it names. */
export function standsFor(mailbox: Mailbox, person: Pick<Recipient, 'roles' | 'unitId'>): boolean {
  return (
    (mailbox.role === null || person.roles.includes(mailbox.role)) &&
    (mailbox.unit_id === null || mailbox.unit_id === person.unitId)
  )
}

/** The shared mailboxes that take this news. */
export async function matchMailboxes(
  ctx: Ctx,
  type: string,
  declared: NotificationType,
  to: Addressees,
  recipients: readonly Recipient[],
): Promise<Mailbox[]> {
  const all = await ctx.db
    .selectFrom('notifications.mailbox')
    .selectAll()
    .where('removed_at', 'is', null)
    .execute()
  const roles: readonly string[] = declared.roles
  return all.filter((mailbox) => {
    if (mailbox.types.length > 0 && !mailbox.types.includes(type)) return false
    if (mailbox.role !== null && !roles.includes(mailbox.role)) return false
    // A role that is told as such has its mailbox told, even while nobody has the role.
    const asRole = (to.roles ?? []).some((role) => role === mailbox.role) && mailbox.unit_id === null
    return asRole || recipients.some((person) => standsFor(mailbox, person))
  })
}
