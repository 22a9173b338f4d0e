import { describe, expect, it } from 'vitest'
import { useWorld } from '#test/harness.ts'
import { rules } from '../module.ts'

const headings = '规则编号,适用对象,关系,限值,单位,作用,地区代码,起日,依据名称,文号,可信度,核对日期'
const line = (cells: string) => `${cells},2026-01-01,省办公用房标准,省发〔2026〕1号,B,2026-01-01`
const good = line(
  'OFFICE.AREA_PER_PERSON,机关层级=市级机关；职级=正司、局（处）级,不超过,20,平方米/人,提醒,440000',
)

describe('a province’s table of limits', () => {
  const world = useWorld()
  const take = (lines: string[], mode: 'dry-run' | 'commit' = 'commit') =>
    world
      .as('admin')
      .upload(
        `/api/imports/rule-values?mode=${mode}`,
        'values.csv',
        Buffer.from([headings, ...lines].join('\n')),
      )

  it('is taken line by line, once, and names every fault', async () => {
    const { body } = await take([
      good,
      line('OFFICE.NOTHING,,不超过,20,平方米/人,提醒,440000'),
      line('OFFICE.AREA_PER_PERSON,谁知道,不超过,20,平方米/人,提醒,440000'),
      line('OFFICE.GUARD_AREA,,不超过,-3,平方米/人,提醒,440000'),
      'OFFICE.GUARD_AREA,,不超过,20,平方米/人,提醒,440000,2026-01-01,记得,,C,2026-01-01',
      'OFFICE.AREA_PER_PERSON,机关层级=市级机关；职级=市级正职,不超过,32,平方米/人,提醒,440000,2026-01-01,党政机关办公用房建设标准,发改投资〔2014〕2674号,B,2026-01-01',
      good,
    ])
    expect(body.refused.map(({ line: at, code }: { line: number; code: string }) => [at, code])).toEqual([
      [3, 'rules.unknown_rule'],
      [4, 'rules.bad_key'],
      [5, 'rules.nonsense'],
      [6, 'rules.memory_only_informs'],
      [7, 'rules.area_table_1999'],
      [8, 'rules.row_repeated'],
    ])
    expect(body.written).toBe(false)
    expect((await take([good])).body).toMatchObject({ written: true, changed: 1, refused: [] })
    expect((await take([good])).body).toMatchObject({ changed: 0, refused: [] })
    const { values } = await world
      .as('worker')
      .call(rules.actions.readRule, { ruleId: 'OFFICE.AREA_PER_PERSON' })
    expect(values.find(({ jurisdiction }) => jurisdiction === '440000')).toMatchObject({
      ...{ key: { level: 'CITY', rank: 'BUREAU_CHIEF' }, value: 20, level: 'PROVINCE', national: false },
    })
  })

  it('our own export can be taken again and changes nothing', async () => {
    const { bytes } = await world.as('admin').get('/api/imports/rule-values/current?format=csv')
    const answer = await world.as('admin').upload('/api/imports/rule-values?mode=commit', 'values.csv', bytes)
    expect(answer.body).toMatchObject({ changed: 0, refused: [] })
    expect(answer.body.rows).toBeGreaterThan(330)
  })
})
