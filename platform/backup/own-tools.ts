import { BackupProblem } from './backup-problem.ts'

/** What to run for a PostgreSQL of one's own; `$DATABASE_URL` is the setting of the same name. */
export const ownToolCommands: readonly { what: { zh: string; en: string }; command: string }[] = [
  {
    what: { zh: '每天导出一份（可换版本恢复）', en: 'A dump a day (restores into another version, too)' },
    command: 'pg_dump --format=custom --file=houqin-$(date +%F).dump "$DATABASE_URL"',
  },
  {
    what: { zh: '从导出恢复到空数据库', en: 'Restore the dump into an empty database' },
    command: 'createdb houqin && pg_restore --exit-on-error --dbname=houqin houqin-2026-11-24.dump',
  },
  {
    what: {
      zh: '整库物理备份，配合 WAL 归档可恢复到任意时刻',
      en: 'A base backup; with an archive of the log any moment can be restored',
    },
    command:
      'pg_basebackup --dbname="$DATABASE_URL" --pgdata=/backup/houqin-$(date +%F) --format=tar --gzip --checkpoint=fast',
  },
  {
    what: { zh: '或用 pgBackRest 管理保留与归档', en: 'Or let pgBackRest manage retention and the archive' },
    command: 'pgbackrest --stanza=houqin backup',
  },
]

/** The refusal of our commands on a database that is not the embedded one. */
export function ownToolsText(): BackupProblem {
  const lines = (locale: 'zh' | 'en') =>
    ownToolCommands.map(({ what, command }) => `\n  # ${what[locale]}\n  ${command}`).join('')
  return new BackupProblem(
    `DATABASE_URL 指向您自己的 PostgreSQL，请用它自带的工具备份和恢复：${lines('zh')}\n`,
    `DATABASE_URL names a PostgreSQL of your own: back it up and restore it with its own tools:${lines('en')}`,
  )
}
