import { describe, expect, it } from 'vitest'
import { useWorld } from '#test/harness.ts'
import { repairs } from '../module.ts'
import { publicPaths } from '../words.ts'
import { pictureBytes, placesOf, readAs, reportFault } from './test-story.ts'

describe('codes at doors', () => {
  const world = useWorld()
  const fault = { kind: 'AIR_CONDITIONING', description: '会议室空调不制冷' } as const

  async function codeOf302() {
    const { office, room302 } = await placesOf(world)
    const { items } = await world
      .as('dispatcher')
      .call(repairs.actions.createPlaceCodes, { siteId: office, roomIds: [room302] })
    return items[0]!
  }

  it('let anybody report without an account, with a photo, and follow it by a link [CLOUD-05]', async () => {
    const { code } = await codeOf302()
    const scanned = await world.nobody.call(repairs.actions.scanPlace, { code })
    expect(scanned).toMatchObject({ place: { label: '一号办公楼 · 302会议室' }, open: [] })
    expect(scanned.kinds).toHaveLength(8)
    const photo = await world.nobody.upload(
      `/api/public/repairs/${code}/photos`,
      'leak.png',
      await pictureBytes(),
    )
    const receipt = await world.nobody.call(repairs.actions.reportByCode, {
      code,
      ...fault,
      photos: [photo.body.id],
      phone: '13800001111',
    })
    expect(receipt).toMatchObject({ state: 'SUBMITTED', holder: { role: 'DESK', name: '物业科' } })
    const page = await readAs(world, 'dispatcher', receipt.id)
    expect(page).toMatchObject({
      channel: 'QR',
      requesterName: '扫码报修人',
      requesterPhone: '13800001111',
      room: { name: '302会议室' },
      photos: [{ fileId: photo.body.id }],
    })
    const followed = await world.nobody.call(repairs.actions.followReport, { code: receipt.followCode })
    expect(followed).toMatchObject({ number: receipt.number, holderName: '物业科', steps: [{}] })
    const again = await world.nobody.call(repairs.actions.scanPlace, { code })
    expect(again.open).toMatchObject([{ number: receipt.number, kind: 'AIR_CONDITIONING' }])
    expect(await world.as('dispatcher').call(repairs.actions.listPlaceCodes, {})).toMatchObject({
      items: [{ reports: 1 }],
    })
  })

  it('work no more once revoked, and never when forged or of another bureau', async () => {
    const { id, code } = await codeOf302()
    const forged = `${code.slice(0, -3)}${code.endsWith('AAA') ? 'BBB' : 'AAA'}`
    expect(await world.nobody.get(`/api/public/places/${forged}`)).toMatchObject({
      status: 404,
      body: { code: 'repairs.code_unknown' },
    })
    expect((await world.other.as('staff').get(`/api/public/places/${code}`)).status).toBe(404)
    await world.as('manager').call(repairs.actions.revokePlaceCode, { codeId: id, reason: '标牌被撕走' })
    expect(await world.nobody.post(`/api/public/repairs/${code}`, fault)).toMatchObject({
      status: 410,
      body: { code: 'repairs.code_revoked' },
    })
    const twice = await world
      .as('manager')
      .post(`/api/repairs/place-codes/${id}/revocation`, { reason: '再来' })
    expect(twice).toMatchObject({ status: 409, body: { code: 'repairs.code_revoked_before' } })
    const fresh = await codeOf302()
    expect(fresh.id).not.toBe(id)
    expect((await world.nobody.post(`/api/public/repairs/${fresh.code}`, fault)).status).toBe(200)
  })

  it('keep a place’s code while it is in force, and come as a sheet to print', async () => {
    const first = await codeOf302()
    expect((await codeOf302()).id).toBe(first.id)
    const sheet = await world.as('admin').call(repairs.actions.printPlaceCodes, {})
    expect(sheet.items).toMatchObject([{ id: first.id, path: publicPaths.report + first.code }])
    const file = await world.as('admin').get('/api/repairs/place-codes/export?format=csv')
    expect(file.bytes.toString()).toContain('302会议室')
  })

  it('say nothing of other orders: a follow link is for its own report only', async () => {
    const { code } = await codeOf302()
    await reportFault(world)
    expect((await world.nobody.get(`/api/public/repairs/follow/${code}`)).status).toBe(404)
    expect((await world.as('staff').get('/api/repairs/place-codes')).status).toBe(403)
    const document = await world.nobody.upload(
      `/api/public/repairs/${code}/photos`,
      'a.pdf',
      Buffer.from('%PDF-1.4\n%%EOF'),
    )
    expect(document.status).toBe(415)
  })

  it('take the same offline report once', async () => {
    const { code } = await codeOf302()
    const one = await world.nobody.call(repairs.actions.reportByCode, {
      code,
      ...fault,
      clientKey: 'offline-1',
    })
    const two = await world.nobody.call(repairs.actions.reportByCode, {
      code,
      ...fault,
      clientKey: 'offline-1',
    })
    expect(two).toMatchObject({ id: one.id, replayed: true, followCode: one.followCode })
  })
})

describe('taking a call', () => {
  const world = useWorld()

  it('makes whoever took it the first-contact owner, and the caller the requester', async () => {
    const { annex, staff, education } = await placesOf(world)
    const call = { siteId: annex, placeText: '大厅', kind: 'ELEVATOR', description: '电梯异响' } as const
    const known = await world
      .as('dispatcher')
      .call(repairs.actions.takeCall, { ...call, callerPersonId: staff })
    const page = await readAs(world, 'dispatcher', known.id)
    expect(page).toMatchObject({
      state: 'ACCEPTED',
      channel: 'PHONE',
      firstContactOwner: { name: '周明' },
      requesterName: '林小满',
      clientUnit: { name: '财政局' },
    })
    expect(page.respond).toMatchObject({ state: 'met' })
    const named = await world.as('dispatcher').call(repairs.actions.takeCall, {
      ...call,
      callerName: '张先生',
      callerPhone: '010-66001234',
      callerUnitId: education,
      grade: 'MAJOR_REPAIR',
    })
    const major = await readAs(world, 'manager', named.id)
    expect(major).toMatchObject({
      requesterName: '张先生',
      majorState: 'SURVEY',
      clientUnit: { name: '教育局' },
    })
    expect(major.item?.nameZh).toBe('大型维修改造')
  })

  it('needs to know who called', async () => {
    const { annex } = await placesOf(world)
    const call = { siteId: annex, kind: 'OTHER', description: '门牌掉了', callerName: '某人' }
    expect(await world.as('dispatcher').post('/api/repairs/calls', call)).toMatchObject({
      status: 422,
      body: { code: 'repairs.caller_needed', path: 'callerName' },
    })
    expect((await world.as('staff').post('/api/repairs/calls', call)).status).toBe(403)
  })
})
