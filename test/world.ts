import { sql } from 'kysely'
import { createBureau } from '#kernel/bureau/create-bureau.ts'
import { demoPassword } from '#kernel/bureau/demo-accounts.ts'
import { allRoles } from '#kernel/contract/roles.ts'
import { createContext, systemActor } from '#kernel/create-context.ts'
import { enterStatements } from '#kernel/database/transaction.ts'
import { createAccount } from '#kernel/identity/create-account.ts'
import type { Installation } from '#kernel/server/installation.ts'
import { furnishBureau } from './furnish-bureau.ts'

/** Account names of the second bureau begin so. */
export const otherPrefix = 'other-'

const bureaus = [
  { code: 'qinglan', name: '青澜区机关后勤服务中心', prefix: '' },
  { code: 'hengshui', name: '衡水滩区机关后勤服务中心', prefix: otherPrefix },
]

/** Fills the template: two bureaus, each with the nine accounts and the same few people and places. */
export async function makeWorld(installation: Installation): Promise<void> {
  const now = new Date('2026-01-05T09:00:00+08:00')
  for (const { code, name, prefix } of bureaus) {
    await installation.database.asOwner(async (db) => {
      const bureauId = await createBureau(db, { code, name, demo: false })
      // The small world's accounts share one plain password, as a demo bureau's do.
      await sql`call kernel.relax_security(${bureauId})`.execute(db)
      for (const role of allRoles) {
        await createAccount(db, {
          bureauId,
          userName: prefix + role,
          name: `${role}`,
          password: demoPassword,
          roles: [role],
        })
      }
      await sql.raw(enterStatements({ bureauId, now })).execute(db)
      const ctx = createContext({
        db,
        bureauId,
        actor: systemActor,
        locale: 'zh-CN',
        requestId: 'world',
        now,
      })
      await furnishBureau(ctx, prefix)
      await sql`set local role none`.execute(db)
      await sql`delete from kernel.outbox`.execute(db)
    })
  }
}
