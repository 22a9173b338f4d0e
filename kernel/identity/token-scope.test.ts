import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { serverModules } from '#app/modules.ts'
import { type Action, pathParameters } from '#kernel/contract/action.ts'
import { kernel } from '#kernel/module.ts'
import { security } from '#platform/security/module.ts'
import { type Caller, callerWith } from '#test/caller.ts'
import { useWorld } from '#test/harness.ts'

const every = serverModules.flatMap(({ module }) =>
  Object.entries(module.actions as Record<string, Action>)
    .filter(([, action]) => action.permission !== 'public')
    .map(([key, action]) => ({ module: module.name, name: `${module.name}.${key}`, action })),
)

function send(caller: Caller, action: Action) {
  const path = pathParameters(action.path).reduce<string>(
    (whole, name) => whole.replace(`:${name}`, randomUUID()),
    action.path,
  )
  if (action.upload) return caller.upload(`/api${path}`, 'x.csv', Buffer.from('x'))
  if (action.method === 'GET') return caller.get(`/api${path}`)
  if (action.method === 'DELETE') return caller.delete(`/api${path}`)
  return { PATCH: caller.patch, PUT: caller.put, POST: caller.post }[action.method](`/api${path}`)
}

describe('a token’s scopes', () => {
  const world = useWorld()
  const tokenOf = async (scopes: string[] | null) => {
    const { token } = await world
      .as('admin')
      .call(kernel.actions.createToken, { title: '脚本', days: 1, scopes })
    return callerWith(world.app, { authorization: `Bearer ${token}` })
  }
  const refusals = new Set(['kernel.token_scope', 'kernel.token_never'])

  it('hold every action of every module: reading only, one module, everything', async () => {
    const reader = await tokenOf(['read'])
    const orders = await tokenOf(['orders.write'])
    const whole = await tokenOf(null)
    for (const { module, name, action } of every) {
      const may = {
        reader: action.kind === 'read',
        orders: module === 'orders',
        whole: true,
      }
      for (const [who, caller] of Object.entries({ reader, orders, whole })) {
        const { status, body } = await send(caller, action)
        const code = body?.code as string | undefined
        expect(status, `${name} ${who}`).toBeLessThan(500)
        // The owner's own permissions are asked first.
        if (code === 'kernel.forbidden') continue
        if (action.proof !== 'any') expect(code, `${name} ${who}`).toBe('kernel.token_never')
        else if (may[who as keyof typeof may]) expect(refusals.has(code ?? ''), `${name} ${who}`).toBe(false)
        else expect([status, code], `${name} ${who}`).toEqual([403, 'kernel.token_scope'])
      }
    }
  })

  it('name what is missing, in the reader’s language', async () => {
    const reader = await tokenOf(['read'])
    const refused = await reader.post('/api/views', { list: 'x', name: 'y', query: '' })
    expect(refused.body.detail).toBe('这个令牌没有“kernel.write”的范围；需要时请另建一个。')
    expect((await send(reader, kernel.actions.session)).status).toBe(200)
  })

  it('never reach further than the owner, and are words the server knows', async () => {
    const { token } = await world
      .as('staff')
      .call(kernel.actions.createToken, { title: '脚本', days: 1, scopes: ['kernel.read', 'kernel.write'] })
    const program = callerWith(world.app, { authorization: `Bearer ${token}` })
    expect((await program.get('/api/accounts')).body.code).toBe('kernel.forbidden')
    for (const scopes of [[], ['everything'], ['orders'], ['orders.delete'], 'read', ['nowhere.read']]) {
      const answer = await world.as('staff').post('/api/me/tokens', { title: 'x', days: 1, scopes })
      expect(answer.status, JSON.stringify(scopes)).toBe(scopes[0] === 'nowhere.read' ? 422 : 400)
    }
  })

  it('and a new token needs the password given a moment ago', async () => {
    world.clock.set(new Date(Date.now() + 3_600_000).toISOString())
    const make = () => world.as('staff').post('/api/me/tokens', { title: 'x', days: 1 })
    expect(await make()).toMatchObject({ status: 403, body: { code: 'kernel.password_again' } })
    expect(
      await world.as('staff').post('/api/me/password/confirmation', { current: 'wrong-password' }),
    ).toMatchObject({ status: 422 })
    await world.as('staff').call(security.actions.confirmMyPassword, { current: 'houqin-demo' })
    expect((await make()).status).toBe(200)
    world.clock.advance({ minutes: 16 })
    expect((await make()).status).toBe(403)
  })
})
