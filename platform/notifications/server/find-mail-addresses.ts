import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import { findMailServer } from './mail-server.ts'

/** The mail addresses that these persons of the directory gave for themselves; who has no account or gave none is missing. */
export async function findMailAddresses(
  ctx: Ctx,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ person_id: string; mail_address: string }>`
    select m.person_id, p.mail_address from kernel.member m
    join notifications.preference p on p.bureau_id = m.bureau_id and p.user_id = m.user_id
    where m.bureau_id = kernel.bureau() and m.disabled_at is null and p.mail_address is not null
      and m.person_id = any(${[...personIds]}::uuid[])`.execute(ctx.db)
  return new Map(rows.map((row) => [row.person_id, row.mail_address]))
}

/** The address the bureau's mails come from; null without a mail server. */
export async function findSenderAddress(ctx: Ctx): Promise<string | null> {
  return (await findMailServer(ctx))?.from_address ?? null
}
