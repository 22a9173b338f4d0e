import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { useSession } from '#kernel/web/use-session.ts'
import { DataTable } from '#ui/data-table.tsx'
import { type Filter, stateOptions } from '#ui/filters.ts'
import { Page } from '#ui/page.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import type { DriverRow } from '../../driver-schema.ts'
import { fleet } from '../../module.ts'
import { absenceKinds } from '../../register-words.ts'
import { driverStates } from '../../states.ts'
import { licenceClasses, pools } from '../../words.ts'
import { optionsOf } from './choices.ts'
import { NewDriver } from './driver-form.tsx'
import { DueTag } from './due-tag.tsx'
import '../register.css'

const messages = defineMessages({
  title: text('驾驶员', 'Drivers'),
  name: text('姓名', 'Name'),
  staffNo: text('工号', 'Staff number'),
  licence: text('准驾车型', 'Licence'),
  until: text('驾驶证有效期至', 'Licence good until'),
  pool: text('所属', 'Pool'),
  state: text('状态', 'State'),
  find: text('姓名、工号', 'Name, staff number'),
  none: text('还没有驾驶员', 'No drivers yet'),
  next: text(
    '可以登记驾驶员，或由管理员用表格导入。',
    'Register one, or let the administrator import a sheet.',
  ),
})

const filters: Filter[] = [
  { key: 'state', kind: 'multi', label: messages.state, options: stateOptions(driverStates) },
  {
    key: 'licence',
    kind: 'multi',
    label: messages.licence,
    options: licenceClasses.map((one) => ({ value: one, label: { zh: one, en: one } })),
  },
  { key: 'pool', kind: 'select', label: messages.pool, options: optionsOf(pools) },
]

/** The drivers: what they may drive, until when, and who is away. */
export default function DriversPage() {
  const t = useText(messages)
  const localised = useLocalised()
  const format = useFormat()
  const keeps = useSession().allowed('fleet.keep-register')
  return (
    <Page title={t('title')} width="wide" extra={keeps ? <NewDriver /> : null}>
      <DataTable
        name="fleet.drivers"
        title={t('title')}
        read={fleet.actions.listDrivers}
        {...(keeps ? { exportTo: fleet.actions.exportDrivers } : {})}
        filters={filters}
        search={t('find')}
        searchAs="search"
        rowPath={(key) => `/fleet/drivers/${key}`}
        empty={{ title: t('none'), next: t('next') }}
        columns={[
          {
            key: 'name',
            title: t('name'),
            card: 'title',
            render: (row: DriverRow) => <strong>{row.name}</strong>,
          },
          { key: 'staffNo', title: t('staffNo'), sort: 'staffNo', render: (row: DriverRow) => row.staffNo },
          { key: 'licence', title: t('licence'), render: (row: DriverRow) => row.licenceClass },
          {
            key: 'until',
            title: t('until'),
            sort: 'until',
            render: (row: DriverRow) => (
              <span className="hq-row">
                <DueTag light={row.light} />
                <span className="hq-nowrap">{format.day(row.licenceUntil, 'plain')}</span>
              </span>
            ),
          },
          { key: 'pool', title: t('pool'), render: (row: DriverRow) => localised(pools[row.pool]) },
          {
            key: 'state',
            title: t('state'),
            card: 'mark',
            render: (row: DriverRow) =>
              row.away ? (
                <StateTag tone="paused" title={absenceKinds[row.away]} />
              ) : (
                <StateTag machine={driverStates} state={row.state} />
              ),
          },
        ]}
      />
    </Page>
  )
}
