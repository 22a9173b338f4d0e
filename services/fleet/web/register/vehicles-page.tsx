import { call } from '#kernel/contract/client.ts'
import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { useSession } from '#kernel/web/use-session.ts'
import type { BulkAction } from '#ui/bulk-bar.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { type Filter, stateOptions } from '#ui/filters.ts'
import { Page } from '#ui/page.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { fleet } from '../../module.ts'
import type { VehicleRow } from '../../register-schema.ts'
import { dueLights } from '../../register-words.ts'
import { vehicleStates } from '../../states.ts'
import { energies, pools, vehicleClasses } from '../../words.ts'
import { optionsOf } from './choices.ts'
import { DueTag } from './due-tag.tsx'
import { NewVehicle } from './vehicle-form.tsx'
import '../register.css'

const messages = defineMessages({
  title: text('车辆', 'Vehicles'),
  plate: text('车牌号', 'Plate'),
  class: text('车辆类别', 'Class'),
  seats: text('座位', 'Seats'),
  km: text('里程', 'Odometer'),
  kms: text('{n} 公里', '{n} km'),
  state: text('状态', 'State'),
  due: text('最近到期', 'Next due'),
  pool: text('所属', 'Pool'),
  bought: text('购置日期', 'Bought'),
  price: text('购置价', 'Price'),
  find: text('车牌号、品牌型号', 'Plate, model'),
  papers: text('证照', 'Papers'),
  yellow: text('只看黄标车', 'Yellow label only'),
  none: text('还没有车辆', 'No vehicles yet'),
  next: text(
    '可以登记车辆，或由管理员用表格导入。',
    'Register one, or let the administrator import a sheet.',
  ),
  back: text('恢复使用', 'Put back into use'),
})

const filters: Filter[] = [
  { key: 'state', kind: 'multi', label: messages.state, options: stateOptions(vehicleStates) },
  { key: 'class', kind: 'multi', label: messages.class, options: optionsOf(vehicleClasses) },
  { key: 'pool', kind: 'select', label: messages.pool, options: optionsOf(pools) },
  { key: 'light', kind: 'select', label: messages.papers, options: optionsOf(dueLights) },
  { key: 'yellowLabel', kind: 'toggle', label: messages.yellow },
]

const bulk: BulkAction<VehicleRow>[] = [
  {
    key: 'putBack',
    title: messages.back,
    can: ({ can }) => can.putBack === true,
    run: ({ id }) => call(fleet.actions.putBackVehicle, { vehicleId: id }),
  },
]

/** The vehicle book: what there is, in which state, and what runs out next. */
export default function VehiclesPage() {
  const t = useText(messages)
  const localised = useLocalised()
  const format = useFormat()
  const keeps = useSession().allowed('fleet.keep-register')
  return (
    <Page title={t('title')} width="wide" extra={keeps ? <NewVehicle /> : null}>
      <DataTable
        name="fleet.vehicles"
        title={t('title')}
        read={fleet.actions.listVehicles}
        {...(keeps ? { exportTo: fleet.actions.exportVehicles, bulk } : {})}
        filters={filters}
        search={t('find')}
        searchAs="search"
        rowPath={(key) => `/fleet/vehicles/${key}`}
        empty={{ title: t('none'), next: t('next') }}
        columns={[
          {
            key: 'plate',
            title: t('plate'),
            sort: 'plate',
            card: 'title',
            render: (row: VehicleRow) => (
              <span className="fleet-two">
                <strong className="hq-nowrap">{row.plate}</strong>
                <small className="hq-faint">
                  {[row.model, localised(energies[row.energy])].filter(Boolean).join(' · ')}
                </small>
              </span>
            ),
          },
          {
            key: 'class',
            title: t('class'),
            render: (row: VehicleRow) => localised(vehicleClasses[row.class]),
          },
          { key: 'pool', title: t('pool'), render: (row: VehicleRow) => localised(pools[row.pool]) },
          {
            key: 'seats',
            title: t('seats'),
            sort: 'seats',
            align: 'right',
            render: (row: VehicleRow) => row.seats,
          },
          {
            key: 'km',
            title: t('km'),
            align: 'right',
            render: (row: VehicleRow) =>
              row.km === null ? (
                '—'
              ) : (
                <span className="hq-nowrap">{t('kms', { n: format.number(row.km) })}</span>
              ),
          },
          {
            key: 'bought',
            title: t('bought'),
            sort: 'bought',
            render: (row: VehicleRow) => (
              <span className="hq-nowrap">{format.day(row.purchasedOn, 'plain')}</span>
            ),
          },
          {
            key: 'price',
            title: t('price'),
            sort: 'price',
            align: 'right',
            render: (row: VehicleRow) => <span className="hq-nowrap">{format.money(row.priceFen)}</span>,
          },
          {
            key: 'state',
            title: t('state'),
            card: 'mark',
            render: (row: VehicleRow) => <StateTag machine={vehicleStates} state={row.state} />,
          },
          {
            key: 'due',
            title: t('due'),
            render: (row: VehicleRow) =>
              row.nextDue ? (
                <span className="hq-row">
                  <DueTag light={row.light} />
                  <span className="hq-nowrap">{format.day(row.nextDue, 'plain')}</span>
                </span>
              ) : (
                '—'
              ),
          },
        ]}
      />
    </Page>
  )
}
