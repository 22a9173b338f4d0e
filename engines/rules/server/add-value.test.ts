import { describe, expect, it } from 'vitest'
import { useWorld } from '#test/harness.ts'
import { rules } from '../module.ts'
import { applyRules, ensureRules, readVerdicts, verdictsOf } from './api.ts'

const {
  addValue,
  endValue,
  listRules,
  readRule,
  readRuleHistory,
  readSetting,
  replaceValue,
  setJurisdiction,
} = rules.actions

const source = {
  title: '本区公务用车标准',
  docNo: '青府办〔2026〕3号',
  mark: 'A' as const,
  checkedOn: '2026-01-01',
}
const stricter = {
  ruleId: 'FLEET.PRICE_CAP',
  key: { vehicleClass: 'CONFIDENTIAL_COMM' },
  jurisdiction: '440303',
  ...{ op: 'max' as const, value: 100_000, unit: 'CNY' as const, effect: 'block' as const },
  source,
  reason: '本区更严',
}
const car = { type: 'test.vehicle', id: 'v1', label: '一号车' }
const price = (value: number) => ({
  ruleId: 'FLEET.PRICE_CAP',
  key: { vehicleClass: 'CONFIDENTIAL_COMM' },
  value,
})

describe('a value of one’s own', () => {
  const world = useWorld()
  const ask = (value: number, unitId?: string) =>
    world.ctx('dispatcher', async (ctx) => {
      const [verdict] = await readVerdicts(ctx, { checks: [price(value)], unitId })
      return [verdict!.outcome, verdict!.limit]
    })

  it('counts only in the own area, and where stricter, unless it says that it overrides', async () => {
    const admin = world.as('admin')
    await admin.call(addValue, stricter)
    expect(await ask(110_000)).toEqual(['OK', 120_000])
    await admin.call(setJurisdiction, { jurisdiction: '440303' })
    expect((await world.as('worker').call(readSetting, {})).jurisdiction).toBe('440303')
    expect(await ask(110_000)).toEqual(['BLOCK', 100_000])
    const looser = { ...stricter, jurisdiction: '440300', value: 150_000 }
    const city = await admin.call(addValue, looser)
    expect(await ask(99_000)).toEqual(['OK', 100_000])
    await admin.call(replaceValue, { ...looser, valueId: city.id, overrides: true })
    const district = (await admin.call(readRule, { ruleId: stricter.ruleId })).values.find(
      ({ jurisdiction }) => jurisdiction === '440303',
    )
    await admin.call(endValue, { valueId: district!.id, reason: '执行市标准' })
    expect(await ask(140_000)).toEqual(['OK', 150_000])
    const { items } = await world.as('auditor').call(listRules, { local: true })
    expect(items.map(({ id, local }) => [id, local])).toEqual([['FLEET.PRICE_CAP', 1]])
    expect((await world.other.as('admin').call(listRules, { local: true })).items).toEqual([])
  })

  it('of a unit counts for it and those below', async () => {
    const units = await world.ctx('system', (ctx) =>
      ctx.db.selectFrom('directory.unit').select(['id', 'code']).execute(),
    )
    const of = (code: string) => units.find((unit) => unit.code === code)!.id
    await world
      .as('director')
      .call(addValue, { ...stricter, jurisdiction: `unit:${of('U900')}`, value: 90_000 })
    expect(await ask(95_000, of('U901'))).toEqual(['BLOCK', 90_000])
    expect(await ask(95_000, of('U001'))).toEqual(['OK', 120_000])
  })

  it('leaves what was decided by the old one as it was, with who changed what and why', async () => {
    await world.ctx('dispatcher', (ctx) => applyRules(ctx, { subject: car, checks: [price(130_000)] }))
    const before = await world.ctx('dispatcher', (ctx) => verdictsOf(ctx, car.type, car.id))
    const { values } = await world.as('admin').call(readRule, { ruleId: stricter.ruleId })
    const old = values.find(({ keyWords }) => keyWords?.zh === '机要通信用车')!
    const { key: _, jurisdiction: __, ruleId: ___, ...input } = stricter
    await world
      .as('admin')
      .call(replaceValue, { ...input, valueId: old.id, value: 140_000, effect: 'warn', reason: '新标准' })
    expect(await ask(130_000)).toEqual(['OK', 140_000])
    expect(await world.ctx('dispatcher', (ctx) => verdictsOf(ctx, car.type, car.id))).toEqual(before)
    expect(before[0]).toMatchObject({ outcome: 'WARN', limit: 120_000, valueIds: [old.id] })
    const ended = (await world.as('worker').call(readRule, { ruleId: stricter.ruleId })).values.find(
      ({ id }) => id === old.id,
    )
    expect(ended).toMatchObject({
      state: 'ENDED',
      value: 120_000,
      endReason: '新标准',
      can: { replace: false },
    })
    const { items } = await world.as('auditor').call(readRuleHistory, { ruleId: stricter.ruleId })
    expect(items[0]).toMatchObject({ reason: '新标准', title: { zh: '接替限值' } })
    expect(items[0]!.words.zh).toContain('不超过120,000\u00a0元')
    await expect(
      world.ctx('system', (ctx) =>
        ctx.db.updateTable('rules.rule_value').set({ value: 1 }).where('id', '=', old.id).execute(),
      ),
    ).rejects.toThrow(/permission denied/)
  })

  it('survives the national values of a later release', async () => {
    const { values } = await world.as('admin').call(readRule, { ruleId: 'FLEET.FATIGUE_DRIVING_HOURS' })
    const { id } = await world.as('admin').call(replaceValue, {
      ...{
        valueId: values[0]!.id,
        op: 'max',
        value: 3,
        unit: 'HOUR',
        effect: 'block',
        source,
        reason: '更严',
      },
    })
    await world.ctx('system', async (ctx) => {
      await ctx.db.updateTable('rules.setting').set({ loaded: 'earlier' }).execute()
      expect(await ensureRules(ctx)).toBe(true)
      expect(await ensureRules(ctx)).toBe(false)
    })
    const after = await world.as('admin').call(readRule, { ruleId: 'FLEET.FATIGUE_DRIVING_HOURS' })
    expect(after.values.filter(({ state }) => state === 'IN_FORCE').map((value) => value.id)).toEqual([id])
  })

  it('is refused where it is wrong, taken, or from somebody without the right', async () => {
    const admin = world.as('admin')
    const add = (more: object, who = admin) => who.call(addValue, { ...stricter, ...more })
    await expect(add({ source: { ...source, mark: 'C' } })).rejects.toMatchObject({
      code: 'rules.memory_only_informs',
      body: { path: 'effect' },
    })
    await expect(add({ jurisdiction: 'CN' })).rejects.toMatchObject({ status: 409, code: 'rules.same_days' })
    await expect(add({ jurisdiction: `unit:${crypto.randomUUID()}` })).rejects.toMatchObject({
      code: 'rules.unknown_jurisdiction',
    })
    await expect(add({ ruleId: 'FLEET.NOTHING' })).rejects.toMatchObject({ status: 404 })
    for (const role of ['staff', 'worker', 'dispatcher', 'manager', 'auditor', 'security'] as const)
      await expect(add({}, world.as(role))).rejects.toMatchObject({ status: 403 })
    const { id } = await add({})
    await expect(world.other.as('admin').call(endValue, { valueId: id, reason: 'x' })).rejects.toMatchObject({
      status: 404,
    })
  })
})

describe('two people who change the same value', () => {
  const world = useWorld({ committing: true })

  it('at once: one is taken, the other is told', async () => {
    const { values } = await world.as('admin').call(readRule, { ruleId: 'LIFTS.UPKEEP_DAYS' })
    const change = (role: 'admin' | 'director', value: number) =>
      world.as(role).call(replaceValue, {
        ...{
          valueId: values[0]!.id,
          op: 'max',
          value,
          unit: 'DAY',
          effect: 'warn',
          source,
          reason: '同时修改',
        },
      })
    const outcomes = await Promise.allSettled([change('admin', 10), change('director', 12)])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const refused = outcomes.find(({ status }) => status === 'rejected') as PromiseRejectedResult
    expect(refused.reason).toMatchObject({ status: 409, code: 'rules.value_ended' })
    const after = await world.as('admin').call(readRule, { ruleId: 'LIFTS.UPKEEP_DAYS' })
    expect(after.values.filter(({ state }) => state === 'IN_FORCE')).toHaveLength(1)
  })
})
