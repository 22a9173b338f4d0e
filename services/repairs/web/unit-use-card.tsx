import type { OutputOf } from '#kernel/contract/action.ts'
import { text } from '#kernel/contract/text.ts'
import { todayInChina, useFormat } from '#kernel/web/format.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { useSession } from '#kernel/web/use-session.ts'
import { Chart } from '#ui/chart.tsx'
import { Figure, Figures } from '#ui/figure.tsx'
import { Loading } from '#ui/loading.tsx'
import { Problem } from '#ui/problem.tsx'
import { Section } from '#ui/section.tsx'
import { repairs } from '../module.ts'
import { allFaultKinds, faultKinds } from '../words.ts'
import './repairs.css'

const messages = defineMessages({
  title: text('{unit}今年的维修', 'Repairs of {unit} this year'),
  all: text('看全部工单', 'All requests'),
  count: text('报修', 'Reported'),
  pieces: text('件', 'repairs'),
  cost: text('费用', 'Cost'),
  yuan: text('元', 'yuan'),
  satisfaction: text('满意度', 'Satisfaction'),
  points: text('分（满分 5）', 'of 5'),
  rated: text('{n} 次评价', '{n} {n|rating|ratings}'),
  byKind: text('{kind}报得最多，{n} 件', '{kind} was reported most, {n} times'),
  byMonth: text('{month}月报得最多，{n} 件', 'Month {month} had the most, {n}'),
  costByKind: text('{kind}花得最多，{sum}', '{kind} cost most, {sum}'),
  none: text('今年还没有报修。', 'No repairs this year yet.'),
})

type Use = OutputOf<typeof repairs.actions.readUse>

/** What a unit asked for this year, what it cost, and how content it was. */
export default function UnitUseCard() {
  const t = useText(messages)
  const session = useSession()
  const today = todayInChina()
  const year = today.slice(0, 4)
  const unitId = session.unitId ?? undefined
  const use = useRead(repairs.actions.readUse, {
    from: `${year}-01-01`,
    to: today,
    ...(unitId ? { unitId } : {}),
  })
  if (!unitId) return null
  return (
    <Section
      title={t('title', { unit: session.unitName ?? '' })}
      extra={<LinkTo to={`/orders/mine?from=${year}-01-01`}>{t('all')}</LinkTo>}
    >
      {use.isPending ? <Loading compact /> : null}
      {use.error ? <Problem error={use.error} onRetry={() => void use.refetch()} /> : null}
      {use.data ? <UseView use={use.data} months={Number(today.slice(5, 7))} year={year} /> : null}
    </Section>
  )
}

/** Sums of the lines, by what `keyOf` says. */
function sums<K extends string>(use: Use, keys: readonly K[], keyOf: (line: Use['items'][number]) => string) {
  return keys.map((key) => {
    const lines = use.items.filter((line) => keyOf(line) === key)
    return {
      key,
      count: lines.reduce((sum, line) => sum + line.count, 0),
      costFen: lines.reduce((sum, line) => sum + line.costFen, 0),
    }
  })
}

const most = <T,>(rows: readonly T[], of: (row: T) => number): T | undefined =>
  rows.reduce<T | undefined>(
    (best, row) => (best === undefined || of(row) > of(best) ? row : best),
    undefined,
  )

function UseView({ use, months, year }: { use: Use; months: number; year: string }) {
  const t = useText(messages)
  const say = useLocalised()
  const format = useFormat()
  const kinds = sums(use, allFaultKinds, (line) => line.kind).filter(
    (row) => row.count > 0 || row.costFen > 0,
  )
  const monthKeys = Array.from({ length: months }, (_, n) => `${year}-${String(n + 1).padStart(2, '0')}`)
  const byMonth = sums(use, monthKeys, (line) => line.month)
  const count = byMonth.reduce((sum, row) => sum + row.count, 0)
  const costFen = byMonth.reduce((sum, row) => sum + row.costFen, 0)
  const [kind, month, dear] = [
    most(kinds, (row) => row.count),
    most(byMonth, (row) => row.count),
    most(kinds, (row) => row.costFen),
  ]
  if (!kind || !month || !dear) return <p className="hq-faint">{t('none')}</p>
  return (
    <div className="hq-stack">
      <Figures>
        <Figure
          title={t('count')}
          value={count}
          unit={messages.pieces}
          to={`/orders/mine?from=${year}-01-01`}
        />
        <Figure title={t('cost')} value={costFen / 100} unit={messages.yuan} decimals={2} />
        <Figure
          title={t('satisfaction')}
          value={use.satisfaction}
          unit={messages.points}
          decimals={2}
          asOf={t('rated', { n: use.rated })}
        />
      </Figures>
      <Chart
        title={t('byMonth', { month: Number(month.key.slice(5)), n: month.count })}
        kind="bar"
        height={200}
        categories={byMonth.map((row) => format.number(Number(row.key.slice(5)), { unit: monthUnit }))}
        series={[{ name: t('count'), values: byMonth.map((row) => row.count) }]}
        unit={messages.pieces}
        decimals={0}
      />
      <div className="hq-grid">
        <Chart
          title={t('byKind', { kind: say(faultKinds[kind.key]), n: kind.count })}
          kind="bar"
          layout="rows"
          height={240}
          categories={kinds.map((row) => say(faultKinds[row.key]))}
          series={[{ name: t('count'), values: kinds.map((row) => row.count) }]}
          unit={messages.pieces}
          decimals={0}
        />
        <Chart
          title={t('costByKind', { kind: say(faultKinds[dear.key]), sum: format.money(dear.costFen) })}
          kind="bar"
          layout="rows"
          height={240}
          categories={kinds.map((row) => say(faultKinds[row.key]))}
          series={[{ name: t('cost'), values: kinds.map((row) => row.costFen / 100) }]}
          unit={messages.yuan}
          decimals={0}
        />
      </div>
    </div>
  )
}

const monthUnit = text('月', '')
