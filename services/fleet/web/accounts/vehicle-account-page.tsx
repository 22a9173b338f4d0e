import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { useParam, useSearch } from '#kernel/web/navigate.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { Chart } from '#ui/chart.tsx'
import { ExportLinks } from '#ui/export-links.tsx'
import { Figure, Figures } from '#ui/figure.tsx'
import { Loading } from '#ui/loading.tsx'
import { Page } from '#ui/page.tsx'
import { PlainTable } from '#ui/plain-table.tsx'
import { Problem } from '#ui/problem.tsx'
import { Section } from '#ui/section.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { sayDeviation } from '../../account-words.ts'
import { fleet } from '../../module.ts'
import { vehicleClasses } from '../../words.ts'
import { PrintButton } from './print-button.tsx'
import { SumRow, sumColumns } from './sum-columns.tsx'
import { YearStep } from './year-step.tsx'
import './accounts.css'

const messages = defineMessages({
  accounts: text('单车核算', 'Vehicle accounts'),
  chart: text('{year} 年共 {km} 公里、{yuan} 元', '{km} km and {yuan} yuan in {year}'),
  km: text('里程', 'Km'),
  cost: text('全年费用', 'Cost of the year'),
  litres: text('百公里油耗', 'Fuel for 100 km'),
  kwh: text('百公里电耗', 'Power for 100 km'),
  perKm: text('每公里费用', 'Cost a km'),
  like: text('同类 {n} 辆平均 {value}', 'Mean of {n} like it: {value}'),
  yuan: text('元', 'yuan'),
  kilometres: text('公里', 'km'),
  months: text('逐月', 'By month'),
  month: text('月份', 'Month'),
  state: text('月结', 'Closed'),
  closed: text('已月结', 'Closed'),
  sum: text('全年', 'Year'),
})

/** One vehicle's year, month by month, beside those like it. */
export default function VehicleAccountPage() {
  const vehicleId = useParam('vehicleId')
  return <VehicleAccount vehicleId={vehicleId} />
}

function VehicleAccount({ vehicleId }: { vehicleId: string }) {
  const t = useText(messages)
  const format = useFormat()
  const localised = useLocalised()
  const [search, change] = useSearch()
  const year = Number(search.year) || undefined
  const read = useRead(fleet.actions.readVehicleAccount, { vehicleId, year })
  const data = read.data
  if (read.isPending) return <Loading />
  if (!data) return <Problem error={read.error} onRetry={() => void read.refetch()} />
  const { total, peers, vehicle } = data
  const yuan = (fen: number) => format.number(fen / 100, { decimals: 2 })
  const peer = (value: number | null) =>
    value === null
      ? undefined
      : t('like', { n: peers.vehicles, value: format.number(value, { decimals: 1 }) })
  return (
    <Page
      title={vehicle.plate}
      width="wide"
      trail={[{ title: t('accounts'), to: '/fleet/accounts' }]}
      subtitle={
        <span className="hq-row">
          {localised(vehicleClasses[vehicle.class])} {vehicle.model}
          {data.deviations.map((one) => (
            <StateTag key={one.code} tone="waiting" title={sayDeviation(one)} />
          ))}
        </span>
      }
      extra={
        <>
          <YearStep year={data.year} onChange={(next) => change({ year: String(next) })} />
          <PrintButton />
        </>
      }
    >
      <div className="hq-stack">
        <Figures>
          <Figure title={t('km')} value={total.km} unit={t('kilometres')} decimals={0} />
          <Figure title={t('cost')} value={total.totalFen / 100} unit={t('yuan')} decimals={2} />
          {data.litresPer100km === null ? null : (
            <Figure
              title={t('litres')}
              value={data.litresPer100km}
              unit="L"
              decimals={1}
              asOf={peer(peers.litresPer100km)}
            />
          )}
          {data.kwhPer100km === null ? null : (
            <Figure
              title={t('kwh')}
              value={data.kwhPer100km}
              unit="kWh"
              decimals={1}
              asOf={peer(peers.kwhPer100km)}
            />
          )}
          <Figure
            title={t('perKm')}
            value={total.km > 0 ? total.totalFen / 100 / total.km : null}
            unit={t('yuan')}
            decimals={2}
            asOf={peer(peers.fenPerKm === null ? null : peers.fenPerKm / 100)}
          />
        </Figures>
        <Section>
          <Chart
            title={t('chart', { year: data.year, km: total.km, yuan: yuan(total.totalFen) })}
            kind="bar"
            categories={data.months.map(({ month }) => month.slice(5))}
            unit={t('kilometres')}
            series={[{ name: t('km'), values: data.months.map(({ km }) => km) }]}
          />
        </Section>
        <Section
          title={t('months')}
          extra={<ExportLinks action={fleet.actions.exportVehicleAccount} input={{ vehicleId, year }} />}
        >
          <PlainTable
            label={t('months')}
            rows={data.months}
            rowKey={({ month }) => month}
            columns={[
              { key: 'month', title: t('month'), card: 'title', render: ({ month }) => month },
              ...sumColumns<(typeof data.months)[number]>(format),
              {
                key: 'closed',
                title: t('state'),
                card: 'mark',
                render: ({ closed }) => (closed ? t('closed') : '—'),
              },
            ]}
            foot={<SumRow total={total} format={format} name={t('sum')} before={1} after={1} />}
          />
        </Section>
      </div>
    </Page>
  )
}
