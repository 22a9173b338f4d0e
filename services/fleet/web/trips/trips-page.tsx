import { call } from '#kernel/contract/client.ts'
import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useSession } from '#kernel/web/use-session.ts'
import type { BulkAction } from '#ui/bulk-bar.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { type Filter, stateOptions } from '#ui/filters.ts'
import { Page } from '#ui/page.tsx'
import type { Column } from '#ui/plain-table.tsx'
import { LongName } from '#ui/section.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { fleet } from '../../module.ts'
import { tripStates } from '../../states.ts'
import type { TripRow } from '../../trip-schema.ts'
import { lights } from '../../words.ts'
import { searchDrivers, searchUnits, searchVehicles } from './choices.ts'
import { destinationsOf } from './destinations-of.ts'
import { LightTag } from './light-tag.tsx'
import './trips.css'

const messages = defineMessages({
  title: text('出车记录', 'Trips'),
  what: text('派车单', 'Trip'),
  when: text('时间', 'When'),
  who: text('车辆和驾驶员', 'Vehicle and driver'),
  unit: text('用车单位', 'Unit'),
  km: text('里程', 'Distance'),
  kms: text('{n} 公里', '{n} km'),
  cost: text('费用', 'Cost'),
  state: text('状态', 'State'),
  light: text('核对', 'Light'),
  days: text('出车日期', 'Date'),
  vehicle: text('车辆', 'Vehicle'),
  driver: text('驾驶员', 'Driver'),
  verified: text('已核对', 'Looked at'),
  verify: text('标为已核对', 'Mark as looked at'),
  find: text('单号、车牌、驾驶员、单位、目的地', 'Number, plate, driver, unit, destination'),
  none: text('没有出车记录', 'No trips'),
  next: text(
    '派出的车会出现在这里，旧表格可以导入。',
    'Dispatched trips appear here; old sheets can be imported.',
  ),
})

const filters: Filter[] = [
  { key: 'days', kind: 'days', label: messages.days },
  { key: 'state', kind: 'multi', label: messages.state, options: stateOptions(tripStates) },
  {
    key: 'light',
    kind: 'multi',
    label: messages.light,
    options: Object.entries(lights).map(([value, label]) => ({ value, label })),
  },
  { key: 'vehicleId', kind: 'search', label: messages.vehicle, search: searchVehicles },
  { key: 'driverId', kind: 'search', label: messages.driver, search: searchDrivers },
  { key: 'unitId', kind: 'search', label: messages.unit, search: searchUnits },
  { key: 'verified', kind: 'toggle', label: messages.verified },
]

const bulk: BulkAction<TripRow>[] = [
  {
    key: 'verify',
    title: messages.verify,
    can: (row) => row.can.verify === true,
    run: ({ id }) => call(fleet.actions.verifyTrips, { tripIds: [id] }),
  },
]

/** Every trip with its light: found, filtered, looked at in bulk, exported as a sheet that can be imported again. */
export default function TripsPage() {
  const t = useText(messages)
  const session = useSession()
  return (
    <Page title={t('title')} width="wide">
      <DataTable
        name="fleet.trips"
        title={t('title')}
        read={fleet.actions.listTrips}
        exportTo={fleet.actions.exportTrips}
        filters={filters}
        search={t('find')}
        searchAs="search"
        rowPath={(key) => `/fleet/trips/${key}`}
        rowTone={(row) => (row.light === 'RED' ? 'bad' : undefined)}
        bulk={session.allowed('fleet.dispatch') ? bulk : undefined}
        empty={{ title: t('none'), next: t('next'), icon: 'vehicles' }}
        columns={useColumns()}
      />
    </Page>
  )
}

function useColumns(): Column<TripRow>[] {
  const t = useText(messages)
  const format = useFormat()
  return [
    {
      key: 'what',
      title: t('what'),
      card: 'title',
      render: (row) => (
        <span className="trip-what">
          <LongName>{destinationsOf(row) || row.number}</LongName>
          <small className="hq-faint hq-nowrap">{row.number}</small>
        </span>
      ),
    },
    { key: 'light', title: t('light'), card: 'mark', render: (row) => <LightTag light={row.light} /> },
    {
      key: 'when',
      title: t('when'),
      sort: 'start',
      render: (row) => <span className="hq-nowrap">{format.when(row.leftAt ?? row.from)}</span>,
    },
    {
      key: 'who',
      title: t('who'),
      render: (row) => (
        <span className="trip-what">
          <span className="hq-nowrap">{row.vehicle.plate}</span>
          <small className="hq-faint">{row.driver.name}</small>
        </span>
      ),
    },
    { key: 'unit', title: t('unit'), render: (row) => <LongName>{row.unit.name}</LongName> },
    {
      key: 'km',
      title: t('km'),
      sort: 'km',
      align: 'right',
      render: (row) => (row.distanceKm === null ? '—' : t('kms', { n: format.number(row.distanceKm) })),
    },
    { key: 'cost', title: t('cost'), align: 'right', render: (row) => format.money(row.costFen) },
    {
      key: 'state',
      title: t('state'),
      render: (row) => <StateTag machine={tripStates} state={row.state} />,
    },
  ]
}
