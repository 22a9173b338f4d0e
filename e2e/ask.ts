import { inject } from 'vitest'
import { demoPassword } from '#kernel/bureau/demo-accounts.ts'
import type { Action, InputOf, OutputOf } from '#kernel/contract/action.ts'
import { addressOf } from '#kernel/contract/client.ts'
import type { Role } from '#kernel/contract/roles.ts'

const cookies = new Map<Role, Promise<string>>()

/** The session cookie of a role's demo account, `name=value`; signed in once for the whole run. */
export function cookieOf(role: Role): Promise<string> {
  const known = cookies.get(role) ?? signIn(role)
  cookies.set(role, known)
  return known
}

async function signIn(role: Role): Promise<string> {
  const answer = await fetch(`${inject('address')}/api/auth/sign-in/username`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: role, password: demoPassword }),
  })
  const [cookie] = answer.headers.getSetCookie()
  if (!answer.ok || !cookie) throw new Error(`${role} could not sign in: ${answer.status}`)
  return cookie.split(';')[0]!
}

/** Does as a role, over HTTP, what has to be so before a page can be walked. */
export async function ask<A extends Action>(role: Role, action: A, input: InputOf<A>): Promise<OutputOf<A>> {
  const writes = action.method !== 'GET'
  const answer = await fetch(inject('address') + addressOf(action, input), {
    method: action.method,
    headers: {
      cookie: await cookieOf(role),
      ...(writes ? { 'content-type': 'application/json' } : {}),
    },
    ...(writes ? { body: JSON.stringify(input) } : {}),
  })
  if (!answer.ok) throw new Error(`${role} ${action.path}: ${answer.status} ${await answer.text()}`)
  return (await answer.json()) as OutputOf<A>
}
