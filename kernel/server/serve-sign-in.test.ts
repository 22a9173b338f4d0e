import { beforeEach, describe, expect, it } from 'vitest'
import { demoPassword } from '#kernel/bureau/demo-accounts.ts'
import { kernel } from '#kernel/module.ts'
import { security } from '#platform/security/module.ts'
import { callerWith } from '#test/caller.ts'
import { useWorld } from '#test/harness.ts'
import { signInAs, tryPassword } from '#test/sign-in.ts'

describe('wrong passwords', () => {
  const world = useWorld({ committing: true })
  beforeEach(async () => {
    world.clock.set(new Date().toISOString())
    await world.as('security').call(security.actions.changeSettings, { lockFailures: 5, lockSeconds: 300 })
    await world.installation.pool.query('delete from identity.attempt')
  })

  it('a thousand of them lock the account until a moment it says; a colleague at the same address gets in', async () => {
    const began = performance.now()
    const statuses = new Map<number, number>()
    for (let wave = 0; wave < 50; wave++) {
      const answers = await Promise.all(
        Array.from({ length: 20 }, () => tryPassword(world, 'dispatcher', 'wrong-password')),
      )
      for (const { status } of answers) statuses.set(status, (statuses.get(status) ?? 0) + 1)
    }
    // Only what was tried before the lock was looked at: five, and the rest cost one statement each.
    expect(Object.fromEntries(statuses)).toEqual({ 401: 5, 429: 995 })
    expect(performance.now() - began).toBeLessThan(60_000)
    const right = await tryPassword(world, 'dispatcher', demoPassword)
    expect(right).toMatchObject({ status: 429, body: { code: 'kernel.account_locked' } })
    const until = Date.parse(right.body.until) - world.clock.now().getTime()
    expect(until).toBe(300_000)
    const clock = new Date(right.body.until).toLocaleTimeString('zh-CN', {
      timeZone: 'Asia/Shanghai',
      hour12: false,
    })
    expect(right.body.detail).toBe(`密码连续输错，账号已锁定到 ${clock}。请到时再试，或请安全管理员解锁。`)
    const english = await callerWith(world.app, { 'accept-language': 'en' }).post(
      '/api/auth/sign-in/username',
      { username: 'dispatcher', password: demoPassword },
    )
    expect(english.body.detail).toContain(`the account is locked until ${clock}`)
    expect((await tryPassword(world, 'manager', demoPassword)).status).toBe(200)
    const page = await world.as('auditor').call(kernel.actions.readAudit, { type: 'kernel.account_locked' })
    expect(page.items[0]).toMatchObject({ type: 'kernel.account_locked', after: { until: right.body.until } })
    const failed = await world.as('auditor').call(kernel.actions.readAudit, { type: 'kernel.sign_in_failed' })
    // The fifth is the lock itself.
    expect(failed.items).toHaveLength(4)
    expect(failed.items[0]?.after).toEqual({ address: expect.stringMatching(/^10\./) })
  })

  it('let the account in again when the time is over', async () => {
    for (let n = 0; n < 5; n++) await tryPassword(world, 'worker', 'wrong-password')
    expect((await tryPassword(world, 'worker', demoPassword)).status).toBe(429)
    world.clock.advance({ minutes: 5 })
    expect((await tryPassword(world, 'worker', demoPassword)).status).toBe(200)
  })

  it('are forgotten after a right one, and when the security administrator unlocks', async () => {
    for (let n = 0; n < 4; n++) await tryPassword(world, 'liaison', 'wrong-password')
    expect((await tryPassword(world, 'liaison', demoPassword)).status).toBe(200)
    for (let n = 0; n < 5; n++) await tryPassword(world, 'liaison', 'wrong-password')
    const { items } = await world.as('security').call(kernel.actions.listAccounts, { search: 'liaison' })
    expect(items[0]!.lockedUntil).not.toBeNull()
    await world.as('security').call(security.actions.unlockAccount, { accountId: items[0]!.id })
    expect((await tryPassword(world, 'liaison', demoPassword)).status).toBe(200)
  })

  it('treat a name that is nobody’s like one that is somebody’s', async () => {
    for (let n = 0; n < 5; n++)
      expect((await tryPassword(world, 'no-such-name', 'wrong-password')).status).toBe(401)
    expect(await tryPassword(world, 'no-such-name', 'wrong-password')).toMatchObject({
      status: 429,
      body: { code: 'kernel.account_locked' },
    })
  })

  it('under many names from one address shut that address, and no other', async () => {
    await world.installation.pool.query(
      `insert into identity.attempt (name, failures, last_at) values ('address 10.99.0.1', 199, $1)`,
      [world.clock.now()],
    )
    const from = (remoteAddress: string, password: string) =>
      world.app.inject({
        method: 'POST',
        url: '/api/auth/sign-in/username',
        remoteAddress,
        payload: { username: 'staff', password },
      })
    expect((await from('10.99.0.1', 'wrong-password')).statusCode).toBe(401)
    const shut = await from('10.99.0.1', demoPassword)
    expect([shut.statusCode, shut.json().code]).toEqual([429, 'kernel.address_locked'])
    expect((await from('10.99.0.2', demoPassword)).statusCode).toBe(200)
    world.clock.advance({ minutes: 5 })
    expect((await from('10.99.0.1', demoPassword)).statusCode).toBe(200)
  })

  it('bad input of any kind is refused and never a 5xx', async () => {
    for (const body of [
      {},
      { username: 1, password: 2 },
      { username: 'a\u0000b', password: 'x' },
      { username: 'x'.repeat(300), password: 'x' },
      { username: 'staff', password: 'x'.repeat(5000) },
      [],
      { username: ['staff'], password: demoPassword },
    ])
      for (const door of ['sign-in/username', 'two-factor/verify-totp', 'sign-out', 'activity']) {
        const answer = await world.nobody.post(`/api/auth/${door}`, body)
        expect(answer.status, `${door} ${JSON.stringify(body).slice(0, 80)}`).toBeLessThan(500)
      }
  })

  it('a disabled account is told so, but only with the right password', async () => {
    const { items } = await world.as('admin').call(kernel.actions.listAccounts, { search: 'director' })
    const change = (disabled: boolean) =>
      world.as('admin').call(kernel.actions.changeAccount, { accountId: items[0]!.id, disabled })
    await change(true)
    expect((await tryPassword(world, 'director', 'wrong-password')).status).toBe(401)
    const right = await tryPassword(world, 'director', demoPassword)
    expect(right).toMatchObject({ status: 403, body: { code: 'kernel.account_disabled' } })
    expect(right.headers['set-cookie']).toBeUndefined()
    await change(false)
    expect((await (await signInAs(world, 'director', demoPassword)).get('/api/session')).status).toBe(200)
  })
})
