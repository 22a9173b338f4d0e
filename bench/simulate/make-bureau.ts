import { sql } from 'kysely'
import { createBureau } from '#kernel/bureau/create-bureau.ts'
import { demoAccounts, demoPassword } from '#kernel/bureau/demo-accounts.ts'
import { createContext, systemActor } from '#kernel/create-context.ts'
import type { Db } from '#kernel/database/connect.ts'
import { enterStatements } from '#kernel/database/transaction.ts'
import { createAccount } from '#kernel/identity/create-account.ts'
import type { ServerModule } from '#kernel/server-module.ts'
import { type DemoBureau, readDemoBureau } from '#services/repairs/server/demo/demo-bureau.ts'

export interface MadeBureau {
  id: string
  people: DemoBureau
}

/** These are played at scale, or written from what was played. */
const played = ['repairs', 'reports']

/**
 * Makes one bureau with the accounts, people, places, calendar and catalogue of the demo bureau.
 * @returns its id and who is in it; the transaction is the owner's again
 */
export async function makeBureau(
  db: Db,
  modules: readonly ServerModule[],
  { place, now }: { place: number; now: Date },
): Promise<MadeBureau> {
  const name = `模拟机关后勤服务中心${place}`
  const bureauId = await createBureau(db, { name, code: `sim-${place}`, demo: true })
  for (const { username, title } of demoAccounts)
    await createAccount(db, {
      bureauId,
      userName: username,
      name: title.zh,
      password: demoPassword,
      roles: [username],
    })
  await sql.raw(enterStatements({ bureauId, now })).execute(db)
  for (const { module, demo } of modules) {
    if (!demo || played.includes(module.name)) continue
    await demo(
      createContext({ db, bureauId, actor: systemActor, locale: 'zh-CN', requestId: 'simulate', now }),
    )
  }
  // Read now: later its accounts may have other names.
  const people = await readDemoBureau(
    createContext({ db, bureauId, actor: systemActor, locale: 'zh-CN', requestId: 'simulate', now }),
  )
  if (!people) throw new TypeError('the bureau has no demo people to play with')
  await sql`set local role none`.execute(db)
  return { id: bureauId, people }
}

/** Gives the accounts names of their own, so that the next bureau can have the usual ones while it is filled. */
export async function renameAccounts(db: Db, bureauId: string, place: number): Promise<void> {
  await sql`
    update identity."user" u set username = u.username || '-' || ${place}::int,
      "displayUsername" = u."displayUsername" || '-' || ${place}::int
    from kernel.member m where m.user_id = u.id and m.bureau_id = ${bureauId}`.execute(db)
  await sql`
    update kernel.member set user_name = user_name || '-' || ${place}::int where bureau_id = ${bureauId}`.execute(
    db,
  )
}
