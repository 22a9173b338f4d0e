import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { useSession } from '#kernel/web/use-session.ts'
import { Chart } from '#ui/chart.tsx'
import { ExportLinks } from '#ui/export-links.tsx'
import { FilterBar } from '#ui/filter-bar.tsx'
import { type Filter, useFilters } from '#ui/filters.ts'
import { Page } from '#ui/page.tsx'
import { ReadTable } from '#ui/read-table.tsx'
import { Section } from '#ui/section.tsx'
import type { UnitUse } from '../../account-schema.ts'
import { fleet } from '../../module.ts'
import { monthChoices } from '../month-choice.ts'
import { PrintButton } from './print-button.tsx'

const messages = defineMessages({
  title: text('单位用车', 'Use of vehicles by unit'),
  own: text('本单位用车', 'Your unit’s use of vehicles'),
  from: text('从', 'From'),
  to: text('到', 'To'),
  unit: text('用车单位', 'Unit'),
  trips: text('出车（次）', 'Trips'),
  km: text('里程（公里）', 'Km'),
  cost: text('费用（元）', 'Cost, yuan'),
  pooled: text('拼车占比', 'Shared'),
  rentals: text('租车（次）', 'Rented'),
  rentalKm: text('租车里程（公里）', 'Rented, km'),
  rentalCost: text('租车费用（元）', 'Rented, yuan'),
  nobody: text('（无申请）', '(nobody asked)'),
  mean: text(
    '各单位平均：出车 {trips} 次，里程 {km} 公里，费用 {cost} 元，拼车占 {pooled}%。',
    'Mean of the units: {trips} trips, {km} km, {cost} yuan, {pooled}% shared.',
  ),
  share: text(
    '多个单位拼一辆车时，里程和费用按申请平均分摊。',
    'Where units share a trip, its kilometres and cost are shared out evenly.',
  ),
  chart: text('{unit}各月里程', 'Kilometres of {unit} by month'),
  none: text('这段时间没有出车', 'No trips in that time'),
  next: text('换一段时间。', 'Choose another time.'),
})

const filters: Filter[] = [
  { key: 'from', kind: 'select', label: messages.from, options: monthChoices() },
  { key: 'to', kind: 'select', label: messages.to, options: monthChoices() },
]

/** What each unit used; whoever does not see the accounts sees her own beside the mean. */
export default function UnitUsePage() {
  const t = useText(messages)
  const format = useFormat()
  const session = useSession()
  const { values, search, set, clear, count } = useFilters(filters)
  const read = useRead(fleet.actions.readUnitUse, values)
  const data = read.data
  const own = !session.allowed('fleet.read-accounts')
  const first = data?.items[0]
  const mean = data?.mean
  return (
    <Page
      title={t(own ? 'own' : 'title')}
      width="wide"
      subtitle={
        mean
          ? t('mean', {
              trips: format.number(mean.trips, { decimals: 1 }),
              km: format.number(mean.km, { decimals: 0 }),
              cost: format.number(mean.costFen / 100, { decimals: 0 }),
              pooled: format.number(mean.pooledShare, { decimals: 0 }),
            })
          : undefined
      }
      extra={<PrintButton />}
    >
      <div className="hq-stack">
        <FilterBar
          filters={filters}
          search={search}
          onChange={set}
          onClear={clear}
          count={count}
          extra={<ExportLinks action={fleet.actions.exportUnitUse} input={values} />}
        />
        {own && first && first.months.length > 1 ? (
          <Section>
            <Chart
              title={t('chart', { unit: first.unit?.name ?? '' })}
              kind="bar"
              categories={first.months.map(({ month }) => month)}
              series={[{ name: t('km'), values: first.months.map(({ km }) => km) }]}
            />
          </Section>
        ) : null}
        <ReadTable
          read={read}
          label={t('title')}
          rowKey={(row: UnitUse) => row.unit?.id ?? 'none'}
          empty={{ title: t('none'), next: t('next'), icon: 'vehicles' }}
          columns={[
            { key: 'unit', title: t('unit'), card: 'title', render: ({ unit }) => unit?.name ?? t('nobody') },
            { key: 'trips', title: t('trips'), align: 'right', render: ({ trips }) => trips },
            { key: 'km', title: t('km'), align: 'right', render: ({ km }) => format.number(km) },
            {
              key: 'cost',
              title: t('cost'),
              align: 'right',
              render: ({ costFen }) => format.number(costFen / 100, { decimals: 2 }),
            },
            {
              key: 'pooled',
              title: t('pooled'),
              align: 'right',
              render: ({ trips, pooledTrips }) =>
                trips > 0 ? `${format.number((pooledTrips / trips) * 100, { decimals: 0 })}%` : '—',
            },
            {
              key: 'rentals',
              title: t('rentals'),
              align: 'right',
              render: ({ rentals }) => rentals || '—',
            },
            {
              key: 'rentalKm',
              title: t('rentalKm'),
              align: 'right',
              render: ({ rentals, rentalKm }) => (rentals === 0 ? '—' : format.number(rentalKm)),
            },
            {
              key: 'rentalCost',
              title: t('rentalCost'),
              align: 'right',
              render: ({ rentalFen }) =>
                rentalFen === 0 ? '—' : format.number(rentalFen / 100, { decimals: 2 }),
            },
          ]}
        />
        <p className="hq-faint">{t('share')}</p>
      </div>
    </Page>
  )
}
