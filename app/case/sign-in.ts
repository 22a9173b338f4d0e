import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { type Action, type InputOf, type OutputOf, pathParameters } from '#kernel/contract/action.ts'
import { addressOf } from '#kernel/contract/client.ts'

/** Calls actions over HTTP as one person, the way any program does. */
export interface Person {
  /** @throws Error with the server's words when it refuses */
  call<A extends Action>(action: A, input: InputOf<A>, file?: string): Promise<OutputOf<A>>
}

function bodyOf(
  action: Action,
  input: Record<string, unknown>,
  file: string | undefined,
): FormData | string | undefined {
  if (action.method === 'GET') return undefined
  if (file) {
    const form = new FormData()
    form.append('file', new Blob([readFileSync(file)]), basename(file))
    return form
  }
  const inPath = new Set(pathParameters(action.path))
  return JSON.stringify(Object.fromEntries(Object.entries(input).filter(([name]) => !inPath.has(name))))
}

/** Somebody at this address with this cookie, or nobody yet. */
export function personAt(address: string, cookie = ''): Person {
  return {
    async call(action, input, file) {
      const body = bodyOf(action, input, file)
      const response = await fetch(address + addressOf(action, input), {
        method: action.method,
        headers: { cookie, ...(typeof body === 'string' ? { 'content-type': 'application/json' } : {}) },
        body,
      })
      if (!response.ok)
        throw new Error(`${action.method} ${action.path}: ${response.status} ${await response.text()}`)
      return (await response.json()) as OutputOf<typeof action>
    },
  }
}

/** Signs in as programs do. */
export async function signIn(address: string, username: string, password: string): Promise<Person> {
  const response = await fetch(`${address}/api/auth/sign-in/username`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password }),
  })
  if (!response.ok) throw new Error(`${username} cannot sign in: ${response.status} ${await response.text()}`)
  const cookies = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0])
  return personAt(address, cookies.join('; '))
}
