import { describe, expect, it } from 'vitest'
import { demoPassword } from '#kernel/bureau/demo-accounts.ts'
import { kernel } from '#kernel/module.ts'
import { callerWith } from '#test/caller.ts'
import { useWorld } from '#test/harness.ts'

describe('signing in', () => {
  const world = useWorld()

  it('opens a session with user name and password', async () => {
    const answer = await world.nobody.post('/api/auth/sign-in/username', {
      username: 'dispatcher',
      password: demoPassword,
    })
    expect(answer.status).toBe(200)
    expect(String(answer.headers['set-cookie'])).toContain('HttpOnly')
    const session = await world.as('dispatcher').call(kernel.actions.session, {})
    expect(session).toMatchObject({ userName: 'dispatcher', roles: ['dispatcher'], centre: true })
  })

  it('refuses a wrong password without saying whether the account exists', async () => {
    const wrong = await world.nobody.post('/api/auth/sign-in/username', {
      username: 'staff',
      password: 'wrong-password',
    })
    const unknown = await world.nobody.post('/api/auth/sign-in/username', {
      username: 'nobody-here',
      password: 'wrong-password',
    })
    expect(wrong.status).toBe(401)
    expect(unknown.status).toBe(401)
    expect(unknown.body).toEqual(wrong.body)
  })

  it('keeps the other doors of the sign-in library shut', async () => {
    const answer = await world.nobody.post('/api/auth/sign-up/email', {
      email: 'a@b.cn',
      password: 'whatever1',
      name: 'x',
    })
    expect(answer.status).toBe(404)
  })

  it('tells a stranger to sign in, in the reader’s language', async () => {
    const answer = await callerWith(world.app, { 'accept-language': 'zh-TW' }).get('/api/session')
    expect(answer.status).toBe(401)
    expect(answer.headers['content-type']).toContain('application/problem+json')
    expect(answer.body).toMatchObject({ code: 'kernel.sign_in_first', detail: '請先登錄。' })
  })
})

describe('personal tokens', () => {
  const world = useWorld()

  it('work as a bearer everywhere until they are revoked', async () => {
    const { id, token } = await world
      .as('dispatcher')
      .call(kernel.actions.createToken, { title: '月报脚本', days: 30 })
    const program = callerWith(world.app, { authorization: `Bearer ${token}` })
    expect((await program.call(kernel.actions.session, {})).userName).toBe('dispatcher')
    expect((await world.as('dispatcher').call(kernel.actions.listTokens, {})).items).toHaveLength(1)
    await world.as('dispatcher').call(kernel.actions.revokeToken, { tokenId: id })
    expect((await program.get('/api/session')).status).toBe(401)
  })

  it('end on their day', async () => {
    const { token } = await world.as('staff').call(kernel.actions.createToken, { title: '短期', days: 1 })
    const program = callerWith(world.app, { authorization: `Bearer ${token}` })
    expect((await program.get('/api/session')).status).toBe(200)
    world.clock.advance({ days: 1, minutes: 1 })
    expect((await program.get('/api/session')).status).toBe(401)
  })

  it('cannot be revoked by somebody else', async () => {
    const { id } = await world.as('staff').call(kernel.actions.createToken, { title: '我的', days: 1 })
    expect((await world.as('admin').delete(`/api/me/tokens/${id}`)).status).toBe(404)
  })
})

describe('accounts', () => {
  const world = useWorld()

  it('are made, changed and disabled by the administrator only', async () => {
    const made = await world.as('admin').call(kernel.actions.createAccount, {
      userName: 'Wang.Fang',
      name: '王芳',
      password: 'a-long-password',
      roles: ['staff'],
    })
    await world
      .as('admin')
      .call(kernel.actions.changeAccount, { accountId: made.id, roles: ['staff', 'liaison'] })
    const page = await world.as('admin').call(kernel.actions.listAccounts, { search: 'wang' })
    expect(page.items).toMatchObject([
      { userName: 'wang.fang', roles: ['staff', 'liaison'], disabled: false },
    ])
    expect((await world.as('manager').get('/api/accounts')).status).toBe(403)
  })

  it('never leave a bureau without an administrator', async () => {
    const page = await world.as('admin').call(kernel.actions.listAccounts, { search: 'admin' })
    const answer = await world.as('admin').patch(`/api/accounts/${page.items[0]!.id}`, { roles: ['staff'] })
    expect(answer).toMatchObject({ status: 409, body: { code: 'kernel.last_admin' } })
  })

  it('have names of their own', async () => {
    const answer = await world.as('admin').post('/api/accounts', {
      userName: 'staff',
      name: '重名',
      password: 'a-long-password',
      roles: ['staff'],
    })
    expect(answer).toMatchObject({ status: 409, body: { code: 'kernel.user_name_taken', path: 'userName' } })
  })
})
