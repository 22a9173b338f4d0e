import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { useWorld } from '#test/harness.ts'
import { directory } from '../module.ts'

const pack = new URL('../../../../shared/cases/annual-2014/', import.meta.url)

describe('directory sheets', () => {
  const world = useWorld()
  const send = (kind: string, text: string | Buffer, query = 'mode=commit') =>
    world.as('admin').upload(`/api/imports/${kind}?${query}`, `${kind}.csv`, Buffer.from(text))
  const remarks = (body: { refused: { line: number; column: string; code: string }[] }) =>
    body.refused.map(({ line, column, code }) => [line, column, code])

  it('take sites, make the campuses they name, and change nothing the second time', async () => {
    const sheet =
      '物业编号,物业名称,类型,建筑面积（㎡）,地址,院区\nX1,一号楼,办公楼,"1,200.5",路1号,南院区\nX2,巨楼,办公楼,900000,,'
    const dry = await send('sites', sheet, 'mode=dry-run')
    expect(dry.body).toMatchObject({ rows: 2, accepted: 2, changed: 2, written: false, refused: [] })
    expect(dry.body.warnings.map(({ line, code }: { line: number; code: string }) => [line, code])).toEqual(
      expect.arrayContaining([
        [2, 'directory.row_new_campus'],
        [3, 'directory.row_area_odd'],
      ]),
    )
    expect((await send('sites', sheet)).body).toMatchObject({ changed: 2, written: true })
    expect((await send('sites', sheet)).body).toMatchObject({ changed: 0, written: true })
    const changed = sheet.replace('一号楼', '壹号楼')
    expect((await send('sites', changed)).body).toMatchObject({ changed: 1 })
    const { items } = await world.as('staff').call(directory.actions.listSites, { search: '壹号楼' })
    expect(items).toMatchObject([{ floorAreaM2: 1200.5, campusName: '南院区', address: '路1号' }])
  })

  it('take units whose superior stands further down, and say which line is wrong', async () => {
    const { body } = await send(
      'units',
      [
        '单位编码,单位名称,上级单位,级别,类别',
        'N1,一科,甲局,科级,',
        'N2,甲局,,区级,服务对象',
        'N3,二科,没有的局,科级,',
        'N2,甲局,,区级,',
        'N4,三科,二科,科级,',
        'N5,环一,环二,,',
        'N6,环二,环一,,',
        'N7,后勤服务站,,科级,',
        'N8,四科,,,外星',
      ].join('\n'),
      'mode=commit&partial=true',
    )
    expect(remarks(body)).toEqual([
      [4, '上级单位', 'directory.row_unknown_unit'],
      [5, '单位编码', 'directory.row_repeated'],
      [6, '上级单位', 'directory.row_unknown_unit'],
      [7, '上级单位', 'directory.row_circle'],
      [8, '上级单位', 'directory.row_circle'],
      [10, '类别', 'import.unknown_choice'],
    ])
    expect(body.refused[0].message).toContain('没有的局')
    expect(body).toMatchObject({ rows: 9, accepted: 3, changed: 3, written: true })
    const { items } = await world.as('staff').call(directory.actions.listUnits, { search: 'N1' })
    expect(items).toMatchObject([{ name: '一科', parentName: '甲局', kind: 'client' }])
    const { items: centre } = await world.as('staff').call(directory.actions.listUnits, { search: 'N7' })
    expect(centre).toMatchObject([{ kind: 'centre' }])
  })

  it('take people: two may share a name, an unknown unit and a fifth kind are refused by line', async () => {
    const head = '工号,姓名,单位,职务,职级,人员类别,手机,技能'
    const { body } = await send(
      'people',
      [
        head,
        'T1,王一,财政局,科员,科级以下,公务员,13800000001,',
        'T2,王一,U002,科员,科级以下,事业编制,,水电、空调',
        'T3,王三,月球局,,,公务员,,',
        'T1,王四,财政局,,,公务员,,',
        'T5,王五,财政局,,,志愿者,,',
        'T6,,财政局,,,公务员,12,',
      ].join('\n'),
      'mode=commit&partial=true',
    )
    expect(remarks(body)).toEqual([
      [4, '单位', 'directory.row_unknown_unit'],
      [5, '工号', 'directory.row_repeated'],
      [6, '人员类别', 'import.unknown_choice'],
      [7, '姓名', 'import.required'],
      [7, '手机', 'import.not_a_phone'],
    ])
    expect(body).toMatchObject({ rows: 6, accepted: 2, changed: 2 })
    const { items } = await world.as('staff').call(directory.actions.listPeople, { search: '王一' })
    expect(items.map(({ unitName }) => unitName)).toEqual(['财政局', '教育局'])
    expect(items[1]!.skills).toEqual(['水电', '空调'])
  })

  it('move a person whose unit changed in the sheet to a new post from today', async () => {
    const head = '工号,姓名,单位,职务,人员类别\n'
    await send('people', `${head}T1,王一,财政局,科员,公务员`)
    expect((await send('people', `${head}T1,王一,教育局,科员,公务员`)).body.changed).toBe(1)
    expect((await send('people', `${head}T1,王一,教育局,科员,公务员`)).body.changed).toBe(0)
    const { items } = await world.as('admin').call(directory.actions.listPeople, { search: 'T1' })
    const view = await world.as('admin').call(directory.actions.readPerson, { personId: items[0]!.id })
    expect(view.posts.map(({ unitName }) => unitName)).toEqual(['教育局', '财政局'])
    expect(view.posts[1]!.toDay).toBe(view.posts[0]!.fromDay)
  })

  it('write nothing at all when a line is refused', async () => {
    const sheet = '工号,姓名,单位,职务,人员类别\nT1,王一,财政局,科员,公务员\nT2,王二,月球局,,公务员'
    expect((await send('people', sheet)).body).toMatchObject({ accepted: 1, written: false })
    expect((await world.as('admin').call(directory.actions.listPeople, { search: 'T1' })).items).toEqual([])
  })

  it.each(['sites', 'units', 'people'])('%s: what is exported comes back unchanged', async (kind) => {
    for (const format of ['csv', 'xlsx']) {
      const { bytes } = await world.as('admin').get(`/api/imports/${kind}/current?format=${format}`)
      const { body } = await world
        .as('admin')
        .upload(`/api/imports/${kind}?mode=commit`, `x.${format}`, bytes)
      expect(body.rows).toBeGreaterThan(2)
      expect(body).toMatchObject({ accepted: body.rows, changed: 0, refused: [], written: true })
    }
  })

  it.runIf(existsSync(pack))(
    '[CLOUD-07] [STAFF-01] [DESK-15] [DESK-16] take the reference case: 31 sites, 30 units, 1,000 people of four kinds',
    async () => {
      // The world has a centre of the same name; sheets that name units by name need it to be the only one.
      const { items: centres } = await world
        .as('admin')
        .call(directory.actions.listUnits, { search: '机关后勤服务中心' })
      await world.as('admin').call(directory.actions.changeUnit, { unitId: centres[0]!.id, name: '老中心' })
      for (const [kind, rows] of [
        ['sites', 31],
        ['units', 30],
        ['people', 1000],
      ] as const) {
        const bytes = readFileSync(new URL(`${kind}.csv`, pack))
        const expected = { rows, accepted: rows, refused: [], written: true }
        expect((await send(kind, bytes)).body).toMatchObject(expected)
        expect((await send(kind, bytes)).body).toMatchObject({ ...expected, changed: 0 })
      }
      const kinds = await world.ctx('system', (ctx) =>
        ctx.db.selectFrom('directory.person').select('identity_kind').distinct().execute(),
      )
      expect(kinds).toHaveLength(4)
      const { items } = await world.as('staff').call(directory.actions.listPeople, { limit: 200 })
      expect(items).toHaveLength(200)
    },
  )
})
