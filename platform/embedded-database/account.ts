import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { StartProblem } from '#kernel/database/start-problem.ts'

/** The system account that PostgreSQL runs under when houqin itself runs as root, which PostgreSQL refuses. */
export type Account = { uid: number; gid: number }

/** Accounts to use, best first; `_postgres` is macOS's. */
const EXISTING_ACCOUNTS = ['houqin', 'postgres', '_postgres']

/** True when this process is root. */
export function isRoot(): boolean {
  return process.getuid?.() === 0
}

/** An unprivileged account for PostgreSQL: an existing service account, else a new `houqin`, else `nobody`. */
export function chooseAccount(): Account {
  for (const name of EXISTING_ACCOUNTS) {
    const account = findAccount(name)
    if (account) return account
  }
  createAccount('houqin')
  const account = findAccount('houqin') ?? findAccount('nobody')
  if (account) return account
  throw new StartProblem(
    '数据库不能以 root 身份运行，本机也没有可用的普通系统用户：请新建用户 houqin，或以普通用户运行 npm start。',
    'The database cannot run as root and this machine has no ordinary system account: create the user houqin, or run npm start as an ordinary user.',
  )
}

/** Makes a system account without a home and without a shell; where that is not possible the caller goes on without. */
export function createAccount(name: string): void {
  const made = spawnSync('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', name])
  // BusyBox systems have adduser with these flags instead.
  if (made.status !== 0) spawnSync('adduser', ['-S', '-D', '-H', '-s', '/sbin/nologin', name])
}

/** True when the account can enter the folder; asked of the system itself, because ACLs and mounts count too. */
export function canEnter(account: Account, folder: string): boolean {
  const tried = spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], {
    ...account,
    cwd: '/',
    stdio: 'ignore',
  })
  if (tried.error) throw accountRefused(tried.error)
  return tried.status === 0
}

/** The problem to report when the system does not let root start a program under another account. */
export function accountRefused(cause: Error): StartProblem {
  return new StartProblem(
    `无法切换到普通系统用户来运行数据库（${cause.message}）：请以普通用户运行 npm start。`,
    `The database cannot be started under an ordinary account (${cause.message}): run npm start as an ordinary user.`,
  )
}

/** Where root keeps what that account must reach but cannot reach in houqin's own folders; made when missing. */
export function systemFolder(): string {
  const folder = '/var/lib/houqin'
  fs.mkdirSync(folder, { recursive: true })
  fs.chmodSync(folder, 0o755) // whatever the umask is
  return folder
}

function findAccount(name: string): Account | undefined {
  const uid = askId('-u', name)
  const gid = askId('-g', name)
  return uid === undefined || gid === undefined || uid === 0 ? undefined : { uid, gid }
}

function askId(flag: '-u' | '-g', name: string): number | undefined {
  const answer = spawnSync('id', [flag, name], { encoding: 'utf8' })
  const number = Number(answer.stdout)
  return answer.status === 0 && Number.isInteger(number) && number >= 0 ? number : undefined
}
