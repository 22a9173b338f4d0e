import { beforeEach, describe, expect, it } from 'vitest'
import { demoPassword } from '#kernel/bureau/demo-accounts.ts'
import { kernel } from '#kernel/module.ts'
import { callerWith } from '#test/caller.ts'
import { useWorld } from '#test/harness.ts'
import { cookiesOf, signInAs, tryPassword } from '#test/sign-in.ts'
import { security } from '../module.ts'

describe('sessions', () => {
  const world = useWorld({ committing: true })
  beforeEach(async () => {
    world.clock.set(new Date().toISOString())
    await world
      .as('security')
      .call(security.actions.changeSettings, { idleSeconds: 0, sessionSeconds: 604800 })
  })
  const idOf = async (userName: string) =>
    (await world.as('admin').call(kernel.actions.listAccounts, { search: userName })).items.find(
      (one) => one.userName === userName,
    )!.id

  it('are listed by device, address and time; one is ended, then all the others', async () => {
    const agent =
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Safari/537.36 Edg/126.0'
    const answer = await world.app.inject({
      method: 'POST',
      url: '/api/auth/sign-in/username',
      remoteAddress: '10.20.30.40',
      headers: { 'user-agent': agent, 'x-forwarded-for': '1.2.3.4' },
      payload: { username: 'liaison', password: demoPassword },
    })
    const here = callerWith(world.app, { cookie: cookiesOf({ headers: answer.headers }) })
    const there = await signInAs(world, 'liaison', demoPassword)
    const third = await signInAs(world, 'liaison', demoPassword)
    const { items } = await here.call(security.actions.listMySessions, {})
    expect(items.length).toBeGreaterThanOrEqual(3)
    const mine = items.find((one) => one.current)!
    expect(mine).toMatchObject({ browser: 'edge', system: 'windows', address: '10.20.30.40' })
    const ofThere = (await there.call(security.actions.listMySessions, {})).items.find((one) => one.current)!
    await here.call(security.actions.endMySession, { sessionId: ofThere.id })
    expect((await there.get('/api/session')).status).toBe(401)
    const { ended } = await here.call(security.actions.endMyOtherSessions, {})
    expect(ended).toBeGreaterThanOrEqual(1)
    expect((await third.get('/api/session')).status).toBe(401)
    expect((await here.get('/api/session')).status).toBe(200)
    const stranger = await signInAs(world, 'staff', demoPassword)
    expect((await stranger.delete(`/api/me/sessions/${mine.id}`)).status).toBe(404)
  })

  it('of others are seen and ended by the security administrator of the bureau only', async () => {
    const worker = await signInAs(world, 'worker', demoPassword)
    const accountId = await idOf('worker')
    const { items } = await world.as('security').call(security.actions.listSessions, { accountId })
    const { id } = (await worker.call(security.actions.listMySessions, {})).items.find((one) => one.current)!
    expect(items.map((one) => one.id)).toContain(id)
    expect((await world.other.as('security').delete(`/api/security/sessions/${id}`)).status).toBe(404)
    expect((await world.as('manager').delete(`/api/security/sessions/${id}`)).status).toBe(403)
    await world.as('security').call(security.actions.endSession, { sessionId: id })
    expect((await worker.get('/api/session')).status).toBe(401)
    const again = await signInAs(world, 'worker', demoPassword)
    await world.as('security').call(security.actions.endAccountSessions, { accountId })
    expect((await again.get('/api/session')).status).toBe(401)
  })

  it('end when the account is disabled or gets a new password; other roles take effect with the next call', async () => {
    const { id } = await world.as('admin').call(kernel.actions.createAccount, {
      userName: 'zhao.liu',
      name: '赵六',
      password: 'a-long-password',
      roles: ['staff'],
    })
    const change = (input: object) =>
      world.as('admin').call(kernel.actions.changeAccount, { accountId: id, ...input })
    const first = await signInAs(world, 'zhao.liu', 'a-long-password')
    expect((await first.get('/api/accounts')).status).toBe(403)
    await change({ roles: ['admin'] })
    expect((await first.get('/api/accounts')).status).toBe(200)
    await change({ roles: ['staff'] })
    expect((await first.get('/api/accounts')).status).toBe(403)
    await change({ disabled: true })
    expect((await first.get('/api/session')).status).toBe(401)
    await change({ disabled: false })
    const second = await signInAs(world, 'zhao.liu', 'a-long-password')
    await change({ password: 'another-password' })
    expect((await second.get('/api/session')).status).toBe(401)
    expect((await tryPassword(world, 'zhao.liu', 'a-long-password')).status).toBe(401)
    expect((await tryPassword(world, 'zhao.liu', 'another-password')).status).toBe(200)
  })

  it('end without a touch of the person, whatever the page asks by itself; a touch keeps them', async () => {
    const idle = await signInAs(world, 'director', demoPassword)
    const busy = await signInAs(world, 'director', demoPassword)
    await world.as('security').call(security.actions.changeSettings, { idleSeconds: 600 })
    for (let minute = 0; minute < 12; minute++) {
      world.clock.advance({ minutes: 1 })
      if (minute < 9) expect((await idle.get('/api/session')).status).toBe(200)
      expect((await busy.post('/api/auth/activity')).status).toBe(204)
    }
    expect((await idle.get('/api/session')).status).toBe(401)
    expect((await idle.post('/api/auth/activity')).status).toBe(401)
    expect((await busy.get('/api/session')).status).toBe(200)
    const { items } = await busy.call(security.actions.listMySessions, {})
    expect(items.every((one) => one.current || one.lastSeenAt !== null)).toBe(true)
  })

  it('end after their longest life, however busy', async () => {
    const person = await signInAs(world, 'director', demoPassword)
    await world.as('security').call(security.actions.changeSettings, { sessionSeconds: 43200 })
    world.clock.advance({ hours: 11, minutes: 50 })
    expect((await person.post('/api/auth/activity')).status).toBe(204)
    world.clock.advance({ minutes: 11 })
    expect((await person.get('/api/session')).status).toBe(401)
  })

  it('cost one round trip, and a changed, cut or foreign cookie is nobody’s', async () => {
    const cookie = cookiesOf(await tryPassword(world, 'staff', demoPassword))
    const asked: string[] = []
    const { database } = world.installation
    const ask = database.ask
    database.ask = (statement) => {
      asked.push(statement.name)
      return ask(statement)
    }
    const find = (value: string) =>
      world.installation.findActor({ headers: { cookie: value } }, world.clock.now())
    try {
      expect((await find(cookie))?.actor.userName).toBe('staff')
      expect((await find(cookie))?.actor.userName).toBe('staff')
      expect(asked).toEqual(
        ['actor by session', 'session seen', 'actor by session', 'session seen'].slice(0, asked.length),
      )
      asked.length = 0
      for (const wrong of [
        cookie.slice(0, -6),
        cookie.replace('=', '=x'),
        'houqin.session_token=%',
        'a=b',
        '',
      ])
        expect(await find(wrong)).toBeNull()
      expect(asked).toEqual([])
    } finally {
      database.ask = ask
    }
  })
})
