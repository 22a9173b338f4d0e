import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { bookings } from '#engines/bookings/module.ts'
import { useWorld } from '#test/harness.ts'
import { meetings } from '../module.ts'
import { meetingsSummary } from './summarise-meetings.ts'
import { meetingStory } from './test-story.ts'

const roomHeading = '会议室编号,会议室,所在物业,容纳人数,布局'
const rooms = ['H1,第一会议室,一号办公楼,40,课桌式 30；剧院式 40', 'H2,第二会议室,P002,20,']
const heading = '会议编号,会议名称,主办单位,会议室,开始时间,结束时间,参会人数,级别,服务内容,状态'
const good = [
  'M1,工作例会,财政局,第一会议室,2025-11-03 09:00,2025-11-03 10:30,12,一般,茶水；投影,已召开',
  'M2,政策宣讲会,教育局,H1,2025-11-03 10:30,2025-11-03 12:00,30,重要,主席台摆放、桌签,已召开',
  'M3,协调会,财政局,第二会议室,2025-11-04 09:00,2025-11-04 10:00,8,一般,,已取消',
  'M4,座谈会,教育局,第二会议室,2025-11-04 09:30,2025-11-04 11:00,10,一般,鲜花；茶水,已召开',
  'M5,年度总结会,财政局,第一会议室,2026-04-03 09:00,2026-04-03 11:00,35,领导会议,茶水,已预订',
]

