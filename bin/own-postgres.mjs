import { spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const debian = '/usr/lib/postgresql'

/** Programs of the oldest PostgreSQL from 15 on that this machine has as a Debian package. */
function findPrograms() {
  if (!existsSync(debian)) return undefined
  const versions = readdirSync(debian)
    .map(Number)
    .filter((version) => version >= 15)
    .sort((a, b) => a - b)
  return versions
    .map((version) => ({ version, folder: join(debian, String(version), 'bin') }))
    .find(({ folder }) => existsSync(join(folder, 'initdb')))
}

/** PostgreSQL does not run as root; Debian's package brings the account `postgres`. */
function account() {
  if (process.getuid?.() !== 0) return {}
  const id = (flag) => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout)
  return { uid: id('-u'), gid: id('-g') }
}

/**
 * Runs a piece of work with a fresh server of the machine's own PostgreSQL, on a socket in a folder of its own.
 * @param {(url: string, version: number) => void | Promise<void>} work
 * @returns {Promise<boolean>} false when this machine has none
 */
export async function withOwnPostgres(work) {
  const programs = findPrograms()
  if (!programs) return false
  const folder = mkdtempSync(join(tmpdir(), 'houqin-own-'))
  const as = account()
  if (as.uid) chownSync(folder, as.uid, as.gid)
  const run = (program, args) =>
    spawnSync(join(programs.folder, program), args, {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'inherit'],
      ...as,
    }).status === 0
  const cluster = join(folder, 'cluster')
  const settings = `-k ${folder} -c listen_addresses= -c fsync=off -c synchronous_commit=off -c autovacuum=off -c max_connections=100`
  try {
    if (
      !run('initdb', [
        '-D',
        cluster,
        '-U',
        'postgres',
        '-A',
        'trust',
        '-E',
        'UTF8',
        '--locale=C.UTF-8',
        '--no-sync',
      ])
    )
      throw new Error('initdb failed')
    if (!run('pg_ctl', ['-D', cluster, '-w', '-l', join(folder, 'log'), '-o', settings, 'start']))
      throw new Error('pg_ctl start failed')
    try {
      await work(`postgres://postgres@localhost:5432/postgres?host=${folder}`, programs.version)
    } finally {
      run('pg_ctl', ['-D', cluster, '-w', '-m', 'immediate', 'stop'])
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return true
}
