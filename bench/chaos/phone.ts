import { setTimeout as sleep } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import { uuidv7 } from 'uuidv7'
import { demoPassword } from '#kernel/bureau/demo-accounts.ts'
import type { Findings } from './findings.ts'

/** Milliseconds one try may take before it counts as hanging, and a whole request before it counts as lost. */
const longestTry = 60_000
const longestRequest = 300_000

/** How often what happened on the way to an answer. */
export interface Traffic {
  answered: number
  retried: number
  busy: number
  doubled: number
}

export const noTraffic = (): Traffic => ({ answered: 0, retried: 0, busy: 0, doubled: 0 })

interface Answer {
  status: number
  body: Record<string, unknown>
  retryAfter: string | null
}

/** A person's device: it repeats what had no answer under the same key, as the web application does. */
export interface Phone {
  /** @returns the answer once there is one, null for a refusal or when none came (both are findings) */
  send(method: string, path: string, body?: object): Promise<Record<string, unknown> | null>
}

/** Signs in; the session must outlive whatever happens to the server. @returns the cookie */
export async function signIn(address: string, username: string): Promise<string> {
  const response = await fetch(`${address}/api/auth/sign-in/username`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password: demoPassword }),
  })
  const cookie = response.headers.getSetCookie()[0]?.split(';')[0]
  if (!cookie) throw new Error(`${username} cannot sign in: ${response.status} ${await response.text()}`)
  return cookie
}

/**
 * Signs somebody in and answers their device.
 * @param address of the wire, or of one node after the other for each try
 * @param chance of 0 to 1, for the taps that come twice
 */
export async function openPhone(
  address: () => string,
  username: string,
  traffic: Traffic,
  findings: Findings,
  chance: () => number,
): Promise<Phone> {
  const cookie = await signIn(address(), username)

  async function tryOnce(method: string, path: string, key: string, body: object): Promise<Answer> {
    const response = await fetch(address() + path, {
      method,
      headers: {
        cookie,
        ...(method === 'GET' ? {} : { 'content-type': 'application/json', 'idempotency-key': key }),
      },
      ...(method === 'GET' ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(longestTry),
    })
    const text = await response.text()
    const json = response.headers.get('content-type')?.includes('json')
    if (!json && response.ok) throw new Error(`no JSON: ${text.slice(0, 100)}`)
    return {
      status: response.status,
      body: json ? JSON.parse(text) : {},
      retryAfter: response.headers.get('retry-after'),
    }
  }

  async function untilAnswered(
    method: string,
    path: string,
    key: string,
    body: object,
  ): Promise<Answer | null> {
    const until = Date.now() + longestRequest
    while (Date.now() < until) {
      try {
        const answer = await tryOnce(method, path, key, body)
        if (answer.status < 500 && answer.status !== 429) return answer
        traffic.busy++
        if (answer.status === 500 || (answer.status === 503 && !answer.retryAfter))
          findings.add(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`)
      } catch (error) {
        traffic.retried++
        if ((error as Error).name === 'TimeoutError')
          findings.add(`${method} ${path}: hangs ${longestTry} ms`)
      }
      await sleep(50 + chance() * 250)
    }
    findings.add(`${method} ${path}: no answer in ${longestRequest} ms`)
    return null
  }

  return {
    async send(method, path, body = {}) {
      const key = uuidv7()
      const taps = method !== 'GET' && chance() < 0.1 ? 2 : 1
      const answers = await Promise.all(
        Array.from({ length: taps }, () => untilAnswered(method, path, key, body)),
      )
      const [answer] = answers
      if (taps === 2) {
        traffic.doubled++
        if (!isDeepStrictEqual(answers[0]?.body, answers[1]?.body))
          findings.add(`${method} ${path}: one key, two answers ${JSON.stringify(answers)}`)
      }
      if (!answer) return null
      traffic.answered++
      if (answer.status === 200) return answer.body
      findings.add(`${method} ${path}: refused, ${answer.status} ${JSON.stringify(answer.body)}`)
      return null
    },
  }
}
