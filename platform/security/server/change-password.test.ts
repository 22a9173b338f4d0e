import { beforeEach, describe, expect, it } from 'vitest'
import { kernel } from '#kernel/module.ts'
import { callerWith } from '#test/caller.ts'
import { useWorld } from '#test/harness.ts'
import { cookiesOf, signInAs, tryPassword } from '#test/sign-in.ts'
import { security } from '../module.ts'

const strict = {
  passwordLength: 10,
  passwordClasses: 3,
  passwordHistory: 3,
  passwordDays: 90,
  passwordWarnDays: 14,
}

describe('passwords', () => {
  const world = useWorld({ committing: true })
  let name = ''
  let made = 0
  beforeEach(async () => {
    world.clock.set(new Date().toISOString())
    name = `person${made++}`
    await world.as('security').call(security.actions.changeSettings, strict)
    await world.as('admin').call(kernel.actions.createAccount, {
      userName: name,
      name: '张三',
      password: 'Haiyang-11',
      roles: ['staff'],
    })
  })

  it.each([
    ['Ab1-x', 'kernel.short_password', '密码至少 10 位。'],
    ['haiyangdahai', 'kernel.plain_password', '密码太简单：大写字母、小写字母、数字、符号中至少要有 3 种。'],
    ['海洋大海海洋大海海洋', 'kernel.plain_password', null],
    ['X-PERSON0-x1', 'kernel.password_like_name', '密码里不能有用户名。'],
  ])(
    '“%s” is refused where an account is opened and where its person changes it',
    async (password, code, said) => {
      const opening = await world
        .as('admin')
        .post('/api/accounts', { userName: 'person0', name: '李四', password, roles: ['staff'] })
      expect(opening).toMatchObject({ status: 422, body: { code, path: 'password' } })
      if (said) expect(opening.body.detail).toBe(said)
      const person = await signInAs(world, name, 'Haiyang-11')
      const wrong = code === 'kernel.password_like_name' ? password.replace('PERSON0', name) : password
      const changing = await person.put('/api/me/password', { current: 'Haiyang-11', next: wrong })
      expect(changing).toMatchObject({ status: 422, body: { code, path: 'next' } })
      expect((await tryPassword(world, name, 'Haiyang-11')).status).toBe(200)
    },
  )

  it('changed by their person end the other sessions, keep this one, and do not come back too soon', async () => {
    const here = await signInAs(world, name, 'Haiyang-11')
    const there = await signInAs(world, name, 'Haiyang-11')
    const change = (current: string, next: string) => here.put('/api/me/password', { current, next })
    expect(await change('Haiyang-99', 'Haiyang-22')).toMatchObject({
      status: 422,
      body: { code: 'security.wrong_password', path: 'current' },
    })
    expect((await there.get('/api/session')).status).toBe(200)
    expect((await change('Haiyang-11', 'Haiyang-22')).status).toBe(200)
    expect((await here.get('/api/session')).status).toBe(200)
    expect((await there.get('/api/session')).status).toBe(401)
    expect((await tryPassword(world, name, 'Haiyang-11')).status).toBe(401)
    expect((await change('Haiyang-22', 'Haiyang-33')).status).toBe(200)
    for (const used of ['Haiyang-33', 'Haiyang-22', 'Haiyang-11'])
      expect((await change('Haiyang-33', used)).body).toMatchObject({ code: 'kernel.password_used' })
    expect((await change('Haiyang-33', 'Haiyang-44')).status).toBe(200)
    expect((await change('Haiyang-44', 'Haiyang-11')).status).toBe(200)
  })

  it('are announced before they grow old; then sign-in leads to a new one and to nothing else', async () => {
    const person = await signInAs(world, name, 'Haiyang-11')
    expect((await person.call(kernel.actions.session, {})).passwordEndsAt).toBeNull()
    world.clock.advance({ days: 77 })
    const young = callerWith(world.app, { cookie: cookiesOf(await tryPassword(world, name, 'Haiyang-11')) })
    // The library gives its sessions the machine's own time; the person has signed in today.
    await world.installation.pool.query(
      `update identity.session set "createdAt" = $1, "expiresAt" = $1::timestamptz + interval '30 days'`,
      [world.clock.now()],
    )
    const ends = (await young.call(kernel.actions.session, {})).passwordEndsAt
    expect(Date.parse(ends!) - world.clock.now().getTime()).toBeCloseTo(13 * 86_400_000, -5)
    world.clock.advance({ days: 14 })
    await world.installation.pool.query(`update identity.session set "createdAt" = $1`, [world.clock.now()])
    expect((await young.call(kernel.actions.session, {})).owes).toBe('password')
    for (const url of ['/api/views?list=x', '/api/me/tokens']) {
      const refused = await young.get(url)
      expect(refused).toMatchObject({ status: 403, body: { code: 'kernel.password_due' } })
      expect(refused.body.detail).toBe('密码需要更换，换好后才能继续。')
    }
    const changed = await young.put('/api/me/password', { current: 'Haiyang-11', next: 'Haiyang-22' })
    expect(changed.status).toBe(200)
    expect((await young.call(kernel.actions.session, {})).owes).toBeNull()
    expect((await young.get('/api/me/tokens')).status).toBe(200)
  })
})
