import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'
import type pg from 'pg'

/** The installation's own secret, made at the first start and kept in the database; sign-in and signed codes need it. */
export async function installationSecret(pool: pg.Pool): Promise<string> {
  const fresh = randomBytes(32).toString('base64url')
  await pool.query(
    `insert into kernel.installation (key, value) values ('secret', $1) on conflict (key) do nothing`,
    [fresh],
  )
  const { rows } = await pool.query(`select value from kernel.installation where key = 'secret'`)
  return rows[0].value as string
}

let signingKey: string | null = null

/** Gives the process its key for signed codes; once, at start. */
export function setSigningKey(secret: string): void {
  signingKey = secret
}

/** A 256-bit key of its own for every purpose, derived from the installation's secret. */
export function keyFor(purpose: string): Buffer {
  if (!signingKey) throw new Error('setSigningKey was not called')
  return Buffer.from(hkdfSync('sha256', signingKey, 'houqin', purpose, 32))
}

function signature(words: string): string {
  if (!signingKey) throw new Error('setSigningKey was not called')
  return createHmac('sha256', signingKey).update(`code:${words}`).digest('base64url').slice(0, 22)
}

/** A code for a door or a machine: bureau and id, signed, so that it cannot be guessed or changed. */
export function signCode(bureauId: string, id: string): string {
  const words = Buffer.from((bureauId + id).replaceAll('-', ''), 'hex').toString('base64url')
  return `${words}.${signature(words)}`
}

/** Reads a signed code; null when it was not made by this installation. */
export function readCode(code: string): { bureauId: string; id: string } | null {
  const [words, sign] = code.split('.')
  if (!words || !sign) return null
  const expected = Buffer.from(signature(words))
  const given = Buffer.from(sign)
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) return null
  const hex = Buffer.from(words, 'base64url').toString('hex')
  if (hex.length !== 64) return null
  const uuid = (part: string) => part.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  return { bureauId: uuid(hex.slice(0, 32)), id: uuid(hex.slice(32)) }
}
