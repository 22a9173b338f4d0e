import { sql } from 'kysely'
import { auditActions } from './audit/audit-actions.ts'
import { bureauActions } from './bureau/bureau-actions.ts'
import type { Ctx } from './context.ts'
import { fileReaders, storeFile } from './files/file-actions.ts'
import { changeAccount, createAccount, listAccounts, session } from './identity/account-actions.ts'
import { createToken, listTokens, revokeToken } from './identity/token-actions.ts'
import { importActions } from './import/import-actions.ts'
import { kernel } from './module.ts'
import { implement, type ServerModule } from './server-module.ts'
import { deleteView, listViews, saveView } from './views/view-actions.ts'

/** Imports after thirty days, loose uploads after a day, runs of jobs after three, answers kept for repeated requests
 * after eight: longer than a phone keeps what it could not send. */
async function sweepLooseRows(ctx: Ctx): Promise<void> {
  await sql`delete from kernel.file where attached_at is null and uploaded_at < ${ctx.now}::timestamptz - interval '1 day'`.execute(
    ctx.db,
  )
  await sql`delete from kernel.import_run where ended_at < ${ctx.now}::timestamptz - interval '30 days'`.execute(
    ctx.db,
  )
  await sql`delete from kernel.idempotency where at < ${ctx.now}::timestamptz - interval '8 days'`.execute(
    ctx.db,
  )
  await sql`delete from kernel.job_run where at < ${ctx.now}::timestamptz - interval '3 days'`.execute(ctx.db)
  await sql`delete from kernel.sensitive_read where hour < ${ctx.now}::timestamptz - interval '1 day'`.execute(
    ctx.db,
  )
}

/** The kernel as a module among the others; it serves what they all declare (sheets, files, events). */
export function kernelServer(others: readonly ServerModule[], version: string): ServerModule {
  const { installation, setUpBureau } = bureauActions(version)
  const modules: ServerModule[] = [...others]
  const texts = () =>
    Object.assign({}, ...[...modules.map(({ module }) => module.problems ?? {}), kernel.problems])
  const server = implement(kernel, {
    migrations: new URL('./migrations', import.meta.url).pathname,
    actions: {
      installation,
      setUpBureau,
      session,
      listTokens,
      createToken: (ctx, input) => createToken(ctx, input, new Set(modules.map(({ module }) => module.name))),
      revokeToken,
      listAccounts,
      createAccount,
      changeAccount,
      storeFile,
      ...fileReaders(modules),
      ...importActions(modules, texts),
      ...auditActions(modules),
      listViews,
      saveView,
      deleteView,
    },
    jobs: { 'sweep-loose-rows': sweepLooseRows },
  })
  modules.push(server)
  return server
}
