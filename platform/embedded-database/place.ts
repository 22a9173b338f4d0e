import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import { StartProblem, systemErrorCode } from '#kernel/database/start-problem.ts'
import { type Account, canEnter, chooseAccount, isRoot, systemFolder } from './account.ts'
import type { EmbeddedBinaries } from './binaries.ts'
import { runnableBinaries } from './programs.ts'

/**
 * Where one embedded database lives and who runs it.
 * `cluster`: real path of the PostgreSQL data directory, which need not exist yet; `account`: undefined means ourselves;
 * `version`: what the programs call themselves, for instance `18.4`.
 */
export type EmbeddedPlace = {
  cluster: string
  binaries: EmbeddedBinaries
  version: string
  account: Account | undefined
}

/**
 * Settles where the database of a data folder lives: `<folder>/postgres`, or, for root whose account cannot get
 * there, below /var/lib/houqin with a link in the data folder. Throws a StartProblem when no place can be had.
 */
export function settlePlace(folder: string, log: (line: string) => void): EmbeddedPlace {
  makeFolder(folder)
  const existing = findCluster(folder)
  const account = isRoot() ? accountFor(existing) : undefined
  const cluster = account
    ? reachableCluster(folder, existing, account, log)
    : (existing ?? path.join(fs.realpathSync(folder), 'postgres'))
  if (existing && !account) refuseForeignCluster(cluster)
  return { cluster, account, ...runnableBinaries(account, log) }
}

/** Gives a folder and everything in it to the account; does nothing when we run as ourselves. */
export function giveTo(account: Account | undefined, folder: string): void {
  if (!account) return
  fs.lchownSync(folder, account.uid, account.gid)
  for (const name of fs.readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    fs.lchownSync(path.join(folder, name), account.uid, account.gid)
  }
}

function makeFolder(folder: string): void {
  try {
    // Root's database account must be able to pass through, but has no business listing what is there.
    fs.mkdirSync(folder, { recursive: true, mode: isRoot() ? 0o711 : 0o700 })
    fs.accessSync(folder, fs.constants.W_OK | fs.constants.X_OK)
  } catch (error) {
    throw new StartProblem(
      `数据文件夹 ${folder} 无法写入（${systemErrorCode(error)}）：请检查权限，或用 HOUQIN_DATA 指定另一个文件夹。`,
      `The data folder ${folder} cannot be written (${systemErrorCode(error)}): check its permissions or name another folder in HOUQIN_DATA.`,
    )
  }
}

/** The real path of the cluster that the folder has or links to; undefined when there is none yet. */
function findCluster(folder: string): string | undefined {
  const link = path.join(folder, 'postgres')
  if (!fs.lstatSync(link, { throwIfNoEntry: false })) return undefined
  if (fs.existsSync(link)) return fs.realpathSync(link)
  throw new StartProblem(
    `${link} 指向的数据库 ${fs.readlinkSync(link)} 不存在：请恢复它；如确定不再需要，删除该链接后重新启动。`,
    `${link} points to the database ${fs.readlinkSync(link)}, which is gone: restore it, or delete the link and start again if it is no longer needed.`,
  )
}

/** A cluster keeps the account that owns it, so that root and a user can take turns on the same folder. */
function accountFor(existing: string | undefined): Account {
  const owner = existing ? fs.statSync(existing) : undefined
  if (!existing || !owner || owner.uid === 0) {
    const account = chooseAccount()
    if (existing) giveTo(account, existing) // a copy or a restore made by root
    return account
  }
  return { uid: owner.uid, gid: owner.gid }
}

function refuseForeignCluster(cluster: string): void {
  if (fs.statSync(cluster).uid === process.getuid?.()) return
  throw new StartProblem(
    `数据库 ${cluster} 属于另一个系统用户：请以原来的用户（或 root）运行 npm start。`,
    `The database ${cluster} belongs to another system user: run npm start as that user (or as root).`,
  )
}

function reachableCluster(
  folder: string,
  existing: string | undefined,
  account: Account,
  log: (line: string) => void,
): string {
  const wanted = existing ?? path.join(fs.realpathSync(folder), 'postgres')
  const parent = path.dirname(wanted)
  if (canEnter(account, parent)) return wanted
  if (parent !== homedir() && canEnter(account, path.dirname(parent))) {
    fs.chmodSync(parent, fs.statSync(parent).mode | 0o011) // our own data folder, made too narrow: let the account pass
    return wanted
  }
  const moved = systemClusterFor(folder)
  if (existing) moveCluster(existing, moved, account, folder)
  log(
    `数据库用户无法进入 ${parent}，数据库放在 ${moved}（${folder}/postgres 是指向它的链接）。 / The database's account cannot enter ${parent}; the database is in ${moved}, and ${folder}/postgres links to it.`,
  )
  return moved
}

/** A path of its own per data folder and per making, so that a deleted data folder never gets an old database back. */
function systemClusterFor(folder: string): string {
  const hash = createHash('sha256').update(fs.realpathSync(folder)).digest('hex').slice(0, 12)
  const home = path.join(systemFolder(), `${hash}-${Date.now().toString(36)}`)
  fs.mkdirSync(home)
  fs.chmodSync(home, 0o755)
  fs.writeFileSync(path.join(home, 'README'), `The PostgreSQL data directory of ${folder}\n`)
  return path.join(home, 'postgres')
}

/**
 * Makes a finished cluster that lives elsewhere the one of the data folder, by a link. Answers the cluster that the
 * folder has after that: another one when a start beside this one was faster.
 */
export function linkCluster(folder: string, cluster: string): string {
  const link = path.join(folder, 'postgres')
  try {
    if (fs.realpathSync(folder) !== path.dirname(cluster)) fs.symlinkSync(cluster, link)
  } catch (error) {
    if (systemErrorCode(error) !== 'EEXIST') throw error
  }
  return fs.realpathSync(link)
}

function moveCluster(from: string, to: string, account: Account, folder: string): void {
  fs.cpSync(from, to, { recursive: true, preserveTimestamps: true, verbatimSymlinks: true })
  giveTo(account, to)
  fs.chmodSync(to, 0o700)
  fs.rmSync(path.join(folder, 'postgres'), { recursive: true })
  linkCluster(folder, to)
}
