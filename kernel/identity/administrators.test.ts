import { describe, expect, it } from 'vitest'
import type { Role } from '#kernel/contract/roles.ts'
import { kernel } from '#kernel/module.ts'
import { security } from '#platform/security/module.ts'
import { useWorld } from '#test/harness.ts'

describe('three administrators', () => {
  const world = useWorld()
  const idOf = async (userName: string) =>
    (await world.as('admin').call(kernel.actions.listAccounts, { search: userName })).items.find(
      (one) => one.userName === userName,
    )!.id
  const change = async (by: Role, whose: string, input: object) =>
    world.as(by).patch(`/api/accounts/${await idOf(whose)}`, input)
  const separate = () => world.as('admin').call(security.actions.separateOffices, {})
  const open = (roles: Role[]) =>
    world
      .as('admin')
      .post('/api/accounts', { userName: 'wang.wu', name: '王五', password: 'a-long-password', roles })

  it('are one as before until they are separate: the administrator opens an account with a role', async () => {
    expect((await open(['dispatcher', 'manager'])).status).toBe(200)
    expect((await change('admin', 'worker', { roles: ['worker', 'staff'] })).status).toBe(200)
  })

  it('separate as soon as the bureau wants it and a security administrator is there', async () => {
    await separate()
    const offices = await world.as('admin').call(security.actions.readOffices, {})
    expect(offices).toMatchObject({ wanted: true, joiningAskedAs: null })
    expect(offices.separatedAt).not.toBeNull()
    expect((await world.as('admin').call(kernel.actions.session, {})).separate).toBe(true)
  })

  it('wait while there is none, so that a bureau can be set up', async () => {
    expect((await change('admin', 'security', { disabled: true })).status).toBe(200)
    await separate()
    expect((await world.as('admin').call(security.actions.readOffices, {})).separatedAt).toBeNull()
    expect((await open(['manager'])).status).toBe(200)
    expect((await change('admin', 'security', { disabled: false })).status).toBe(200)
    expect((await world.as('admin').call(security.actions.readOffices, {})).separatedAt).not.toBeNull()
  })

  it('do not separate while one person holds two offices', async () => {
    await change('admin', 'manager', { roles: ['auditor', 'admin'] })
    const refused = await world.as('admin').post('/api/security/offices/separation')
    expect(refused).toMatchObject({ status: 409, body: { code: 'kernel.two_offices' } })
    expect((await world.as('admin').call(security.actions.readOffices, {})).wanted).toBe(false)
  })

  it('divide the work: one opens accounts, one grants, one reads the trail', async () => {
    await separate()
    expect(await open(['dispatcher'])).toMatchObject({
      status: 403,
      body: { code: 'kernel.roles_by_security' },
    })
    expect((await open(['staff'])).status).toBe(200)
    expect((await change('admin', 'wang.wu', { roles: ['dispatcher'] })).status).toBe(403)
    expect((await change('security', 'wang.wu', { roles: ['dispatcher'] })).status).toBe(200)
    expect((await change('security', 'wang.wu', { disabled: true })).status).toBe(403)
    expect((await change('admin', 'wang.wu', { disabled: true })).status).toBe(200)
    expect((await world.as('admin').get('/api/security/settings')).status).toBe(403)
    expect((await world.as('security').get('/api/security/settings')).status).toBe(200)
    expect((await world.as('admin').get('/api/audit')).status).toBe(403)
    expect((await world.as('security').get('/api/audit')).status).toBe(403)
    expect((await world.as('auditor').get('/api/audit')).status).toBe(200)
  })

  it('let nobody hold two of the three, or change the own rights', async () => {
    await separate()
    expect(await change('security', 'admin', { roles: ['admin', 'auditor'] })).toMatchObject({
      status: 409,
      body: { code: 'kernel.two_offices', path: 'roles' },
    })
    for (const [who, roles] of [
      ['security', ['security', 'manager']],
      ['admin', ['admin', 'manager']],
    ] as const)
      expect((await change(who, who, { roles })).status).toBe(403)
    expect((await change('security', 'security', { roles: ['staff'] })).body.detail).toBe(
      '不能修改自己的权限，请由另一位管理员办理。',
    )
  })

  it('keep the one who opens accounts from taking over the others’ by a new password', async () => {
    await separate()
    for (const whose of ['security', 'auditor', 'admin'])
      for (const input of [{ password: 'another-password' }, { disabled: true }])
        expect((await change('admin', whose, input)).status, whose).toBe(403)
    expect((await change('security', 'auditor', { password: 'another-password' })).status).toBe(200)
    expect((await change('admin', 'worker', { password: 'another-password' })).status).toBe(200)
  })

  it('are never left without one: the last security administrator stays', async () => {
    await separate()
    const { id } = (await world.ctx('system', (ctx) =>
      ctx.db
        .updateTable('kernel.member')
        .set({ roles: ['security'] })
        .where('user_name', '=', 'manager')
        .returning('id')
        .executeTakeFirstOrThrow(),
    )) as { id: string }
    await change('security', 'worker', { roles: ['worker', 'staff'] })
    expect(
      (await world.as('manager').patch(`/api/accounts/${await idOf('security')}`, { roles: ['staff'] }))
        .status,
    ).toBe(200)
    expect((await world.as('security').get('/api/accounts')).status).toBe(403)
    expect(await world.as('manager').patch(`/api/accounts/${id}`, { roles: ['staff'] })).toMatchObject({
      status: 403,
    })
  })

  it('are joined again by two, never by one', async () => {
    await separate()
    const join = (by: Role) => world.as(by).post('/api/security/offices/joining')
    expect((await join('auditor')).status).toBe(403)
    expect((await join('admin')).body).toEqual({ joined: false })
    expect(await join('admin')).toMatchObject({ status: 409, body: { code: 'security.ask_again' } })
    expect((await world.as('security').call(security.actions.readOffices, {})).joiningAskedAs).toBe('admin')
    expect((await world.as('security').delete('/api/security/offices/joining')).status).toBe(200)
    expect((await join('security')).body).toEqual({ joined: false })
    expect((await join('admin')).body).toEqual({ joined: true })
    expect((await world.as('admin').call(security.actions.readOffices, {})).separatedAt).toBeNull()
    expect((await world.as('admin').get('/api/security/settings')).status).toBe(200)
  })

  it('have a filter of their own in the trail', async () => {
    await world.as('staff').post('/api/views', { list: 'x', name: 'y', query: '' })
    await world.as('security').call(security.actions.changeSettings, { lockFailures: 7 })
    await change('admin', 'worker', { roles: ['worker', 'staff'] })
    const of = async (office: 'any' | 'admin' | 'security') =>
      (await world.as('auditor').call(kernel.actions.readAudit, { office })).items.map((one) => one.type)
    expect(await of('security')).toEqual(['security.settings_changed'])
    expect(await of('admin')).toEqual(['kernel.account_changed'])
    expect(await of('any')).toHaveLength(2)
    const [entry] = (await world.as('auditor').call(kernel.actions.readAudit, { office: 'security' })).items
    expect(entry).toMatchObject({ before: { lockFailures: 20 }, after: { lockFailures: 7 } })
  })

  it('refuse rules out of range, in both languages, and change nothing', async () => {
    const before = await world.as('security').call(security.actions.readSettings, {})
    for (const [input, status] of [
      [{ idleSeconds: 5 }, 422],
      [{ passwordLength: 3 }, 400],
      [{ lockFailures: 0 }, 400],
      [{ twoFactorRoles: ['emperor'] }, 400],
      [{ sessionSeconds: 'long' }, 400],
    ] as const)
      expect((await world.as('security').patch('/api/security/settings', input)).status).toBe(status)
    expect(await world.as('security').call(security.actions.readSettings, {})).toEqual(before)
  })
})
