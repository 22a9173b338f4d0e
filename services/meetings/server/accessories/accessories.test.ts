import { describe, expect, it } from 'vitest'
import { bookings } from '#engines/bookings/module.ts'
import { useWorld } from '#test/harness.ts'
import { meetings } from '../../module.ts'
import { meetingStory } from '../test-story.ts'

const { actions } = meetings

describe('equipment to claim', () => {
  const world = useWorld()
  const story = meetingStory(world)
  const manager = () => world.as('manager')
  const add = async (code: string, name: string, quantity: number, more: object = {}) =>
    (await manager().call(actions.createAccessory, { code, name, quantity, ...more })).id
  const codes = async (input: Record<string, unknown>) =>
    (await world.as('dispatcher').call(actions.listAccessories, input)).items.map(({ code }) => code)

  it('[MEET-02] is listed by what is there and what is out, in any order, page by page, and exported', async () => {
    const roomId = await story.addRoom()
    const siteId = await story.siteId('东区食堂')
    const mic = await add('A1', '无线话筒', 24, { countedIn: '只' })
    await add('A2', '翻页笔', 15, { siteId, note: '借出时登记' })
    await add('A3', '移动音箱', 4)
    await story.book('staff', story.meeting(roomId, { accessories: [{ accessoryId: mic, quantity: 5 }] }))
    expect(await codes({})).toEqual(['A1', 'A2', 'A3'])
    expect(await codes({ sort: '-quantity' })).toEqual(['A1', 'A2', 'A3'])
    expect(await codes({ sort: 'quantity' })).toEqual(['A3', 'A2', 'A1'])
    const first = await world.as('dispatcher').call(actions.listAccessories, { sort: 'quantity', limit: 2 })
    expect(await codes({ sort: 'quantity', limit: 2, cursor: first.next })).toEqual(['A1'])
    expect(await codes({ search: '登记' })).toEqual(['A2'])
    expect(await codes({ siteId })).toEqual(['A2'])
    expect(await codes({ isOut: true })).toEqual([])
    world.clock.set('2026-03-05T09:30:00+08:00')
    expect(await codes({ isOut: true })).toEqual(['A1'])
    const [out] = (await world.as('staff').call(actions.listAccessories, { sort: '-out' })).items
    expect([out!.code, out!.out, out!.quantity, out!.can.change]).toEqual(['A1', 5, 24, false])
    const sheet = (
      await world.as('staff').get('/api/meetings/accessories/export?format=csv')
    ).bytes.toString()
    expect(sheet).toContain('A2,翻页笔,15,个,东区食堂,借出时登记')
  })

  it('[MEET-02] shows who has how many when, and keeps private meetings to those involved', async () => {
    const roomId = await story.addRoom()
    const mic = await add('A1', '无线话筒', 6)
    const open = await story.book(
      'staff',
      story.meeting(roomId, { accessories: [{ accessoryId: mic, quantity: 2 }] }),
    )
    await story.book(
      'dispatcher',
      story.meeting(roomId, {
        from: '2026-03-06T09:00:00+08:00',
        to: '2026-03-06T10:00:00+08:00',
        title: '专题会',
        private: true,
        accessories: [{ accessoryId: mic, quantity: 6 }],
      }),
    )
    const seen = async (role: 'staff' | 'manager') =>
      (await world.as(role).call(actions.readAccessory, { accessoryId: mic })).loans.map((loan) => [
        loan.title,
        loan.roomName,
        loan.quantity,
        loan.href,
      ])
    expect(await seen('staff')).toEqual([
      ['预算协调会', '第一会议室', 2, `/meetings/${open.id}`],
      [null, '第一会议室', 6, null],
    ])
    expect((await seen('manager')).map(([title]) => title)).toEqual(['预算协调会', '专题会'])
    const { history } = await world.as('staff').call(actions.readAccessory, { accessoryId: mic })
    expect(history).toBeNull()
  })

  it('[MEET-02] is counted anew with the reason on record; not below what is out or booked', async () => {
    const roomId = await story.addRoom()
    const mic = await add('A1', '无线话筒', 6)
    await add('A2', '翻页笔', 3)
    await story.book('staff', story.meeting(roomId, { accessories: [{ accessoryId: mic, quantity: 4 }] }))
    const change = (body: object) => manager().patch(`/api/meetings/accessories/${mic}`, body)
    const less = await change({ quantity: 3 })
    expect([less.status, less.body.code]).toEqual([409, 'bookings.pieces_held'])
    expect((await change({ name: '翻页笔' })).body.code).toBe('meetings.name_taken')
    expect((await change({ siteId: '0197a000-0000-7000-8000-000000000000' })).body.code).toBe(
      'meetings.unknown_site',
    )
    await manager().call(actions.changeAccessory, { accessoryId: mic, quantity: 4, reason: '报废 2 只' })
    const now = await manager().call(actions.readAccessory, { accessoryId: mic })
    expect(now.quantity).toBe(4)
    expect(now.history!.map(({ type, note, reason }) => [type, note, reason])).toEqual([
      ['meetings.accessory_changed', '数量 6 → 4', '报废 2 只'],
      ['meetings.accessory_created', '名称 无线话筒；数量 6', null],
    ])
  })

  it('[MEET-02] is closed with a reason: what is booked stays, nothing more is claimed, and it is used again', async () => {
    const roomId = await story.addRoom()
    const mic = await add('A1', '无线话筒', 6)
    const wants = { accessories: [{ accessoryId: mic, quantity: 1 }] }
    const { id } = await story.book('staff', story.meeting(roomId, wants))
    const reopen = () => manager().post(`/api/meetings/accessories/${mic}/reopening`, { reason: '修好了' })
    const early = await reopen()
    expect([early.status, early.body.code]).toEqual([409, 'meetings.not_closed'])
    await manager().call(actions.closeAccessory, { accessoryId: mic, reason: '送修' })
    const again = await manager().post(`/api/meetings/accessories/${mic}/closure`, { reason: '送修' })
    expect([again.status, again.body.code]).toEqual([409, 'meetings.closed_already'])
    const later = { from: '2026-03-06T09:00:00+08:00', to: '2026-03-06T10:00:00+08:00' }
    const refused = await world
      .as('staff')
      .post('/api/meetings', story.meeting(roomId, { ...later, ...wants }))
    expect([refused.status, refused.body.code]).toEqual([409, 'bookings.closed_resource'])
    expect((await story.read('staff', id)).accessories).toHaveLength(1)
    expect(await codes({ closed: false })).toEqual([])
    const closed = await manager().call(actions.readAccessory, { accessoryId: mic })
    expect(closed.closing).toMatchObject({ reason: '送修', by: '吴建国' })
    expect(closed.loans).toHaveLength(1)
    expect((await reopen()).status).toBe(200)
    expect((await manager().call(actions.readAccessory, { accessoryId: mic })).closing).toBeNull()
    await story.book('staff', story.meeting(roomId, { ...later, ...wants }))
  })

  it('[MEET-02] a series is previewed with what it borrows, date by date; a later clash names its dates', async () => {
    const roomId = await story.addRoom()
    const other = await story.addRoom({ code: 'H2', name: '第二会议室' })
    const mic = await add('A1', '无线话筒', 6)
    const thursday = { from: '2026-03-12T09:00:00+08:00', to: '2026-03-12T11:00:00+08:00' }
    await story.book(
      'dispatcher',
      story.meeting(other, { ...thursday, accessories: [{ accessoryId: mic, quantity: 4 }] }),
    )
    const rule = { rule: 'FREQ=WEEKLY;BYDAY=TH;COUNT=3', offDays: 'SKIP' as const }
    const preview = async (quantity: number) => {
      const { dates } = await world.as('staff').call(bookings.actions.previewSeries, {
        ...rule,
        from: story.meeting(roomId).from,
        to: story.meeting(roomId).to,
        resourceId: [roomId, mic],
        quantity: [1, quantity],
      })
      return dates.filter(({ clash }) => clash !== null).map(({ day }) => day)
    }
    expect([await preview(2), await preview(3)]).toEqual([[], ['2026-03-12']])
    const series = story.meeting(roomId, { accessories: [{ accessoryId: mic, quantity: 3 }], series: rule })
    const refused = await world.as('staff').post('/api/meetings', series)
    expect([refused.status, refused.body.code]).toEqual([409, 'bookings.series_conflict'])
    expect(refused.body.dates.map(({ day }: { day: string }) => day)).toEqual(['2026-03-12'])
    const choices = [{ day: '2026-03-12', skip: true }]
    const booked = await story.book('staff', { ...series, series: { ...rule, choices } })
    expect(booked.booked).toBe(2)
  })

  it('equipment registered as a plain resource becomes claimable under its code and name', async () => {
    const { id } = await manager().call(bookings.actions.createResource, {
      kind: 'EQUIPMENT',
      code: 'A1',
      name: '同传设备',
      quantity: 2,
    })
    const other = await manager().post('/api/meetings/accessories', { code: 'A1', name: '别的', quantity: 2 })
    expect([other.status, other.body.code]).toEqual([409, 'meetings.code_taken'])
    expect(await add('A1', '同传设备', 3)).toBe(id)
    expect(await codes({})).toEqual(['A1'])
    const twice = await manager().post('/api/meetings/accessories', {
      code: 'A1',
      name: '同传设备',
      quantity: 3,
    })
    expect([twice.status, twice.body.code]).toEqual([409, 'meetings.code_taken'])
  })

  it('[MEET-02] is taken from a sheet by code; the export taken again changes nothing', async () => {
    const heading = '设备编号,设备名称,数量,计量单位,存放物业,备注'
    const take = async (lines: string[], head = heading) => {
      const bytes = Buffer.from(`\uFEFF${[head, ...lines].join('\r\n')}\r\n`)
      const answer = await world
        .as('admin')
        .upload('/api/imports/meeting-accessories?mode=commit', 'a.csv', bytes)
      return answer.body
    }
    const lines = ['A1,无线话筒,24,只,一号办公楼,', 'A2,翻页笔,15,,,']
    expect(await take(lines)).toMatchObject({ rows: 2, changed: 2, refused: [], written: true })
    expect(await take(lines)).toMatchObject({ changed: 0, refused: [] })
    const sheet = await world.as('admin').get('/api/meetings/accessories/export?format=csv')
    const again = await world
      .as('admin')
      .upload('/api/imports/meeting-accessories?mode=commit', 'x.csv', sheet.bytes)
    expect(again.body).toMatchObject({ rows: 2, changed: 0, refused: [], warnings: [] })
    expect(await take(['A1,无线话筒,20,只,一号办公楼,盘亏 4 只'])).toMatchObject({ changed: 1 })
    const roomId = await story.addRoom()
    const { items } = await manager().call(actions.listAccessories, { search: 'A1' })
    await story.book(
      'staff',
      story.meeting(roomId, { accessories: [{ accessoryId: items[0]!.id, quantity: 18 }] }),
    )
    const report = await take(['A1,无线话筒,10,只,,', 'A3,翻页笔,1,,,', 'A4,音箱,1,,九号楼,', 'A4,音响,1,,,'])
    expect(report.refused.map(({ line, code }: { line: number; code: string }) => [line, code])).toEqual([
      [2, 'meetings.import_accessory_held'],
      [3, 'meetings.import_room_renamed'],
      [4, 'meetings.import_unknown_site'],
      [5, 'meetings.import_repeated'],
    ])
  })
})
