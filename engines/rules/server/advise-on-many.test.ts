import { describe, expect, it } from 'vitest'
import { useWorld } from '#test/harness.ts'
import { rules } from '../module.ts'
import { adviseOnMany, applyRules, type RuleQuestion, verdictsOf } from './api.ts'

const car = (place: number) => ({
  type: 'test.vehicle',
  id: `00000000-0000-7000-8000-${String(place).padStart(12, '0')}`,
  label: `粤A${10_000 + place}`,
})
const asked = (place: number, yuan: number): RuleQuestion => ({
  subject: car(place),
  checks: [
    { ruleId: 'FLEET.PRICE_CAP', key: { vehicleClass: 'CONFIDENTIAL_COMM' }, value: yuan },
    { ruleId: 'FLEET.NO_SUCH_RULE', key: {}, value: 1 },
  ],
})

describe('many objects asked at once', () => {
  const world = useWorld()

  it('get the same words as one alone, and each is remembered under its own name, in order', async () => {
    const prices = [120_000, 135_000, 90_000]
    const many = await world.ctx('dispatcher', (ctx) =>
      adviseOnMany(
        ctx,
        prices.map((yuan, place) => asked(place, yuan)),
      ),
    )
    expect(many.map((verdicts) => verdicts.map(({ outcome }) => outcome))).toEqual([
      ['OK', 'OK'],
      ['WARN', 'OK'],
      ['OK', 'OK'],
    ])
    const alone = await world.ctx('dispatcher', (ctx) => applyRules(ctx, asked(1, 135_000)))
    expect(many[1]).toEqual(alone)
    const kept = await world.ctx('dispatcher', (ctx) => verdictsOf(ctx, 'test.vehicle', car(2).id))
    expect(kept).toMatchObject([{ outcome: 'OK', value: 90_000, limit: 120_000, refused: false }])
    const { counts } = await world.as('auditor').call(rules.actions.readRule, { ruleId: 'FLEET.PRICE_CAP' })
    expect(counts).toEqual({ asked: 4, read: 0, informed: 0, warned: 2, blocked: 0 })
  })

  it('only tells beyond a limit that stops; with nobody to ask for, nothing is written', async () => {
    const long = {
      subject: car(1),
      checks: [{ ruleId: 'FLEET.FATIGUE_DRIVING_HOURS', key: {}, value: 6 }],
    }
    await world.ctx('dispatcher', async (ctx) => {
      expect(await adviseOnMany(ctx, [])).toEqual([])
      const [verdicts] = await adviseOnMany(ctx, [long])
      expect(verdicts![0]!.outcome).toBe('BLOCK')
    })
    const { items } = await world.as('auditor').call(rules.actions.listDecisions, {})
    expect(items).toMatchObject([{ outcome: 'BLOCK', refused: false, label: '粤A10001' }])
  })

  it('are more than fit one statement', async () => {
    await world.ctx('dispatcher', (ctx) =>
      adviseOnMany(
        ctx,
        Array.from({ length: 700 }, (_, place) => asked(place, 130_000)),
      ),
    )
    const { counts } = await world.as('auditor').call(rules.actions.readRule, { ruleId: 'FLEET.PRICE_CAP' })
    expect(counts).toMatchObject({ asked: 700, warned: 700 })
  })
})
