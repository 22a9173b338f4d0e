import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judgeValue } from './judge-value.ts'
import { jurisdictionsOf, levelOf } from './jurisdiction.ts'
import { resolveValues } from './resolve-values.ts'
import { type Effect, effects, type RuleValue } from './value.ts'

const under = jurisdictionsOf('440303', ['0198c0de-0000-7000-8000-000000000001'])
const name = { id: 'TEST.RULE', title: { zh: '测试', en: 'Test' } }
const base: RuleValue = {
  ...{ id: 'x', ruleId: name.id, key: {}, op: 'max', value: 0, formula: null, unit: 'CNY', effect: 'warn' },
  ...{ jurisdiction: 'CN', overrides: false, from: '2020-01-01', to: null },
  source: { title: 't', docNo: '', article: '', url: '', mark: 'B', checkedOn: '2026-01-01' },
}
const anyValue = fc.record({
  jurisdiction: fc.constantFrom(...under),
  value: fc.integer({ min: 1, max: 50 }),
  effect: fc.constantFrom<Effect>(...effects),
  overrides: fc.boolean(),
})
/** One value a jurisdiction, in any order. */
const anyTable = fc
  .uniqueArray(anyValue, { selector: ({ jurisdiction }) => jurisdiction, maxLength: under.length })
  .map((rows) =>
    rows.map(
      (row, index): RuleValue => ({
        ...base,
        ...row,
        id: String(index),
        overrides: row.overrides && row.jurisdiction !== 'CN',
      }),
    ),
  )
const ask = (values: readonly RuleValue[], on = '2026-11-22') =>
  resolveValues(values, { key: {}, on, jurisdictions: under }).map(({ value }) => value)

describe('which value counts', () => {
  it('knows the level of a code, and what stands above it', () => {
    expect(under.map(levelOf)).toEqual(['NATIONAL', 'PROVINCE', 'CITY', 'DISTRICT', 'UNIT'])
    expect(under.slice(0, 4)).toEqual(['CN', '440000', '440300', '440303'])
    expect(jurisdictionsOf('440300')).toEqual(['CN', '440000', '440300'])
    expect(jurisdictionsOf(null)).toEqual(['CN'])
  })

  it('the nearest only if stricter: without an override nobody may do more than any farther value allows', () => {
    fc.assert(
      fc.property(anyTable, fc.integer({ min: 0, max: 60 }), (table, asked) => {
        const plain = table.map((value) => ({ ...value, overrides: false }))
        const verdict = judgeValue(name, plain, {
          key: {},
          on: '2026-11-22',
          jurisdictions: under,
          value: asked,
        })
        if (plain.length === 0) {
          expect(verdict.outcome).toBe('OK')
          return
        }
        // An oracle of its own: a value counts when it is below all farther ones.
        const inOrder = under.flatMap((place) => plain.filter(({ jurisdiction }) => jurisdiction === place))
        const counting = inOrder.filter((value, place) =>
          inOrder.slice(0, place).every((far) => value.value! < far.value!),
        )
        const beyond = counting
          .filter((value) => asked > value.value!)
          .map(({ effect }) => effects.indexOf(effect))
        const worst = ['INFO', 'WARN', 'BLOCK'][Math.max(...beyond)] ?? 'OK'
        expect(verdict.outcome).toBe(worst)
        expect(ask(plain).at(-1)!.value).toBe(Math.min(...plain.map(({ value }) => value!)))
      }),
    )
  })

  it('an override takes the place of everything above it, and of nothing below', () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        const nearest = under.findLast((place) =>
          table.some((one) => one.jurisdiction === place && one.overrides),
        )
        if (!nearest) return
        const counting = ask(table)
        const above = under.slice(0, under.indexOf(nearest))
        expect(counting.some(({ jurisdiction }) => above.includes(jurisdiction))).toBe(false)
        expect(counting.length).toBeGreaterThan(0)
      }),
    )
  })

  it('a stricter hint stands beside a prohibition instead of lifting it', () => {
    const table = [
      { ...base, id: 'nation', value: 10, effect: 'block' as const },
      { ...base, id: 'city', value: 5, effect: 'info' as const, jurisdiction: '440300' },
    ]
    const verdict = (value: number) =>
      judgeValue(name, table, { key: {}, on: '2026-11-22', jurisdictions: under, value }).outcome
    expect([verdict(4), verdict(7), verdict(11)]).toEqual(['OK', 'INFO', 'BLOCK'])
  })

  it('counts from its first day to the day before its end', () => {
    const table = [
      { ...base, id: 'old', value: 10, to: '2025-05-02' },
      { ...base, id: 'new', value: 5, from: '2025-05-02' },
    ]
    const on = (day: string) => ask(table, day).map(({ id }) => id)
    expect([on('2019-12-31'), on('2020-01-01'), on('2025-05-01'), on('2025-05-02')]).toEqual([
      [],
      ['old'],
      ['old'],
      ['new'],
    ])
  })

  it('the value that names most of what is asked; least limits the other way round', () => {
    const table = [
      { ...base, id: 'all', value: 18 },
      { ...base, id: 'class', value: 12, key: { vehicleClass: 'X' } },
      { ...base, id: 'both', value: 25, key: { vehicleClass: 'X', bodyType: 'Y' } },
    ]
    const one = (key: Record<string, string>) =>
      resolveValues(table, { key, on: '2026-11-22', jurisdictions: under }).map(({ value }) => value.id)
    expect([
      one({}),
      one({ vehicleClass: 'X' }),
      one({ vehicleClass: 'X', bodyType: 'Y' }),
      one({ bodyType: 'Y' }),
    ]).toEqual([['all'], ['class'], ['both'], ['all']])
    const least = [
      { ...base, id: 'nation', op: 'min' as const, value: 30 },
      { ...base, id: 'city', op: 'min' as const, value: 20, jurisdiction: '440300' },
      { ...base, id: 'unit', op: 'min' as const, value: 40, jurisdiction: under.at(-1)! },
    ]
    expect(ask(least).map(({ id }) => id)).toEqual(['unit'])
  })
})
