import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { Chart } from '#ui/chart.tsx'
import { Empty } from '#ui/empty.tsx'
import { Figure, Figures } from '#ui/figure.tsx'
import { Loading } from '#ui/loading.tsx'
import { Page } from '#ui/page.tsx'
import { PlainTable } from '#ui/plain-table.tsx'
import { Problem } from '#ui/problem.tsx'
import { Section } from '#ui/section.tsx'
import { meetings } from '../module.ts'

const messages = defineMessages({
  title: text('会议需求预测', 'Forecast of meetings'),
  ahead: text('今后半年预计 {n} 场', '{n} meetings are expected in the half-year to come'),
  held: text('实际', 'Held'),
  expected: text('预计', 'Expected'),
  sum: text('今后半年', 'Half-year to come'),
  error: text('上个半年的误差', 'Error on the last half-year'),
  busiest: text('一年内单日最多', 'Busiest day of the year'),
  rooms: text('在用会议室', 'Rooms in use'),
  times: text('场', 'meetings'),
  pieces: text('间', 'rooms'),
  seasonal: text(
    '方法：上年同月 × 增长率（最近半年与上年同期之比，为 {growth}）。',
    'Method: the same month of the year before times the growth (the last half-year by the same of the year before: {growth}).',
  ),
  mean: text(
    '方法：记录不足一年半，取最近半年的月平均。',
    'Method: with less than a year and a half of records, the monthly mean of the last half-year.',
  ),
  check: text(
    '误差是把上个半年当作未知、用之前的记录预测，再与实际逐月比较的平均绝对百分比（MAPE）。',
    'The error: the last half-year forecast from what was known before it, compared month by month (MAPE).',
  ),
  month: text('月份', 'Month'),
  days: text('工作日', 'Working days'),
  perDay: text('每个工作日', 'A working day'),
  actual: text('实际', 'Actual'),
  next: text('今后半年', 'To come'),
  last: text('上个半年的检验', 'Check on the last half-year'),
  none: text('还没有足够的会议记录', 'There are too few meetings on record'),
  noneNote: text(
    '有了召开的会议后，这里会给出今后半年的预测。',
    'Once meetings have been held, the half-year to come stands here.',
  ),
})

/** How many meetings the next half-year will ask for, how that was reckoned, and how far off it was last time. */
export default function ForecastPage() {
  const t = useText(messages)
  const format = useFormat()
  const read = useRead(meetings.actions.readForecast, {})
  const data = read.data
  if (read.isPending) return <Loading />
  if (read.error && !data) return <Problem error={read.error} onRetry={() => void read.refetch()} />
  if (!data || data.method === 'none')
    return (
      <Page title={t('title')}>
        <Empty icon="figures" title={t('none')} next={t('noneNote')} />
      </Page>
    )
  const total = Math.round(data.items.reduce((sum, { expected }) => sum + expected, 0))
  const categories = [...data.history.map(({ month }) => month), ...data.items.map(({ month }) => month)]
  const gap = data.history.length
  const number = (value: number) => format.number(value, { decimals: 1 })
  return (
    <Page
      title={t('title')}
      subtitle={
        data.method === 'seasonal-trend'
          ? t('seasonal', { growth: format.number(data.growth ?? 1, { decimals: 2 }) })
          : t('mean')
      }
    >
      <div className="hq-stack">
        <Figures>
          <Figure title={t('sum')} value={total} unit={t('times')} decimals={0} />
          <Figure title={t('error')} value={data.mapePercent} unit="%" decimals={1} />
          <Figure title={t('busiest')} value={data.busiestDay} unit={t('times')} decimals={0} />
          <Figure title={t('rooms')} value={data.rooms} unit={t('pieces')} decimals={0} />
        </Figures>
        <Section>
          <Chart
            title={t('ahead', { n: total })}
            kind="bar"
            categories={categories}
            unit={t('times')}
            series={[
              {
                name: t('held'),
                values: [...data.history.map(({ count }) => count), ...data.items.map(() => null)],
              },
              {
                name: t('expected'),
                values: [
                  ...Array<null>(gap).fill(null),
                  ...data.items.map(({ expected }) => Math.round(expected)),
                ],
              },
            ]}
          />
        </Section>
        <Section title={t('next')}>
          <PlainTable
            label={t('next')}
            rows={data.items}
            rowKey={({ month }) => month}
            columns={[
              { key: 'month', title: t('month'), card: 'title', render: ({ month }) => month },
              {
                key: 'expected',
                title: t('expected'),
                align: 'right',
                render: ({ expected }) => number(expected),
              },
              { key: 'days', title: t('days'), align: 'right', render: ({ workingDays }) => workingDays },
              { key: 'perDay', title: t('perDay'), align: 'right', render: ({ perDay }) => number(perDay) },
            ]}
          />
        </Section>
        {data.check.length > 0 ? (
          <Section title={t('last')}>
            <p className="hq-soft">{t('check')}</p>
            <PlainTable
              label={t('last')}
              rows={data.check}
              rowKey={({ month }) => month}
              columns={[
                { key: 'month', title: t('month'), card: 'title', render: ({ month }) => month },
                {
                  key: 'expected',
                  title: t('expected'),
                  align: 'right',
                  render: ({ expected }) => number(expected),
                },
                { key: 'actual', title: t('actual'), align: 'right', render: ({ actual }) => actual },
              ]}
            />
          </Section>
        ) : null}
      </div>
    </Page>
  )
}
