import { existsSync, statSync } from 'node:fs'
import { chmod, chown, readFile, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import type pg from 'pg'
import { canEnter, isRoot } from '#platform/embedded-database/account.ts'
import { ARCHIVE_SCRIPT } from '#platform/embedded-database/settings.ts'
import { BackupProblem } from '../backup-problem.ts'
import { syncFolder, writeSynced } from './copy-file.ts'
import { makeFolder } from './make-folder.ts'

/** The longest that a finished change waits in the server before it is copied away. */
const ARCHIVE_TIMEOUT = '5min'

/** Where a cluster's log is copied to; null when nobody asked for it yet. */
export async function archiveNow(cluster: string): Promise<string | null> {
  const script = path.join(cluster, ARCHIVE_SCRIPT)
  if (!existsSync(script)) return null
  const named = /^# archive: (.*)$/m.exec(await readFile(script, 'utf8'))?.[1]
  return named ? (JSON.parse(named) as string) : null
}

/**
 * Makes the cluster copy its log into `<folder>/wal/<name>` from now on, unless it already copies it somewhere that
 * is there. Every restored cluster begins an archive of its own, so that two pasts never mix in one.
 * @param elsewhere keep an archive that lies in another folder
 * @returns the archive's folder, and whether it is a new one
 */
export async function ensureArchive(
  client: pg.Client,
  cluster: string,
  { folder, name, elsewhere }: { folder: string; name: string; elsewhere: boolean },
): Promise<{ archive: string; began: boolean }> {
  const present = await archiveNow(cluster)
  if (present && existsSync(present) && (elsewhere || path.dirname(present) === path.join(folder, 'wal')))
    return { archive: present, began: false }
  const archive = path.join(folder, 'wal', name)
  await makeForServer(cluster, archive)
  const script = path.join(cluster, ARCHIVE_SCRIPT)
  await writeSynced(`${script}.new`, scriptFor(archive), 0o600)
  const { uid, gid } = statSync(cluster)
  if (isRoot()) await chown(`${script}.new`, uid, gid)
  await rename(`${script}.new`, script)
  await syncFolder(cluster)
  const { rows } = await client.query<{ now: string }>(`select current_setting('archive_timeout') as now`)
  if (rows[0]?.now === '0') {
    await client.query(`alter system set archive_timeout = '${ARCHIVE_TIMEOUT}'`)
    await client.query('select pg_reload_conf()')
  }
  return { archive, began: true }
}

/** Stops copying the log; the next backup begins a new archive. */
export async function endArchive(cluster: string): Promise<void> {
  await rm(path.join(cluster, ARCHIVE_SCRIPT), { force: true })
}

/** The database's own account writes there, and only it and we may look. */
async function makeForServer(cluster: string, archive: string): Promise<void> {
  await makeFolder(archive, isRoot() ? 0o711 : 0o700)
  await chmod(archive, 0o700)
  if (!isRoot()) return
  const { uid, gid } = statSync(cluster)
  await chown(archive, uid, gid)
  if (canEnter({ uid, gid }, archive)) return
  throw new BackupProblem(
    `数据库的系统用户（编号 ${uid}）无法进入备份文件夹 ${archive}：请用 HOUQIN_BACKUP 或 --to 指定它能进入的文件夹。`,
    `The database's account (number ${uid}) cannot enter the backup folder ${archive}: name one that it can enter, in HOUQIN_BACKUP or --to.`,
  )
}

/** POSIX shell, because the database's account may not be able to reach our Node. */
function scriptFor(archive: string): string {
  return `# Copies a finished piece of PostgreSQL's log away; houqin writes this file when it makes its first backup.
# archive: ${JSON.stringify(archive)}
set -eu
folder='${archive.replaceAll("'", `'\\''`)}'
target="$folder/$2.gz"
part="$folder/.$2.$$"
trap 'rm -f "$part"' EXIT
if [ ! -d "$folder" ]; then
  echo "houqin: the backup folder $folder is not there" >&2
  exit 1
fi
if [ -f "$target" ]; then
  gzip -dc "$target" | cmp -s - "$1" && exit 0
  echo "houqin: $target is there already with other content" >&2
  exit 1
fi
gzip -1 -c "$1" > "$part"
sync "$part"
mv "$part" "$target"
sync "$folder"
`
}
