import { describe, expect, it } from 'vitest'
import { checkValue, type ValueDraft } from './check-value.ts'
import { formulas } from './formulas.ts'
import { judgeValue } from './judge-value.ts'
import { keyDimensions } from './key-words.ts'
import { nationalRules } from './national/index.ts'
import type { RuleValue } from './value.ts'

const all = nationalRules.flatMap(({ rules }) => rules)
const drafts: ValueDraft[] = all.flatMap(({ id, values }) =>
  values.map((value) => ({ ...value, ruleId: id, overrides: false })),
)
const of = (ruleId: string) => drafts.filter((draft) => draft.ruleId === ruleId)
const asValues = (ruleId: string): RuleValue[] =>
  of(ruleId).map((draft, index) => ({ ...draft, id: `${ruleId} ${index}` }))
const limitOf = (ruleId: string, key: Record<string, string>, operands: Record<string, number> = {}) =>
  judgeValue({ id: ruleId, title: { zh: '', en: '' } }, asValues(ruleId), {
    ...{ key, operands, value: 0, on: '2026-11-22', jurisdictions: ['CN'] },
  }).limit!

describe('the national values this release brings', () => {
  it('pass the check that a province’s sheet passes, each named once and in words people read', () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
    expect(drafts.length).toBeGreaterThan(330)
    const faults = drafts
      .map((draft) => [draft.ruleId, draft.key, checkValue(draft)])
      .filter(([, , fault]) => fault)
    expect(faults).toEqual([])
    const silent = drafts.flatMap(({ key }) =>
      Object.entries(key).filter(([dimension, value]) => !keyDimensions[dimension]?.values[value]),
    )
    expect(silent).toEqual([])
    const names = drafts.map(({ ruleId, key, jurisdiction, from }) =>
      JSON.stringify([ruleId, Object.entries(key).sort(), jurisdiction, from]),
    )
    expect(new Set(names).size).toBe(names.length)
  })

  it('inform only where they are remembered, and say when and where they were looked at', () => {
    for (const { source, effect } of drafts) {
      if (source.mark === 'C') expect(effect).toBe('info')
      if (source.mark === 'B') expect(source.url, source.title).not.toBe('')
      expect(source.checkedOn).toMatch(/^202[56]-/)
    }
  })

  it('know no car dearer than 180,000 yuan: the 450,000 and 350,000 of an older central rule are not ordinary cars’', () => {
    const dear = of('FLEET.PRICE_CAP').filter(({ value }) => value! > 180_000)
    expect(new Set(dear.map(({ key }) => key.bodyType))).toEqual(
      new Set(['OTHER_SMALL', 'MEDIUM_BUS', 'LARGE_BUS']),
    )
    expect(of('FLEET.PRICE_CAP').map(({ value }) => value)).not.toContain(350_000)
  })

  it('give the companions of a reception: 3→3, 10→3, 11→3, 12→4, 15→5, 30→10', () => {
    const companions = [3, 10, 11, 12, 15, 30].map((n) => limitOf('RECEPTION.COMPANIONS', {}, { n }))
    expect(companions).toEqual([3, 3, 3, 4, 5, 10])
  })

  it('add up to the worked example of a city’s offices: 5,559 m² used, 8,552.3 m² built, canteen 890 m²', () => {
    const people = { n: 300 }
    const service = limitOf('OFFICE.SERVICE_AREA_PER_PERSON', { level: 'CITY' }, people) * people.n
    expect(service).toBe(2100)
    const office = 3000
    const plant = ((office + service) * limitOf('OFFICE.EQUIPMENT_AREA_SHARE', {})) / 100
    expect(plant).toBe(459)
    const used = office + service + plant
    expect(used).toBe(5559)
    const built = (used * 100) / limitOf('OFFICE.USABLE_SHARE', { building: 'MULTI_STOREY' })
    expect(Math.round(built * 10) / 10).toBe(8552.3)
    expect(limitOf('OFFICE.CANTEEN_AREA', {}, people)).toBe(890)
  })

  it('keep service areas without a jump at their ends', () => {
    for (const [name, low, high] of [
      ['service-area-city', 200, 400],
      ['service-area-central', 400, 600],
      ['service-area-county', 100, 200],
    ] as const) {
      const at = (n: number) => formulas[name].compute({ n })
      expect(at(low + 1e-6)).toBeCloseTo(at(low), 4)
      expect(at(high - 1e-6)).toBeCloseTo(at(high), 4)
    }
  })
})

describe('the loader', () => {
  const [city] = of('OFFICE.AREA_PER_PERSON').filter(({ key }) => key.rank === 'CITY_CHIEF')
  const area = (level: string, rank: string, value: number, more: Partial<ValueDraft> = {}) =>
    checkValue({ ...city!, key: { level, rank }, value, ...more })?.code ?? null

  it('refuses the area table of 1999 under the title of 2014, wherever it comes from', () => {
    expect([
      area('CITY', 'CITY_CHIEF', 32),
      area('CITY', 'CITY_DEPUTY', 18),
      area('CITY', 'BELOW_BUREAU', 6),
    ]).toEqual(Array(3).fill('rules.area_table_1999'))
    expect([area('COUNTY', 'COUNTY_CHIEF', 20), area('COUNTY', 'COUNTY_DEPUTY', 12)]).toEqual(
      Array(2).fill('rules.area_table_1999'),
    )
    expect(area('CENTRAL', 'DIVISION', 9)).toBe('rules.area_table_1999')
    expect([area('CITY', 'CITY_CHIEF', 42), area('COUNTY', 'SECTION_DEPUTY', 12)]).toEqual([null, null])
    const local = { source: { ...city!.source, title: '本市办公用房标准', docNo: '市发〔2020〕1号' } }
    expect(area('CITY', 'CITY_CHIEF', 32, local)).toBeNull()
  })

  it('refuses a memory that stops somebody, units nobody knows, and numbers no unit has', () => {
    const memory = { source: { ...city!.source, mark: 'C' as const } }
    expect(area('CITY', 'CITY_CHIEF', 42, memory)).toBe('rules.memory_only_informs')
    expect(area('CITY', 'CITY_CHIEF', 42, { ...memory, effect: 'info' })).toBeNull()
    expect(
      area('CITY', 'CITY_CHIEF', 42, { ...memory, effect: 'info', overrides: true, jurisdiction: '440300' }),
    ).toBe('rules.memory_only_informs')
    expect(area('CITY', 'CITY_CHIEF', -1)).toBe('rules.nonsense')
    expect(area('CITY', 'CITY_CHIEF', 42.5, { unit: 'PERSON' })).toBe('rules.nonsense')
    expect(area('CITY', 'CITY_CHIEF', 42, { jurisdiction: '44030' })).toBe('rules.unknown_jurisdiction')
    expect(area('CITY', 'CITY_CHIEF', 42, { op: 'formula' })).toBe('rules.unknown_formula')
    expect(area('CITY', 'CITY_CHIEF', 42, { overrides: true })).toBe('rules.nothing_to_override')
    expect(area('CITY', 'CITY_CHIEF', 42, { to: '2010-01-01' })).toBe('rules.ends_before')
  })
})
