import { call } from '#kernel/contract/client.ts'
import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { DataTable } from '#ui/data-table.tsx'
import { type Filter, stateOptions } from '#ui/filters.ts'
import { Page } from '#ui/page.tsx'
import { LongName } from '#ui/section.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { rentalActions } from '../../actions/rental-actions.ts'
import type { RentalRow } from '../../rental-schema.ts'
import { rentalStates } from '../../rental-states.ts'
import { searchUnits } from '../trips/choices.ts'
import '../register.css'

const messages = defineMessages({
  title: text('租赁派车', 'Rented vehicles'),
  what: text('用车', 'Ride'),
  when: text('时间', 'When'),
  who: text('车辆和司机', 'Vehicle and driver'),
  supplier: text('租赁单位', 'Supplier'),
  suppliers: text('租赁单位', 'Suppliers'),
  unit: text('用车单位', 'Unit'),
  km: text('里程', 'Distance'),
  kms: text('{n} 公里', '{n} km'),
  cost: text('费用', 'Cost'),
  state: text('状态', 'State'),
  days: text('出车日期', 'Date'),
  find: text('单号、车牌、司机、租赁单位、目的地', 'Number, plate, driver, supplier, destination'),
  none: text('没有租赁派车', 'No rented vehicles'),
  next: text(
    '自有车辆派不出时，在派车台的申请上租车。',
    'Where no own vehicle is free, rent one for the request on the dispatch board.',
  ),
})

async function searchSuppliers(words: string) {
  const { items } = await call(rentalActions.listRentalSuppliers, { search: words })
  return items.map(({ id, name }) => ({ value: id, label: name }))
}

const filters: Filter[] = [
  { key: 'days', kind: 'days', label: messages.days },
  { key: 'state', kind: 'multi', label: messages.state, options: stateOptions(rentalStates) },
  { key: 'supplierId', kind: 'search', label: messages.supplier, search: searchSuppliers },
  { key: 'unitId', kind: 'search', label: messages.unit, search: searchUnits },
]

/** Every rented vehicle: of whom, for whom, when, how far, and what it cost. */
export default function RentalsPage() {
  const t = useText(messages)
  return (
    <Page
      title={t('title')}
      width="wide"
      action={{ title: messages.suppliers, to: '/fleet/rental-suppliers' }}
    >
      <DataTable
        name="fleet.rentals"
        title={t('title')}
        read={rentalActions.listRentals}
        exportTo={rentalActions.exportRentals}
        filters={filters}
        search={t('find')}
        searchAs="search"
        rowPath={(key) => `/fleet/rentals/${key}`}
        empty={{ title: t('none'), next: t('next'), icon: 'vehicles' }}
        columns={useColumns()}
      />
    </Page>
  )
}

function useColumns() {
  const t = useText(messages)
  const format = useFormat()
  return [
    {
      key: 'what',
      title: t('what'),
      sort: 'number',
      card: 'title' as const,
      render: (row: RentalRow) => (
        <span className="fleet-two">
          <LongName>{row.request.destination}</LongName>
          <small className="hq-faint hq-nowrap">{row.number}</small>
        </span>
      ),
    },
    {
      key: 'when',
      title: t('when'),
      sort: 'start',
      render: (row: RentalRow) => <span className="hq-nowrap">{format.when(row.leftAt ?? row.from)}</span>,
    },
    {
      key: 'who',
      title: t('who'),
      render: (row: RentalRow) => (
        <span className="fleet-two">
          <span className="hq-nowrap">{row.plate}</span>
          <small className="hq-faint">{row.driverName}</small>
        </span>
      ),
    },
    {
      key: 'supplier',
      title: t('supplier'),
      render: (row: RentalRow) => <LongName>{row.supplier.name}</LongName>,
    },
    {
      key: 'unit',
      title: t('unit'),
      render: (row: RentalRow) => <LongName>{row.request.unit.name}</LongName>,
    },
    {
      key: 'km',
      title: t('km'),
      align: 'right' as const,
      render: (row: RentalRow) =>
        row.distanceKm === null ? (
          '—'
        ) : (
          <span className="hq-nowrap">{t('kms', { n: format.number(row.distanceKm) })}</span>
        ),
    },
    {
      key: 'cost',
      title: t('cost'),
      sort: 'cost',
      align: 'right' as const,
      render: (row: RentalRow) =>
        row.costFen === null ? '—' : <span className="hq-nowrap">{format.money(row.costFen)}</span>,
    },
    {
      key: 'state',
      title: t('state'),
      card: 'mark' as const,
      render: (row: RentalRow) => <StateTag machine={rentalStates} state={row.state} />,
    },
  ]
}
