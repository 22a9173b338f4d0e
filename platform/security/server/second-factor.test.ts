import { beforeEach, describe, expect, it } from 'vitest'
import { kernel } from '#kernel/module.ts'
import { type Caller, callerWith } from '#test/caller.ts'
import { useWorld } from '#test/harness.ts'
import { cookiesOf, totp, tryPassword } from '#test/sign-in.ts'
import { security } from '../module.ts'

const password = 'a-long-password'

describe('the second factor', () => {
  const world = useWorld({ committing: true })
  let name = ''
  let made = 0
  beforeEach(async () => {
    world.clock.set(new Date().toISOString())
    name = `chen${made++}`
    await world
      .as('admin')
      .call(kernel.actions.createAccount, { userName: name, name: '陈真', password, roles: ['director'] })
  })

  /** Enrols and gives what an authenticator and a drawer hold. */
  async function enrol(): Promise<{ secret: string; backupCodes: string[]; person: Caller }> {
    const first = await tryPassword(world, name, password)
    const cookie = cookiesOf(first)
    const person = callerWith(world.app, { cookie })
    expect((await person.post('/api/auth/two-factor/enable', { password: 'wrong' })).status).toBe(400)
    const begun = await person.post('/api/auth/two-factor/enable', { password })
    expect(begun.status).toBe(200)
    const secret = new URL(begun.body.totpURI).searchParams.get('secret')!
    expect((await person.post('/api/auth/two-factor/verify-totp', { code: '000000' })).status).toBe(401)
    const ended = await person.post('/api/auth/two-factor/verify-totp', { code: totp(secret) })
    expect(ended.status).toBe(200)
    return {
      secret,
      backupCodes: begun.body.backupCodes,
      person: callerWith(world.app, { cookie: cookiesOf(ended, cookie) }),
    }
  }

  it('is asked for after the password from then on; a backup code works once; it is in the trail', async () => {
    const { secret, backupCodes, person } = await enrol()
    expect((await person.call(kernel.actions.session, {})).secondFactor).toBe(true)
    const { rows } = await world.installation.pool.query('select secret from identity."twoFactor"')
    expect(JSON.stringify(rows)).not.toContain(secret)

    const half = await tryPassword(world, name, password)
    expect(half).toMatchObject({ status: 200, body: { twoFactorRedirect: true } })
    const halfWay = callerWith(world.app, { cookie: cookiesOf(half) })
    expect((await halfWay.get('/api/session')).status).toBe(401)
    expect((await halfWay.post('/api/auth/two-factor/verify-totp', { code: '123' })).status).toBe(401)
    const whole = await halfWay.post('/api/auth/two-factor/verify-totp', {
      code: totp(secret),
      trustDevice: true,
    })
    expect(whole.status).toBe(200)
    // Trusting a device is off in this bureau, whatever the page asks for.
    expect(String(whole.headers['set-cookie'])).not.toContain('trust_device')
    const inside = callerWith(world.app, { cookie: cookiesOf(whole) })
    expect((await inside.get('/api/session')).status).toBe(200)

    for (const status of [200, 401]) {
      const again = callerWith(world.app, { cookie: cookiesOf(await tryPassword(world, name, password)) })
      const answer = await again.post('/api/auth/two-factor/verify-backup-code', { code: backupCodes[0] })
      expect(answer.status).toBe(status)
    }
    const { items } = await world.as('auditor').call(kernel.actions.readAudit, { actorName: '陈真' })
    const types = items.map((one) => one.type)
    expect(types).toContain('kernel.second_factor_on')
    expect(types).toContain('kernel.signed_in_by_backup_code')
  })

  it('trusts a device where the bureau allows it, until the bureau does not', async () => {
    const { secret } = await enrol()
    const allow = (trustedDevices: boolean) =>
      world.as('security').call(security.actions.changeSettings, { trustedDevices })
    await allow(true)
    const half = callerWith(world.app, { cookie: cookiesOf(await tryPassword(world, name, password)) })
    const whole = await half.post('/api/auth/two-factor/verify-totp', {
      code: totp(secret),
      trustDevice: true,
    })
    const device = cookiesOf(whole)
      .split('; ')
      .find((pair) => pair.includes('trust_device'))!
    const known = callerWith(world.app, { cookie: device })
    const signIn = () => known.post('/api/auth/sign-in/username', { username: name, password })
    expect((await signIn()).body.twoFactorRedirect).toBeUndefined()
    await allow(false)
    expect((await signIn()).body.twoFactorRedirect).toBe(true)
  })

  it('that a role needs is set up before anything else, and reset by the security administrator alone', async () => {
    await world.as('security').call(security.actions.changeSettings, {
      twoFactorRoles: ['director'],
      twoFactorGraceHours: 0,
    })
    try {
      const cookie = cookiesOf(await tryPassword(world, name, password))
      world.clock.advance({ minutes: 1 })
      const person = callerWith(world.app, { cookie })
      expect((await person.call(kernel.actions.session, {})).owes).toBe('second-factor')
      const refused = await person.get('/api/audit')
      expect(refused).toMatchObject({ status: 403, body: { code: 'kernel.second_factor_due' } })
      // A token made before is stopped by nothing; a new one cannot be made on the way round.
      expect((await person.post('/api/me/tokens', { title: 'x', days: 1 })).status).toBe(403)
      world.clock.set(new Date().toISOString())
      const enrolled = await enrol()
      expect((await enrolled.person.get('/api/audit')).status).toBe(200)

      const { items } = await world.as('security').call(kernel.actions.listAccounts, { search: name })
      expect(items[0]!.secondFactor).toBe(true)
      const path = `/api/security/accounts/${items[0]!.id}/second-factor`
      expect((await world.as('manager').delete(path)).status).toBe(403)
      expect((await world.other.as('security').delete(path)).status).toBe(404)
      expect((await enrolled.person.delete(path)).status).toBe(403)
      expect((await world.as('security').delete(path)).status).toBe(200)
      expect((await enrolled.person.get('/api/session')).status).toBe(401)
      expect((await tryPassword(world, name, password)).body.twoFactorRedirect).toBeUndefined()
    } finally {
      await world.as('security').call(security.actions.changeSettings, { twoFactorRoles: [] })
    }
  })
})
