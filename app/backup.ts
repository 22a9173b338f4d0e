/**
 * `npm run backup [-- --to DIR] [--verify]`: copies the embedded database while it runs (or starts it for this), or
 * tries out the newest backup by restoring it aside.
 */
import { existsSync } from 'node:fs'
import { userInfo } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { StartProblem } from '#kernel/database/start-problem.ts'
import { openInstallation } from '#kernel/server/open-installation.ts'
import { ownToolsText } from '#platform/backup/own-tools.ts'
import { sayMoment } from '#platform/backup/server/choose-backup.ts'
import { sizeOf } from '#platform/backup/server/manifest.ts'
import { type Performed, performRun } from '#platform/backup/server/perform-run.ts'
import { beginRun } from '#platform/backup/server/run-log.ts'
import { backupFolder, dataFolder } from './backup-folder.ts'
import { endWith, sayProgress } from './command-line.ts'
import { serverModules, version } from './modules.ts'
import { openDatabase } from './open-database.ts'

const root = resolve(import.meta.dirname, '..')
await endWith(async () => {
  const { values } = parseArgs({ options: { to: { type: 'string' }, verify: { type: 'boolean' } } })
  if (process.env.DATABASE_URL) throw ownToolsText()
  const data = dataFolder(process.env, root)
  // A backup of a database made for the purpose would only look like one.
  if (!existsSync(join(data, 'postgres')))
    throw new StartProblem(
      `${data} 中没有数据库：请用 HOUQIN_DATA 指定数据文件夹。`,
      `There is no database in ${data}: name the data folder in HOUQIN_DATA.`,
    )
  const database = await openDatabase(process.env, root, () => undefined, true)
  try {
    // Brings an older database to this release first, as a start would.
    await (
      await openInstallation({ url: database.url, modules: serverModules, version, poolSize: 2 })
    ).close()
    const folder = backupFolder(process.env, root)
    const place = { url: database.url, folder, houqin: version, clock: () => new Date() }
    const began = performance.now()
    const kind = values.verify ? 'verify' : 'backup'
    const done = await performRun(place, (client) => beginRun(client, kind, 'command', userInfo().username), {
      ...(values.to ? { to: resolve(values.to) } : {}),
      progress: sayProgress(),
    })
    if (done) report(done, values.to ? resolve(values.to) : folder, (performance.now() - began) / 1000)
  } finally {
    await database.stop()
  }
})

function report({ manifest, verified, removed }: Performed, folder: string, seconds: number): void {
  const megabytes = Math.ceil(sizeOf(manifest) / 1024 ** 2)
  const at = `${folder}/${manifest.name}`
  if (verified) {
    const to = sayMoment(verified.lastChangeAt ?? manifest.finishedAt)
    console.log(
      `备份可以恢复 / the backup can be restored: ${at}  ${verified.tables} 张表 tables, ${verified.rows} 行 rows, → ${to}  ${seconds.toFixed(1)} s`,
    )
    return
  }
  console.log(
    `备份完成 / backed up: ${at}  ${megabytes} MB  ${manifest.files.length} 个文件 files  ${seconds.toFixed(1)} s`,
  )
  if (removed.length > 0) console.log(`按保留规则删除 / removed by the policy: ${removed.join(' ')}`)
  console.log(`恢复 / to restore: npm run restore -- --from "${folder}"`)
}
