import { X509Certificate } from 'node:crypto'
import type { Selectable } from 'kysely'
import type { DB } from '#generated/tables.ts'
import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { sealSecret } from '#kernel/identity/seal-secret.ts'
import type { notifications } from '../module.ts'

type Actions = typeof notifications.actions
type Answer = OutputOf<Actions['readMailServer']>
export type MailServer = Selectable<DB['notifications.mail_server']>

export async function findMailServer(ctx: Ctx): Promise<MailServer | undefined> {
  return ctx.db.selectFrom('notifications.mail_server').selectAll().executeTakeFirst()
}

/** The settings without the password: it goes in and never comes out. */
export async function readMailServer(ctx: Ctx): Promise<Answer> {
  const row = await findMailServer(ctx)
  if (!row) return { server: null }
  return {
    server: {
      host: row.host,
      port: row.port,
      // The table's check holds it to the words of the contract.
      security: row.security as 'TLS' | 'STARTTLS' | 'NONE',
      userName: row.user_name,
      fromAddress: row.from_address,
      fromName: row.from_name,
      authority: row.authority,
      siteAddress: row.site_address,
      passwordSet: row.password_sealed !== null,
    },
  }
}

function checkAuthority(pem: string): void {
  if (pem.trim() === '') return
  try {
    new X509Certificate(pem)
  } catch (cause) {
    throw new Problem(422, 'notifications.bad_authority', { path: 'authority', cause })
  }
}

/** @throws Problem 422 a certificate that is none, or a password over a connection in clear */
export async function saveMailServer(ctx: Ctx, input: InputOf<Actions['saveMailServer']>): Promise<Answer> {
  checkAuthority(input.authority)
  const before = await findMailServer(ctx)
  // A kept password belongs to the server it was given for: another host must not be handed it.
  const moved = before !== undefined && (before.host !== input.host || before.user_name !== input.userName)
  const kept = moved ? null : (before?.password_sealed ?? null)
  const sealed =
    input.password === undefined ? kept : input.password === '' ? null : sealSecret(input.password)
  if (input.security === 'NONE' && sealed !== null)
    throw new Problem(422, 'notifications.password_in_clear', { path: 'security' })
  const values = {
    host: input.host,
    port: input.port,
    security: input.security,
    user_name: input.userName,
    password_sealed: sealed,
    from_address: input.fromAddress,
    from_name: input.fromName,
    authority: input.authority.trim(),
    site_address: input.siteAddress.replace(/\/+$/, ''),
  }
  const { id } = await ctx.db
    .insertInto('notifications.mail_server')
    .values(values)
    .onConflict((conflict) => conflict.column('bureau_id').doUpdateSet(values))
    .returning('id')
    .executeTakeFirstOrThrow()
  const { password_sealed: _hidden, authority: _long, ...told } = values
  await ctx.emit({
    type: 'notifications.mail_server_saved',
    subjectType: 'notifications.mail_server',
    subjectId: id,
    after: { ...told, passwordChanged: input.password !== undefined },
  })
  return readMailServer(ctx)
}
