import { describe, expect, it } from 'vitest'
import { Problem } from '#kernel/contract/problem.ts'
import { useWorld } from '#test/harness.ts'
import { rules } from '../module.ts'
import { applyRules, type RuleCheck, readLimit, readVerdicts, verdictsOf } from './api.ts'

const { listDecisions, readRule, tryRule } = rules.actions

const car = { type: 'test.vehicle', id: crypto.randomUUID(), label: '粤A·12345', href: '/fleet/1' }
const driving = (hours: number) => ({
  ruleId: 'FLEET.FATIGUE_DRIVING_HOURS',
  key: {},
  value: hours,
  field: 'hours',
})
const price = (yuan: number) => ({
  ruleId: 'FLEET.PRICE_CAP',
  key: { vehicleClass: 'CONFIDENTIAL_COMM', bodyType: 'CAR', special: 'no' },
  value: yuan,
})

describe('a limit that is asked', () => {
  const world = useWorld()

  it('warns with the sentence, what would be allowed, and the source; and is remembered', async () => {
    const [verdict] = await world.ctx('dispatcher', (ctx) =>
      applyRules(ctx, { subject: car, checks: [price(135_000)] }),
    )
    expect(verdict).toMatchObject({ outcome: 'WARN', limit: 120_000, mark: 'B' })
    expect(verdict!.words.zh).toBe(
      '车辆购置价格上限：机要通信用车不超过120,000\u00a0元；现为135,000\u00a0元，超出15,000\u00a0元。',
    )
    expect(verdict!.source.zh).toContain('中办发〔2017〕71号')
    const [kept] = await world.ctx('dispatcher', (ctx) => verdictsOf(ctx, car.type, car.id))
    expect(kept).toMatchObject({
      outcome: 'WARN',
      refused: false,
      words: verdict!.words,
      valueIds: verdict!.valueIds,
    })
  })

  it('refuses beyond a limit that stops, names the field, and only tells where it was asked to advise', async () => {
    const ask = (advise: boolean) =>
      world.ctx('dispatcher', (ctx) =>
        applyRules(ctx, { subject: car, checks: [driving(3), driving(5)], advise }),
      )
    const refusal = await ask(false).catch((error: unknown) => error as Problem)
    expect(refusal).toBeInstanceOf(Problem)
    expect(refusal).toMatchObject({ status: 422, code: 'rules.exceeded', path: 'hours' })
    expect((refusal as Problem).params.words).toContain('不超过4\u00a0小时；现为5\u00a0小时，超出1\u00a0小时')
    expect((await ask(true)).map(({ outcome }) => outcome)).toEqual(['OK', 'BLOCK'])
  })

  it('is remembered although the refused work is undone', async () => {
    const refusal = (await world
      .ctx('dispatcher', (ctx) => applyRules(ctx, { subject: car, checks: [driving(5)] }))
      .catch((error: unknown) => error)) as Problem
    await world.ctx('dispatcher', (ctx) => refusal.remember!(ctx))
    const { items } = await world.as('auditor').call(listDecisions, { rule: 'FLEET.FATIGUE_DRIVING_HOURS' })
    expect(items).toHaveLength(1)
    expect(items[0]).toMatchObject({ outcome: 'BLOCK', refused: true, label: car.label })
    const { counts } = await world.as('director').call(readRule, { ruleId: 'FLEET.FATIGUE_DRIVING_HOURS' })
    expect(counts).toEqual({ asked: 1, read: 0, informed: 0, warned: 0, blocked: 1 })
    expect((await world.other.as('auditor').call(listDecisions, {})).items).toEqual([])
  })

  it('of mark C informs and never stops; without a known value all is well', async () => {
    const checks: RuleCheck[] = [
      { ruleId: 'FLEET.MIN_LIFE_YEARS', key: {}, value: 5 },
      { ruleId: 'FLEET.PRICE_CAP', key: { vehicleClass: 'SPECIAL_TECHNICAL' }, value: 9e6 },
      { ruleId: 'FLEET.NO_SUCH_RULE', key: {}, value: 1 },
    ]
    const verdicts = await world.ctx('worker', (ctx) => readVerdicts(ctx, { checks }))
    expect(verdicts.map(({ outcome }) => outcome)).toEqual(['INFO', 'OK', 'OK'])
    expect(verdicts[0]!.source.zh).toContain('C 级：凭记忆，只提示')
  })

  it('gives its value to those who only need the number', async () => {
    await world.ctx('worker', async (ctx) => {
      expect(await readLimit(ctx, 'FLEET.FATIGUE_REST_MINUTES', {})).toMatchObject({
        value: 20,
        unit: 'MINUTE',
        mark: 'A',
      })
      expect(await readLimit(ctx, 'FLEET.NO_SUCH_RULE', {})).toBeNull()
      const nev = { vehicleClass: 'CONFIDENTIAL_COMM', bodyType: 'CAR', energy: 'NEV' }
      expect((await readLimit(ctx, 'FLEET.PRICE_CAP', nev))?.value).toBe(180_000)
      expect(await readLimit(ctx, 'FLEET.PRICE_CAP', nev, '2016-01-01')).toBeNull()
    })
  })

  it('can be tried by hand', async () => {
    const trial = { ruleId: 'FLEET.PRICE_CAP', value: 460_000 }
    const key = ['vehicleClass=EMERGENCY_SUPPORT', 'special=yes', 'bodyType=LARGE_BUS']
    expect(await world.as('worker').call(tryRule, { ...trial, key })).toMatchObject({
      outcome: 'WARN',
      limit: 450_000,
    })
    expect(
      await world.as('worker').call(tryRule, { ruleId: 'FLEET.PRICE_CAP', value: 1, key: [key[0]!] }),
    ).toMatchObject({
      outcome: 'OK',
    })
    await expect(world.as('staff').call(tryRule, trial)).rejects.toMatchObject({ status: 403 })
  })
})
