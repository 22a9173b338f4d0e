import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { Role } from '#kernel/contract/roles.ts'
import type { Locale } from '#kernel/contract/text.ts'
import { sealSecret } from '#kernel/identity/seal-secret.ts'
import { allowedNetworks } from '#platform/outbound/address-guard.ts'
import type { notifications } from '../module.ts'
import { findMailServer } from './mail-server.ts'
import type { Mailbox } from './match-mailboxes.ts'
import { planTest } from './plan-test.ts'

type Actions = typeof notifications.actions
type Input = InputOf<Actions['createMailbox']>

/** Units that accounts belong to, by the name kept with them; the directory itself is a floor above. */
async function unitsOfMembers(ctx: Ctx): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select distinct unit_id as id, unit_name as name from kernel.member
    where bureau_id = kernel.bureau() and unit_id is not null and unit_name is not null
    order by unit_name`.execute(ctx.db)
  return rows
}

export async function listMailboxes(ctx: Ctx): Promise<OutputOf<Actions['listMailboxes']>> {
  const rows = await ctx.db
    .selectFrom('notifications.mailbox')
    .selectAll()
    .where('removed_at', 'is', null)
    .orderBy('created_at')
    .execute()
  return {
    items: rows.map((row) => ({
      id: row.id,
      name: row.name,
      channel: row.channel as Input['channel'],
      role: row.role as Role | null,
      unitId: row.unit_id,
      types: row.types,
      instead: row.instead,
      address: row.address,
      locale: row.locale as Locale,
      keySet: row.key_sealed !== null,
      secretSet: row.secret_sealed !== null,
    })),
    allowedNetworks: [...allowedNetworks()],
    units: await unitsOfMembers(ctx),
  }
}

function checkAddress({ channel, address }: Input): void {
  if (channel === 'mail') {
    if (!/^[^@\s,;<>]+@[^@\s,;<>]+$/.test(address))
      throw new Problem(422, 'notifications.bad_mail_address', { path: 'address' })
    return
  }
  const url = URL.canParse(address) ? new URL(address) : null
  const plain = url && /^https?:$/.test(url.protocol) && !url.search && !url.hash && !url.username
  if (!plain) throw new Problem(422, 'notifications.bad_robot_address', { path: 'address' })
}

/** A given secret sealed, the old one when none was given, none when it was emptied. */
function sealedOf(given: string | undefined, before: string | null): string | null {
  if (given === undefined) return before
  return given === '' ? null : sealSecret(given)
}

async function valuesOf(ctx: Ctx, input: Input, before: Mailbox | null) {
  checkAddress(input)
  if (input.role === null && input.unitId === null)
    throw new Problem(422, 'notifications.need_owner', { path: 'role' })
  if (input.unitId && !(await unitsOfMembers(ctx)).some(({ id }) => id === input.unitId))
    throw new Problem(422, 'notifications.unknown_unit', { path: 'unitId' })
  const robot = input.channel !== 'mail'
  // Keys belong to the address they were given for: another one must not be handed them.
  const same = before !== null && before.channel === input.channel && before.address === input.address
  const key = robot ? sealedOf(input.key, same ? before.key_sealed : null) : null
  if (robot && key === null) throw new Problem(422, 'notifications.need_key', { path: 'key' })
  return {
    name: input.name,
    channel: input.channel,
    role: input.role,
    unit_id: input.unitId,
    types: input.types,
    instead: input.instead,
    address: input.address,
    locale: input.locale,
    key_sealed: key,
    secret_sealed: robot ? sealedOf(input.secret, same ? before.secret_sealed : null) : null,
  }
}

async function emitMailbox(ctx: Ctx, what: string, id: string, input: Input | null): Promise<void> {
  const { key: _key, secret: _secret, ...told } = input ?? {}
  await ctx.emit({
    type: `notifications.mailbox_${what}`,
    subjectType: 'notifications.mailbox',
    subjectId: id,
    after: told,
  })
}

/** @throws Problem 422 */
export async function createMailbox(ctx: Ctx, input: Input): Promise<OutputOf<Actions['createMailbox']>> {
  const { id } = await ctx.db
    .insertInto('notifications.mailbox')
    .values(await valuesOf(ctx, input, null))
    .returning('id')
    .executeTakeFirstOrThrow()
  await emitMailbox(ctx, 'created', id, input)
  return { id }
}

async function find(ctx: Ctx, mailboxId: string): Promise<Mailbox> {
  const row = await ctx.db
    .selectFrom('notifications.mailbox')
    .selectAll()
    .where('id', '=', mailboxId)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  if (!row) throw new Problem(404, 'kernel.not_found')
  return row
}

/** @throws Problem 404, 422 */
export async function changeMailbox(
  ctx: Ctx,
  { mailboxId, ...input }: InputOf<Actions['changeMailbox']>,
): Promise<OutputOf<Actions['changeMailbox']>> {
  const before = await find(ctx, mailboxId)
  const values = await valuesOf(ctx, input, before)
  await ctx.db.updateTable('notifications.mailbox').set(values).where('id', '=', mailboxId).execute()
  await emitMailbox(ctx, 'changed', mailboxId, input)
  return done
}

/** It takes nothing more; what it was sent stays in the log. @throws Problem 404 */
export async function removeMailbox(
  ctx: Ctx,
  { mailboxId }: InputOf<Actions['removeMailbox']>,
): Promise<OutputOf<Actions['removeMailbox']>> {
  await find(ctx, mailboxId)
  await ctx.db
    .updateTable('notifications.mailbox')
    .set({ removed_at: ctx.now })
    .where('id', '=', mailboxId)
    .execute()
  await sql`update notifications.delivery d set given_up_at = ${ctx.now}, answer = '已停用 / removed'
    from notifications.notification n
    where d.bureau_id = kernel.bureau() and n.bureau_id = d.bureau_id and n.id = d.notification_id
      and n.mailbox_id = ${mailboxId} and d.sent_at is null and d.given_up_at is null`.execute(ctx.db)
  await emitMailbox(ctx, 'removed', mailboxId, null)
  return done
}

/** @throws Problem 404, 409 for a mailbox while there is no mail server */
export async function testMailbox(
  ctx: Ctx,
  { mailboxId }: InputOf<Actions['testMailbox']>,
): Promise<OutputOf<Actions['testMailbox']>> {
  const { channel } = await find(ctx, mailboxId)
  if (channel === 'mail' && !(await findMailServer(ctx)))
    throw new Problem(409, 'notifications.no_mail_server')
  return { deliveryId: await planTest(ctx, { channel, mailboxId }) }
}
