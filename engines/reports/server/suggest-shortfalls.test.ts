import { describe, expect, it } from 'vitest'
import { figureBook } from '#engines/metrics/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import { defineModule, type Metric } from '#kernel/contract/module.ts'
import { text } from '#kernel/contract/text.ts'
import { implement, type MetricHandler } from '#kernel/server-module.ts'
import { useWorld } from '#test/harness.ts'
import { liveFigures } from './live-figures.ts'
import { suggestShortFalls } from './suggest-shortfalls.ts'

const scope = { from: '2026-01-01', to: '2026-03-02', span: '2026年', next: '2027年' }
const base = { definition: text('测试', 'Test'), kind: 'period', adds: false } as const

/** A service line whose figures are what the test says, by year and unit. */
function lineWith(
  metric: Pick<Metric, 'better' | 'target' | 'adds'>,
  values: { now: number | null; before: number | null; units?: Record<string, number> },
) {
  const handler: MetricHandler = {
    from: 'mean',
    async value(_ctx, { from, unitId }) {
      if (unitId) return values.units?.[unitId] ?? null
      return from.startsWith('2026') ? values.now : values.before
    },
    records: async () => [],
  }
  const module = defineModule({
    name: 'trial',
    title: text('试点', 'Trial'),
    dependsOn: [],
    permissions: {},
    actions: {},
    metrics: { 'trial.rate': { ...base, title: text('按时率', 'On time'), unit: text('%', '%'), ...metric } },
  })
  return figureBook([implement(module, { migrations: '', actions: {}, metrics: { 'trial.rate': handler } })])
}

describe('suggestions for 存在问题', () => {
  const w = useWorld()

  async function suggested(...line: Parameters<typeof lineWith>) {
    const book = lineWith(...line)
    return w.ctx('director', (ctx: Ctx) =>
      suggestShortFalls({ ctx, book, figures: liveFigures(ctx, book), scope, contributions: [] }),
    )
  }
  const wordsOf = (runs: { kind: string; text?: string }[]) => runs.map((run) => run.text ?? '{}').join('')

  it('names a figure below its target, the units that fell short most, and what to do about it', async () => {
    const units = await w.ctx('system', ({ db }) =>
      db.selectFrom('directory.unit').select(['id', 'name']).orderBy('code').execute(),
    )
    const [one, two, three] = units as [
      { id: string; name: string },
      { id: string; name: string },
      { id: string; name: string },
    ]
    const found = await suggested(
      { better: 'more', target: 95, adds: false },
      { now: 90, before: 90, units: { [one.id]: 96, [two.id]: 70, [three.id]: 80 } },
    )
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({
      key: 'target:trial.rate',
      because: { zh: '按时率为90%，目标不低于95%' },
    })
    expect(wordsOf(found[0]!.problem)).toBe(
      `按时率为{}，未达到95%的目标，其中${two.name}{}、${three.name}{}较突出。`,
    )
    expect(wordsOf(found[0]!.plan)).toContain('2027年提高到95%以上')
  })

  it('names a figure that got worse than the year before by more than a twentieth', async () => {
    const found = await suggested({ better: 'less', adds: true }, { now: 12, before: 10 })
    expect(found.map(({ key }) => key)).toEqual(['before:trial.rate'])
    expect(wordsOf(found[0]!.problem)).toBe('按时率为{}，比上年同期{}。')
  })

  it.each([
    ['a figure at its target', { better: 'more', target: 95, adds: false }, { now: 95, before: null }],
    ['a small change', { better: 'less', adds: true }, { now: 102, before: 100 }],
    ['a first year', { better: 'less', adds: true }, { now: 5, before: 0 }],
    ['no value', { better: 'more', target: 95, adds: false }, { now: null, before: 90 }],
    ['a figure that is neither good nor bad', { adds: true }, { now: 5, before: 10 }],
  ] as const)('says nothing about %s', async (_what, metric, values) => {
    expect(await suggested(metric, values)).toEqual([])
  })
})