describe('importing rooms and meetings', () => {
  const world = useWorld()
  const story = meetingStory(world)
  const take = async (kind: string, head: string, lines: string[], query = 'mode=commit') => {
    const bytes = Buffer.from(`\uFEFF${[head, ...lines].join('\r\n')}\r\n`)
    return (await world.as('admin').upload(`/api/imports/${kind}?${query}`, `${kind}.csv`, bytes)).body
  }
  const takeRooms = (lines = rooms, query?: string) => take('meeting-rooms', roomHeading, lines, query)
  const takeMeetings = (lines = good, query?: string) => take('meetings', heading, lines, query)
  const figure = async (id: string, query = 'from=2025-01-01&to=2025-11-30') =>
    (await world.as('director').get(`/api/metrics/${id}?${query}`)).body.value as number | null

  it('[MEET-02] takes rooms by code, and again changes nothing', async () => {
    expect(await takeRooms()).toMatchObject({ rows: 2, changed: 2, refused: [], written: true })
    expect(await takeRooms()).toMatchObject({ changed: 0, refused: [] })
    const { items } = await world
      .as('staff')
      .call(meetings.actions.listRooms, { headcount: 35, layout: 'THEATRE' })
    expect(items.map(({ code, site }) => [code, site.name])).toEqual([['H1', '一号办公楼']])
    const sheet = await world.as('staff').get('/api/meetings/rooms/export?format=csv')
    expect(sheet.bytes.toString()).toContain('H1,第一会议室,一号办公楼,40,剧院式 40；课桌式 30')
    const again = await world
      .as('admin')
      .upload('/api/imports/meeting-rooms?mode=commit', 'x.csv', sheet.bytes)
    expect(again.body).toMatchObject({ rows: 2, changed: 0, refused: [], warnings: [] })
    const changed = await takeRooms(['H1,大会议室,一号办公楼,25,'])
    expect(changed).toMatchObject({ changed: 1 })
    const [room] = (await world.as('staff').call(meetings.actions.listRooms, { search: '大会议室' })).items
    expect([room!.capacity, room!.layouts]).toEqual([25, []])
  })

  it('[MEET-02] names what is wrong with a room, line by line', async () => {
    const report = await takeRooms([
      'H1,第一会议室,一号办公楼,40,',
      'H1,第三会议室,一号办公楼,40,',
      'H2,第一会议室,一号办公楼,40,',
      'H3,第四会议室,九号楼,40,',
      'H4,第五会议室,一号办公楼,0,',
      'H5,第六会议室,一号办公楼,10,圆桌 8',
      'H6,第七会议室,一号办公楼,10,U形 12人',
    ])
    expect(report.refused.map(({ line, code }: { line: number; code: string }) => [line, code])).toEqual([
      [3, 'meetings.import_repeated'],
      [4, 'meetings.import_room_renamed'],
      [5, 'meetings.import_unknown_site'],
      [6, 'import.out_of_range'],
      [7, 'meetings.import_layouts_unread'],
      [8, 'meetings.import_layout_too_large'],
    ])
    expect(report.written).toBe(false)
  })

  it('[MEET-05] [MEET-12] counts meetings in the figures by the times of the sheet; each figure’s rows make it', async () => {
    await takeRooms()
    expect(await takeMeetings()).toMatchObject({ rows: 5, changed: 5, refused: [], written: true })
    expect(await figure('meetings.held.count')).toBe(3)
    expect(await figure('meetings.attendances.sum')).toBe(52)
    expect(await figure('meetings.cancelled.count')).toBe(1)
    expect(await figure('meetings.per-day.max')).toBe(2)
    expect(await figure('meetings.per-day.min')).toBe(0)
    expect(await figure('meetings.per-day.min', 'from=2025-11-03&to=2025-11-04')).toBe(1)
    expect(await figure('meetings.organisers.count')).toBe(2)
    expect(await figure('meetings.by-organiser')).toBe(3)
    const units = await world
      .as('director')
      .get('/api/metrics/meetings.by-organiser/records?from=2025-01-01&to=2025-11-30')
    expect(
      units.body.items.map(({ label, value }: { label: string; value: number }) => [label, value]).sort(),
    ).toEqual([
      ['教育局', 2],
      ['财政局', 1],
    ])
    expect(await figure('meetings.no-show.rate')).toBe(0)
    const director = world.as('director')
    const { body } = await director.get(
      '/api/metrics/meetings.held.count/series?by=unit&from=2025-01-01&to=2025-11-30',
    )
    const organisers = body.items.filter(({ value }: { value: number }) => value > 0)
    expect(organisers.map(({ label, value }: { label: string; value: number }) => [label, value])).toEqual([
      ['教育局', 2],
      ['财政局', 1],
    ])
    const peak = await director.get('/api/metrics/meetings.per-day.max/records?from=2025-01-01&to=2025-11-30')
    expect(peak.body.items.map(({ label }: { label: string }) => label).sort()).toEqual(['M1', 'M2'])
  })

  it('is summed up with every figure of the meetings in its sentences', async () => {
    await takeRooms()
    await takeMeetings()
    const scope = { from: '2025-01-01', to: '2025-11-30', span: '2025年', next: '2026年' }
    const [part] = await world.ctx('system', (ctx) => meetingsSummary(ctx, scope))
    const said = part!.blocks.flatMap((block) =>
      block.kind === 'paragraph'
        ? block.runs.flatMap((run) => (run.kind === 'figure' ? [run.metric] : []))
        : [],
    )
    // 主办单位 are counted and named, so that the list by organiser need not stand beside them.
    expect([...said, 'meetings.by-organiser'].sort()).toEqual(Object.keys(meetings.metrics ?? {}).sort())
  })

  it('holds the room for what was taken, and changes nothing the second time nor with its own export', async () => {
    await takeRooms()
    await takeMeetings()
    expect(await takeMeetings()).toMatchObject({ changed: 0, refused: [], warnings: [] })
    const roomId = await story.roomId('第一会议室')
    const booked = await world.as('staff').post('/api/meetings', {
      ...story.meeting(roomId),
      from: '2026-04-03T10:00:00+08:00',
      to: '2026-04-03T12:00:00+08:00',
    })
    expect([booked.status, booked.body.code]).toEqual([409, 'bookings.conflict'])
    await story.book('staff', { ...story.meeting(roomId) })
    const sheet = await world.as('dispatcher').get('/api/meetings/export?format=csv')
    const again = await world.as('admin').upload('/api/imports/meetings?mode=commit', 'x.csv', sheet.bytes)
    expect(again.body).toMatchObject({ rows: 6, changed: 0, refused: [], warnings: [] })
  })

  it('takes a correction of an imported line, but leaves alone what was booked here', async () => {
    await takeRooms()
    await takeMeetings()
    const corrected = good[0]!.replace(',12,', ',15,')
    expect(await takeMeetings([corrected])).toMatchObject({ changed: 1, refused: [] })
    expect(await figure('meetings.attendances.sum')).toBe(55)
    const { number } = await story.book('staff', story.meeting(await story.roomId('第二会议室')))
    const line = `${number},改写,财政局,第二会议室,2026-03-05 09:00,2026-03-05 10:00,5,一般,,已取消`
    expect(await takeMeetings([line])).toMatchObject({
      changed: 0,
      warnings: [{ code: 'meetings.import_kept' }],
    })
  })

  it('says line by line what is wrong, and then writes nothing', async () => {
    await takeRooms()
    const report = await takeMeetings([
      good[0]!,
      'N1,会,财政局,第一会议室,2025-11-05 10:30,2025-11-05 09:30,5,一般,,已召开',
      'N2,会,民政局,第三会议室,2025-11-05 09:30,2025-11-05 10:30,5,一般,,已召开',
      'N3,会,财政局,第一会议室,2025-11-05 09:30,2025-11-05 10:30,五人,一般,,已召开',
      'N4,会,财政局,第一会议室,2025/13/45 9:00,2025-11-05 10:30,5,一般,,已召开',
      'N5,撞期会,财政局,第一会议室,2025-11-03 10:00,2025-11-03 11:00,5,一般,,已召开',
      good[0]!,
      'N6,会,财政局,第一会议室,2027-11-03 10:00,2027-11-03 11:00,5,一般,,已召开',
      'N7,会,财政局,第一会议室,2025-11-13 10:00,2025-11-13 11:00,5,一般,,已预订',
      'N8,会,财政局,第一会议室,2025-11-13 10:00,2025-11-13 11:00,5,特级,,已召开',
      'N9,会,财政局,第一会议室,2025-11-14 10:00,2025-11-14 11:00,5,一般,,无人到场',
    ])
    const found = report.refused.map(({ line, column, code }: Record<string, unknown>) => [
      line,
      column,
      code,
    ])
    expect(found.sort((one: unknown[], other: unknown[]) => Number(one[0]) - Number(other[0]))).toEqual([
      [3, '结束时间', 'meetings.import_end_before_start'],
      [4, '会议室', 'meetings.import_unknown_room'],
      [4, '主办单位', 'meetings.import_unknown_unit'],
      [5, '参会人数', 'import.not_a_number'],
      [6, '开始时间', 'import.not_a_date'],
      [7, '会议室', 'meetings.import_clash'],
      [8, '会议编号', 'meetings.import_repeated'],
      [9, '状态', 'meetings.import_future'],
      [10, '状态', 'meetings.import_past'],
      [11, '级别', 'import.unknown_choice'],
      [12, '状态', 'meetings.import_lives_here'],
    ])
    expect(report.refused.find(({ line }: { line: number }) => line === 7).message).toContain('工作例会')
    expect(report.written).toBe(false)
    expect((await world.as('dispatcher').call(bookings.actions.listBookings, {})).items).toEqual([])
  })
})

