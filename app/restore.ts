/**
 * `npm run restore -- --from DIR [--to-time '2026-11-24 10:00' | --to-latest] [--data DIR] [--force]`: restores the
 * embedded database, into an empty data folder or, with `--force`, keeping the present one under another name.
 */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { StartProblem } from '#kernel/database/start-problem.ts'
import { ownToolsText } from '#platform/backup/own-tools.ts'
import { sayMoment } from '#platform/backup/server/choose-backup.ts'
import { parseMoment } from '#platform/backup/server/parse-moment.ts'
import { restoreBackup } from '#platform/backup/server/restore-backup.ts'
import { dataFolder } from './backup-folder.ts'
import { endWith } from './command-line.ts'

const usage = `用法 / usage:
  npm run restore -- --from 备份文件夹 [--to-time '2026-11-24 10:00' | --to-latest] [--data 数据文件夹] [--force]`

const root = resolve(import.meta.dirname, '..')
await endWith(async () => {
  const text = { type: 'string' } as const
  const flag = { type: 'boolean' } as const
  const { values } = parseArgs({
    options: { from: text, 'to-time': text, 'to-latest': flag, data: text, force: flag },
  })
  if (process.env.DATABASE_URL) throw ownToolsText()
  if (!values.from || (values['to-time'] && values['to-latest']))
    throw new StartProblem(usage, '--from is needed, and at most one of --to-time and --to-latest')
  const data = values.data ? resolve(values.data) : dataFolder(process.env, root)
  const now = new Date()
  const moment = values['to-time'] ? parseMoment(values['to-time']) : null
  const { backup, lastChangeAt, aside } = await restoreBackup({
    from: resolve(values.from),
    data,
    moment,
    force: values.force ?? false,
    now,
    log: (line) => console.log(line),
  })
  const last = lastChangeAt ? sayMoment(lastChangeAt) : null
  console.log(`已恢复 / restored: ${data}/postgres  ← ${backup}`)
  if (moment) console.log(`恢复到 / restored to: ${sayMoment(moment)}`)
  console.log(
    last
      ? `其中最后一笔更改 / last change in it: ${last}`
      : '备份之后没有更改 / nothing was changed after the backup',
  )
  if (aside) console.log(`原数据库保留在 / the former database is kept in: ${aside}`)
  console.log(`启动 / start: HOUQIN_DATA="${data}" npm start    然后备份 / then back up: npm run backup`)
})
