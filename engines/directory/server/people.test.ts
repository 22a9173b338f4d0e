import { describe, expect, it } from 'vitest'
import { useWorld } from '#test/harness.ts'
import { directory } from '../module.ts'

const { createPerson, changePerson, listPeople, readPerson, transferPerson, leavePerson, listUnits, me } =
  directory.actions

describe('people', () => {
  const world = useWorld()
  async function unitId(search: string): Promise<string> {
    const { items } = await world.as('admin').call(listUnits, { search })
    return items[0]!.id
  }
  async function add(more: object = {}): Promise<string> {
    const { id } = await world.as('admin').call(createPerson, {
      staffNo: 'T1',
      name: '单晓重',
      unitId: await unitId('财政局'),
      identityKind: 'CIVIL_SERVANT',
      title: '科员',
      mobile: '13800001234',
      joinedOn: '2020-01-01',
      ...more,
    })
    return id
  }

  it('[STAFF-01] are of four kinds, and a fifth is refused', async () => {
    const kinds = ['CIVIL_SERVANT', 'INSTITUTION_STAFF', 'TEMPORARY_STAFF', 'OUTSOURCED_STAFF'] as const
    for (const identityKind of kinds) await add({ staffNo: `K-${identityKind}`, identityKind })
    for (const identityKind of kinds) {
      const { items } = await world.as('staff').call(listPeople, { identityKind, search: 'K-' })
      expect(items.map((person) => person.identityKind)).toEqual([identityKind])
    }
    const unit = await unitId('财政局')
    const wrong = { staffNo: 'K5', name: '某', unitId: unit, identityKind: 'VOLUNTEER' }
    expect((await world.as('admin').post('/api/directory/people', wrong)).status).toBe(400)
  })

  it('are found by name, initials and family-name pinyin; two may share a name', async () => {
    const first = await add()
    const second = await add({ staffNo: 'T2' })
    for (const search of ['单晓', '晓重', 'shanxiao', 'sx', '重']) {
      const { items } = await world.as('staff').call(listPeople, { search })
      expect(
        items.map(({ id }) => id),
        search,
      ).toEqual(expect.arrayContaining([first, second]))
    }
    const taken = await world.as('admin').post('/api/directory/people', {
      staffNo: 'T1',
      name: '别人',
      unitId: await unitId('财政局'),
      identityKind: 'CIVIL_SERVANT',
    })
    expect(taken).toMatchObject({ status: 409, body: { code: 'directory.staff_no_taken', path: 'staffNo' } })
  })

  it('show their phone to those who run the centre and to themselves only', async () => {
    const personId = await add()
    expect((await world.as('dispatcher').call(readPerson, { personId })).mobile).toBe('13800001234')
    for (const role of ['staff', 'liaison', 'worker'] as const) {
      expect(await world.as(role).call(readPerson, { personId })).toMatchObject({
        mobile: null,
        keyPerson: null,
      })
    }
    const own = await world.as('staff').call(me, {})
    expect(own).toMatchObject({ unitName: '财政局' })
    expect((await world.as('staff').call(readPerson, { personId: own.personId! })).mobile).toBe(own.mobile)
  })

  it('change, and a wrong office is refused', async () => {
    const personId = await add()
    await world.as('admin').call(changePerson, { personId, skills: ['水电', '空调'], keyPerson: true })
    expect(await world.as('admin').call(readPerson, { personId })).toMatchObject({
      skills: ['水电', '空调'],
      keyPerson: true,
    })
    const answer = await world.as('admin').patch(`/api/directory/people/${personId}`, { roomId: personId })
    expect(answer).toMatchObject({ status: 422, body: { code: 'directory.unknown_room' } })
  })

  it('have posts over time: a transfer ends the post before, and one to come begins on its day', async () => {
    const personId = await add()
    const [education, centre] = [await unitId('教育局'), await unitId('物业科')]
    await world
      .as('admin')
      .call(transferPerson, { personId, unitId: education, title: '主任', fromDay: '2025-03-01' })
    world.clock.set('2026-03-02T09:00:00+08:00')
    await world
      .as('admin')
      .call(transferPerson, { personId, unitId: centre, title: '科长', fromDay: '2026-04-01' })
    let view = await world.as('admin').call(readPerson, { personId })
    expect(view).toMatchObject({ unitName: '教育局', title: '主任' })
    expect(view.posts.map(({ unitName, fromDay, toDay }) => [unitName, fromDay, toDay])).toEqual([
      ['物业科', '2026-04-01', null],
      ['教育局', '2025-03-01', '2026-04-01'],
      ['财政局', '2020-01-01', '2025-03-01'],
    ])
    world.clock.set('2026-04-01T00:01:00+08:00')
    await world.runJob('directory.begin-posts')
    await world.runJob('directory.begin-posts')
    view = await world.as('admin').call(readPerson, { personId })
    expect(view).toMatchObject({ unitName: '物业科', title: '科长' })
  })

  it('hold one main post at a time; a second post may lie beside it', async () => {
    const personId = await add()
    const education = await unitId('教育局')
    await world
      .as('admin')
      .call(transferPerson, { personId, unitId: education, fromDay: '2026-02-01', main: false })
    expect((await world.as('admin').call(readPerson, { personId })).unitName).toBe('财政局')
    const early = await world
      .as('admin')
      .post(`/api/directory/people/${personId}/posts`, { unitId: education, fromDay: '2020-01-01' })
    expect(early).toMatchObject({ status: 422, body: { code: 'directory.transfer_before_post' } })
    await expect(
      world.ctx('system', (ctx) =>
        ctx.db
          .insertInto('directory.post')
          .values({ person_id: personId, unit_id: education, from_day: '2021-01-01', to_day: '2021-02-01' })
          .execute(),
      ),
    ).rejects.toMatchObject({ code: '23P01' })
  })

  it('take their account along to the new unit', async () => {
    const { personId } = await world.as('staff').call(me, {})
    await world.as('admin').call(transferPerson, {
      personId: personId!,
      unitId: await unitId('教育局'),
      fromDay: '2026-01-01',
    })
    expect((await world.as('staff').get('/api/session')).body.unitName).toBe('教育局')
  })

  it('leave from a day, with a reason, and are found only when asked for', async () => {
    const personId = await add()
    const early = await world
      .as('admin')
      .post(`/api/directory/people/${personId}/departure`, { day: '2019-12-31', reason: '退休' })
    expect(early).toMatchObject({ status: 422, body: { code: 'directory.left_before_joined' } })
    await world.as('admin').call(leavePerson, { personId, day: '2026-01-01', reason: '退休' })
    expect((await world.as('staff').call(listPeople, { search: 'T1' })).items).toEqual([])
    expect((await world.as('staff').call(listPeople, { search: 'T1', left: true })).items).toHaveLength(1)
    const view = await world.as('admin').call(readPerson, { personId })
    expect(view.posts[0]!.toDay).toBe('2026-01-01')
    expect(view.can).toEqual({ change: false, transfer: false, leave: false })
    const again = await world
      .as('admin')
      .post(`/api/directory/people/${personId}/departure`, { day: '2026-01-01', reason: '退休' })
    expect(again).toMatchObject({ status: 409, body: { code: 'directory.already_left' } })
  })
})
