import { sql } from 'kysely'
import { createBureau } from '#kernel/bureau/create-bureau.ts'
import { demoAccounts, demoPassword } from '#kernel/bureau/demo-accounts.ts'
import { createContext, systemActor } from '#kernel/create-context.ts'
import type { Db } from '#kernel/database/connect.ts'
import { type Database, enterStatements } from '#kernel/database/transaction.ts'
import { createAccount } from '#kernel/identity/create-account.ts'
import type { Installation } from '#kernel/server/installation.ts'

/** Whether to fill an empty database with the demo bureau: `HOUQIN_DEMO` decides, else the embedded one gets it. */
export async function wantsDemo(
  installation: { database: Database },
  settings: Record<string, string | undefined>,
  embedded: boolean,
): Promise<boolean> {
  if (settings.HOUQIN_DEMO === '0' || (settings.HOUQIN_DEMO !== '1' && !embedded)) return false
  const anyBureau = await installation.database.asOwner((db) =>
    db.selectFrom('kernel.bureau').select('id').executeTakeFirst(),
  )
  return anyBureau === undefined
}

/**
 * Makes the demo bureau, its nine accounts, and lets every module fill it; all or nothing, so that a start that was
 * cut off begins anew.
 */
export async function loadDemo(
  installation: Pick<Installation, 'database' | 'modules' | 'clock'>,
  say: (line: string) => void,
): Promise<string> {
  const now = installation.clock()
  const began = performance.now()
  say('建立演示机关 / loading the demo bureau …')
  const bureauId = await installation.database.asOwner(async (db) => {
    const id = await createBureau(db, { name: '青澜区机关后勤服务中心', code: 'demo', demo: true })
    for (const { username, title } of demoAccounts) {
      await createAccount(db, {
        bureauId: id,
        userName: username,
        name: title.zh,
        password: demoPassword,
        roles: [username],
      })
    }
    await sql.raw(enterStatements({ bureauId: id, now })).execute(db)
    await fillBureau(installation.modules, { db, bureauId: id, now }, say)
    // The event log of a made-up year is nobody's news.
    await sql`set local role none`.execute(db)
    await sql`delete from kernel.outbox where bureau_id = ${id}`.execute(db)
    return id
  })
  say(`演示数据已就绪 / demo data ready  ${Math.round((performance.now() - began) / 1000)} s`)
  return bureauId
}

/**
 * Whatever their place in the list, these follow from what all the others have: webhooks told of it, news is read,
 * reports are written from it, and then the trail of it all is sealed.
 */
const afterAll = ['webhooks', 'notifications', 'reports', 'audit-seal']

async function fillBureau(
  modules: Installation['modules'],
  { db, bureauId, now }: { db: Db; bureauId: string; now: Date },
  say: (line: string) => void,
): Promise<void> {
  const last = afterAll.flatMap((name) => modules.filter(({ module }) => module.name === name))
  for (const { module, demo } of [...modules.filter((one) => !last.includes(one)), ...last]) {
    if (!demo) continue
    // A year was written at once: until it is counted, every figure of it is read the slow way.
    if (module.name === 'reports')
      await sql.raw(`set local role none; analyze; ${enterStatements({ bureauId, now })}`).execute(db)
    const began = performance.now()
    const requestId = `demo:${module.name}`
    await demo(createContext({ db, bureauId, actor: systemActor, locale: 'zh-CN', requestId, now }))
    say(`  ${module.title.zh} / ${module.title.en}  ${Math.round(performance.now() - began)} ms`)
  }
}
