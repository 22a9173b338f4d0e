import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { StartProblem, systemErrorCode } from '#kernel/database/start-problem.ts'
import { type Account, accountRefused, systemFolder } from './account.ts'
import { binariesIn, type EmbeddedBinaries, findEmbeddedBinaries } from './binaries.ts'

/** Programs that really run on this machine under the account; copied below /var/lib/houqin when it cannot reach them. */
export function runnableBinaries(
  account: Account | undefined,
  log: (line: string) => void,
): { binaries: EmbeddedBinaries; version: string } {
  const installed = findEmbeddedBinaries()
  const version = askVersion(installed, account)
  if (version) return { binaries: installed, version }
  const own = account ? askVersion(installed, undefined) : undefined
  if (account && own) {
    const copy = copyBinaries(installed, own, log)
    if (askVersion(copy, account)) return { binaries: copy, version: own }
  }
  throw new StartProblem(
    '内置数据库程序无法在本机运行（需要 glibc 的 Linux 或 macOS）：请用 DATABASE_URL 指定 PostgreSQL 15 以上的服务器。',
    'The embedded database programs do not run on this machine (they need Linux with glibc, or macOS): name a PostgreSQL server (15 or newer) in DATABASE_URL.',
  )
}

function askVersion(binaries: EmbeddedBinaries, account: Account | undefined): string | undefined {
  const answer = spawnSync(binaries.postgres, ['--version'], { ...account, cwd: '/', encoding: 'utf8' })
  if (systemErrorCode(answer.error) === 'EPERM' && answer.error) throw accountRefused(answer.error)
  return answer.status === 0 ? /PostgreSQL\) (\S+)/.exec(answer.stdout)?.[1] : undefined
}

function copyBinaries(
  installed: EmbeddedBinaries,
  version: string,
  log: (line: string) => void,
): EmbeddedBinaries {
  const target = path.join(systemFolder(), `postgresql-${version}-${process.platform}-${process.arch}`)
  if (fs.existsSync(target)) return binariesIn(target)
  log(
    `数据库用户无法读取 ${installed.folder}，程序复制到 ${target}。 / The database's account cannot read ${installed.folder}; its programs are copied to ${target}.`,
  )
  const unfinished = `${target}.${process.pid}`
  fs.rmSync(unfinished, { recursive: true, force: true })
  fs.cpSync(installed.folder, unfinished, { recursive: true, verbatimSymlinks: true })
  openToAll(unfinished)
  try {
    fs.renameSync(unfinished, target)
  } catch (error) {
    if (!fs.existsSync(target)) throw error
    fs.rmSync(unfinished, { recursive: true }) // another start was faster
  }
  return binariesIn(target)
}

/** The copies carry the modes of the installation, which a narrow umask made unreadable for other accounts. */
function openToAll(folder: string): void {
  fs.chmodSync(folder, 0o755)
  for (const entry of fs.readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isSymbolicLink()) continue
    const file = path.join(entry.parentPath, entry.name)
    fs.chmodSync(file, entry.isDirectory() ? 0o755 : fs.statSync(file).mode | 0o444 | executable(file))
  }
}

function executable(file: string): number {
  return path.basename(path.dirname(file)) === 'bin' ? 0o111 : 0
}