const pack = join(import.meta.dirname, '../../../../shared/cases/annual-2014')

describe.runIf(existsSync(pack))('the published year 2014', () => {
  const world = useWorld()

  it('[MEET-03] [MEET-04] [MEET-05] gives the figures that were published, and refuses exactly the lines with mistakes', async () => {
    // The pack has a centre of the same name as the world's.
    await world.ctx('system', (ctx) =>
      ctx.db
        .updateTable('directory.unit')
        .set({ name: '本中心' })
        .where('name', '=', '机关后勤服务中心')
        .execute(),
    )
    const upload = (kind: string, file: string, mode: string) =>
      world.as('admin').upload(`/api/imports/${kind}?mode=${mode}`, file, readFileSync(join(pack, file)))
    const { period, figures, faults } = JSON.parse(readFileSync(join(pack, 'expected.json'), 'utf8'))
    for (const kind of ['sites', 'units', 'meeting-rooms']) {
      const answer = await upload(kind, `${kind}.csv`, 'commit')
      expect(answer.body, kind).toMatchObject({ refused: [], written: true })
    }
    const dry = await upload('meetings', 'meetings-with-faults.csv', 'dry-run')
    const { refused_lines: wanted } = faults['meetings-with-faults.csv']
    expect([...new Set(dry.body.refused.map(({ line }: { line: number }) => line))]).toEqual(wanted)
    for (const { message } of dry.body.refused) expect(message).toMatch(/[\u4e00-\u9fff]/)
    const taken = await upload('meetings', 'meetings.csv', 'commit')
    expect(taken.body).toMatchObject({ refused: [], written: true, changed: 1070 })
    for (const [id, expected] of Object.entries(figures).filter(([id]) => id.startsWith('meetings.'))) {
      const answer = await world.as('director').get(`/api/metrics/${id}?from=${period.from}&to=${period.to}`)
      expect(answer.body.value, id).toBe(expected)
    }
    expect((await upload('meetings', 'meetings.csv', 'commit')).body).toMatchObject({
      refused: [],
      changed: 0,
    })
  })
})
