import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { ConfirmButton } from '#ui/confirm-button.tsx'
import { ExportLinks } from '#ui/export-links.tsx'
import { FilterBar } from '#ui/filter-bar.tsx'
import { type Filter, useFilters } from '#ui/filters.ts'
import { Page } from '#ui/page.tsx'
import { ReadTable } from '#ui/read-table.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import type { AccountLine } from '../../account-schema.ts'
import { sayDeviation } from '../../account-words.ts'
import { fleet } from '../../module.ts'
import { vehicleClasses } from '../../words.ts'
import { monthChoices } from '../month-choice.ts'
import { PrintButton } from './print-button.tsx'
import { SumRow, sumColumns } from './sum-columns.tsx'
import './accounts.css'

const messages = defineMessages({
  title: text('单车核算', 'Vehicle accounts'),
  month: text('月份', 'Month'),
  class: text('车辆类别', 'Class'),
  deviating: text('只看异常', 'Only what stands out'),
  vehicle: text('车辆', 'Vehicle'),
  perKm: text('每公里（元）', 'Yuan a km'),
  rate: text('近一年百公里', 'A year’s rate'),
  note: text('说明', 'Remarks'),
  close: text('月结', 'Close the month'),
  ask: text(
    '{month} 月结后不能再改，之后的更正会另外标出。确定月结吗？',
    'Closing {month} is final; later corrections stand beside it. Close it?',
  ),
  yes: text('月结', 'Close'),
  closed: text('已月结', 'Closed'),
  closedBy: text('{by} 于 {at} 月结', 'Closed by {by}, {at}'),
  open: text('未月结，数字随登记变动', 'Not closed: the figures move with what is entered'),
  late: text('月结后更正：里程 {km} 公里，费用 {yuan} 元', 'Corrected since: {km} km, {yuan} yuan'),
  sum: text('合计', 'Sum'),
  none: text('这个月没有符合条件的车辆', 'No vehicle of that kind in this month'),
  next: text('换一个月份或类别。', 'Choose another month or class.'),
  like: text(
    '“同类”指车型和能源相同的其他车；百公里油耗按近一年两次加油之间的里程计算。',
    'Its like are the others with the same body and energy; rates are reckoned from filling to filling over a year.',
  ),
})

const filters: Filter[] = [
  { key: 'month', kind: 'select', label: messages.month, options: monthChoices() },
  {
    key: 'class',
    kind: 'select',
    label: messages.class,
    options: Object.entries(vehicleClasses).map(([value, label]) => ({ value, label })),
  },
  { key: 'deviating', kind: 'toggle', label: messages.deviating },
]

/** Every vehicle's month: what it drove and cost, beside those like it. */
export default function AccountsPage() {
  const t = useText(messages)
  const format = useFormat()
  const localised = useLocalised()
  const { values, search, set, clear, count } = useFilters(filters)
  const read = useRead(fleet.actions.listAccounts, values)
  const close = useWrite(fleet.actions.closeMonth, { invalidates: ['/fleet/accounts'], success: t('closed') })
  const data = read.data
  return (
    <Page
      title={t('title')}
      width="wide"
      subtitle={
        data?.closedAt
          ? t('closedBy', { by: data.closedBy ?? '', at: format.day(data.closedAt) })
          : data
            ? t('open')
            : undefined
      }
      extra={
        <>
          {data?.can.close ? (
            <ConfirmButton
              question={t('ask', { month: data.month })}
              yes={t('yes')}
              onConfirm={() => close.mutateAsync({ month: data.month })}
            >
              {t('close')}
            </ConfirmButton>
          ) : null}
          <PrintButton />
        </>
      }
    >
      <div className="hq-stack">
        <FilterBar
          filters={filters}
          search={search}
          onChange={set}
          onClear={clear}
          count={count}
          extra={<ExportLinks action={fleet.actions.exportAccounts} input={values} />}
        />
        <ReadTable
          read={read}
          label={t('title')}
          rowKey={(row: AccountLine) => row.vehicleId}
          empty={{ title: t('none'), next: t('next'), icon: 'vehicles' }}
          rowTone={(row) =>
            row.deviations.some(({ code }) => code !== 'IDLE') || row.late ? 'waiting' : undefined
          }
          columns={[
            {
              key: 'vehicle',
              title: t('vehicle'),
              card: 'title',
              render: (row) => (
                <span className="account-vehicle">
                  <LinkTo to={`/fleet/accounts/${row.vehicleId}`}>{row.plate}</LinkTo>
                  <small className="hq-faint">{localised(vehicleClasses[row.class])}</small>
                </span>
              ),
            },
            ...sumColumns<AccountLine>(format),
            {
              key: 'perKm',
              title: t('perKm'),
              align: 'right',
              render: (row) =>
                row.fenPerKm === null ? '—' : format.number(row.fenPerKm / 100, { decimals: 2 }),
            },
            {
              key: 'rate',
              title: t('rate'),
              align: 'right',
              render: (row) => rateOf(row),
            },
            {
              key: 'note',
              title: t('note'),
              card: 'bare',
              render: (row) => (
                <span className="account-notes">
                  {row.deviations.map((one) => (
                    <StateTag
                      key={one.code}
                      tone={one.code === 'IDLE' ? 'ended' : 'waiting'}
                      title={sayDeviation(one)}
                    />
                  ))}
                  {row.late ? (
                    <small>
                      {t('late', {
                        km: row.late.km,
                        yuan: format.number(row.late.totalFen / 100, { decimals: 2 }),
                      })}
                    </small>
                  ) : null}
                </span>
              ),
            },
          ]}
          foot={
            data ? (
              <SumRow total={data.total} format={format} name={t('sum')} before={1} after={3} />
            ) : undefined
          }
        />
        <p className="hq-faint">{t('like')}</p>
      </div>
    </Page>
  )
}

function rateOf({
  litresPer100km,
  kwhPer100km,
}: {
  litresPer100km: number | null
  kwhPer100km: number | null
}) {
  const said = [litresPer100km && `${litresPer100km}\u00a0L`, kwhPer100km && `${kwhPer100km}\u00a0kWh`]
  return said.filter(Boolean).join(' ') || '—'
}
