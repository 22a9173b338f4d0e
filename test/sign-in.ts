import { createHmac } from 'node:crypto'
import { type Answer, type Caller, callerWith } from './caller.ts'
import type { World } from './harness.ts'

/** The cookies of an answer, as a browser sends them back; a cookie that was cleared is left out. */
export function cookiesOf(answer: Pick<Answer, 'headers'>, before = ''): string {
  const kept = new Map(
    before
      .split('; ')
      .filter(Boolean)
      .map((pair) => [pair.slice(0, pair.indexOf('=')), pair]),
  )
  const set = answer.headers['set-cookie']
  for (const line of Array.isArray(set) ? set : set ? [String(set)] : []) {
    const pair = String(line).split(';')[0]!
    const name = pair.slice(0, pair.indexOf('='))
    if (pair.endsWith('=')) kept.delete(name)
    else kept.set(name, pair)
  }
  return [...kept.values()].join('; ')
}

export function tryPassword(world: World, username: string, password: string) {
  return world.nobody.post('/api/auth/sign-in/username', { username, password })
}

/** Signs in like a browser. @throws when it is refused */
export async function signInAs(world: World, username: string, password: string): Promise<Caller> {
  const answer = await tryPassword(world, username, password)
  if (answer.status !== 200) throw new Error(`${username}: ${answer.status} ${JSON.stringify(answer.body)}`)
  return callerWith(world.app, { cookie: cookiesOf(answer) })
}

/** The code an authenticator shows (RFC 6238, SHA-1, six digits, thirty seconds), for a secret in base32. */
export function totp(secret: string, moment = Date.now()): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...secret.replace(/=+$/, '')].map((one) => letters.indexOf(one).toString(2).padStart(5, '0'))
  const bytes = bits.join('').match(/.{8}/g)!
  const key = Buffer.from(bytes.map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(moment / 30_000)))
  const digest = createHmac('sha1', key).update(counter).digest()
  const at = digest[19]! & 15
  return String((digest.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}
