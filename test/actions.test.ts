import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { serverModules } from '#app/modules.ts'
import { type Action, pathParameters } from '#kernel/contract/action.ts'
import { allRoles, type Role } from '#kernel/contract/roles.ts'
import type { Caller } from './caller.ts'
import { useWorld } from './harness.ts'

interface Named {
  name: string
  action: Action
  allowed: readonly Role[] | 'anybody'
}

/** Every action of every module, with who may call it; nothing is left out by hand. */
const every: Named[] = serverModules.flatMap(({ module }) => {
  const permissions = new Map(serverModules.flatMap((other) => Object.entries(other.module.permissions)))
  return Object.entries(module.actions).map(([key, action]) => {
    const name = `${module.name}.${key}`
    if (action.permission === 'public') return { name, action, allowed: 'anybody' as const }
    if (action.permission === 'signed-in') return { name, action, allowed: allRoles }
    const permission = permissions.get(action.permission)
    if (!permission) throw new Error(`${name} needs ${action.permission}, which no module declares`)
    return { name, action, allowed: permission.roles }
  })
})

function addressWith(action: Action, values: (name: string) => string): string {
  let path: string = action.path
  for (const name of pathParameters(action.path))
    path = path.replace(`:${name}`, encodeURIComponent(values(name)))
  return `/api${path}`
}

function send(caller: Caller, action: Action, url: string, body: unknown = {}) {
  if (action.upload) return caller.upload(url, 'x.csv', Buffer.from('x'))
  if (action.method === 'GET') return caller.get(url)
  if (action.method === 'DELETE') return caller.delete(url)
  if (action.method === 'PATCH') return caller.patch(url, body)
  return action.method === 'PUT' ? caller.put(url, body) : caller.post(url, body)
}

describe('every action', () => {
  const world = useWorld()

  it('has a name, a summary and an address of its own', () => {
    const addresses = every.map(({ action }) => `${action.method} ${action.path}`)
    expect(new Set(addresses).size).toBe(addresses.length)
    for (const { action } of every) expect(action.summary.zh && action.summary.en).toBeTruthy()
  })

  it.each(every.filter(({ allowed }) => allowed !== 'anybody'))(
    '$name: nobody gets 401',
    async ({ action }) => {
      const answer = await send(
        world.nobody,
        action,
        addressWith(action, () => randomUUID()),
      )
      expect(answer.status).toBe(401)
    },
  )

  it.each(every.filter(({ allowed }) => allowed !== 'anybody'))(
    '$name: each role is let in or refused as the descriptor says',
    async ({ action, allowed }) => {
      for (const role of allRoles) {
        const answer = await send(
          world.as(role),
          action,
          addressWith(action, () => randomUUID()),
        )
        if (allowed.includes(role)) {
          expect(answer.status, `${role} ${JSON.stringify(answer.body)}`).not.toBe(401)
          expect(answer.body?.code, role).not.toBe('kernel.forbidden')
        } else expect(answer.status, role).toBe(403)
        expect(answer.status, `${role} ${JSON.stringify(answer.body)}`).toBeLessThan(500)
      }
    },
  )

  it('lets the auditor change nothing of the business', () => {
    // Checking the seals of the audit trail reads only; a look at a track is written down as one.
    const own = new Set(['signed-in', 'public', 'audit-seal.verify', 'fleet.read-tracks'])
    const wrong = every.filter(
      ({ action, allowed }) =>
        action.kind === 'write' && !own.has(action.permission) && allowed.includes('auditor'),
    )
    expect(wrong.map(({ name }) => name)).toEqual([])
  })

  it.each(every)('$name: no input of any kind gives a 5xx', async ({ action, allowed }) => {
    const caller = allowed === 'anybody' ? world.nobody : world.as(allowed[0]!)
    const names = Object.keys(action.input.properties as object)
    const wild = fc.oneof(
      fc.jsonValue(),
      fc.string({ unit: 'binary' }),
      fc.constant('\u0000'),
      fc.integer(),
      fc.constant(null),
      fc.uuid(),
    )
    const input = fc.oneof(fc.dictionary(fc.constantFrom(...names, 'x'), wild), fc.jsonValue())
    await fc.assert(
      fc.asyncProperty(input, fc.string({ minLength: 1 }), async (body, word) => {
        const url = addressWith(action, () => word)
        const query = new URLSearchParams()
        if (body && typeof body === 'object' && !Array.isArray(body)) {
          // An object may bring a toString of its own that is no function.
          const asText = (value: unknown) =>
            typeof value === 'object' ? JSON.stringify(value) : String(value)
          for (const [key, value] of Object.entries(body)) query.append(key, asText(value).toWellFormed())
        }
        const answer = await send(caller, action, action.method === 'GET' ? `${url}?${query}` : url, body)
        expect(answer.status, JSON.stringify([url, body, answer.body])).toBeLessThan(500)
      }),
      { numRuns: 12 },
    )
  })
})
