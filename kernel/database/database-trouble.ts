import { systemErrorCode } from './start-problem.ts'

/** SQLSTATEs (and classes of two characters) of a server that is away, starting, stopping, full or only readable. */
const away = ['08', '53', '57P', '58', '25006', '40001', '40P01', '55P03', '57014']
/** What the operating system says when nobody answers, or somebody stopped answering. */
const cut = [
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]
/** `pg` has no codes for its own troubles with a connection. */
const words =
  /Connection terminated|not queryable|timeout exceeded when trying to connect|after calling end on the pool/

/** Whether the connection to the database is gone. What ran on it may have been committed, if it had come to that. */
export function isConnectionLost(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = systemErrorCode(error)
  return (
    code.startsWith('08') ||
    code.startsWith('57P') ||
    (cut.includes(code) && 'syscall' in error) ||
    words.test(error.message)
  )
}

/** What is the matter with the database, when that is why something failed: it passes, and trying again is right. */
export function databaseTrouble(error: unknown): 'disk-full' | 'away' | null {
  // The sign-in library wraps what the database said.
  for (let each = error; each instanceof Error; each = each.cause) {
    const code = systemErrorCode(each)
    if (code === '53100' || code === 'ENOSPC') return 'disk-full'
    if (isConnectionLost(each)) return 'away'
    if (/^[0-9A-Z]{5}$/.test(code) && away.some((start) => code.startsWith(start))) return 'away'
  }
  return null
}
