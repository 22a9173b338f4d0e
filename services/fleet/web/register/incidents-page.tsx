import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { DataTable } from '#ui/data-table.tsx'
import type { Filter } from '#ui/filters.ts'
import { Page } from '#ui/page.tsx'
import type { Column } from '#ui/plain-table.tsx'
import { LongName } from '#ui/section.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { incidentActions } from '../../actions/incident-actions.ts'
import type { IncidentRow } from '../../register-schema.ts'
import { blames, foundBy, incidentKinds, incidentStates } from '../../register-words.ts'
import { optionsOf, searchDrivers, searchVehicles } from './choices.ts'
import '../register.css'

const messages = defineMessages({
  title: text('事故和违章', 'Accidents and violations'),
  note: text(
    '全部车辆的事故和违章；登记、认定责任和处理在车辆页面。',
    'Of all vehicles; entered and settled on the vehicle’s page.',
  ),
  when: text('时间', 'When'),
  what: text('内容', 'What'),
  vehicle: text('车辆', 'Vehicle'),
  driver: text('当时的驾驶员', 'Who drove'),
  cost: text('损失或罚款', 'Damage or fine'),
  kind: text('类型', 'Kind'),
  state: text('状态', 'State'),
  hurt: text('{n} 人伤亡', '{n} injured or killed'),
  points: text('记 {n} 分', '{n} {n|point|points}'),
  find: text('车牌、驾驶员、地点、内容', 'Plate, driver, place, what'),
  none: text('没有事故和违章', 'No accidents or violations'),
})

const filters: Filter[] = [
  { key: 'kind', kind: 'select', label: messages.kind, options: optionsOf(incidentKinds) },
  { key: 'state', kind: 'select', label: messages.state, options: optionsOf(incidentStates) },
  { key: 'vehicleId', kind: 'search', label: messages.vehicle, search: searchVehicles },
  { key: 'driverId', kind: 'search', label: messages.driver, search: searchDrivers },
  { key: 'days', kind: 'days', label: messages.when },
]

/** A record stands on its vehicle: the key names both. */
const keyOf = (row: IncidentRow) => `${row.vehicle.id}?incident=${row.id}`

/** Accidents and violations of every vehicle together; each opens where it is settled. */
export default function IncidentsPage() {
  const t = useText(messages)
  const columns = useColumns()
  return (
    <Page title={t('title')} subtitle={t('note')} width="wide">
      <DataTable
        name="fleet.incidents"
        title={t('title')}
        read={incidentActions.listIncidents}
        exportTo={incidentActions.exportIncidents}
        filters={filters}
        search={t('find')}
        searchAs="search"
        rowKey={keyOf}
        rowPath={(key) => `/fleet/vehicles/${key}`}
        empty={{ title: t('none'), icon: 'alert' }}
        columns={columns}
      />
    </Page>
  )
}

const tones = { OPEN: 'waiting', DONE: 'good', VOIDED: 'ended' } as const

function useColumns(): Column<IncidentRow>[] {
  const t = useText(messages)
  const say = useLocalised()
  const format = useFormat()
  return [
    {
      key: 'what',
      title: t('what'),
      card: 'title',
      render: (row) => (
        <span className={row.voidReason ? 'fleet-two fleet-over' : 'fleet-two'}>
          <LongName>{row.what}</LongName>
          <small className="hq-faint">
            {[say(incidentKinds[row.kind]), row.noticeNo, row.place].filter(Boolean).join(' · ')}
          </small>
        </span>
      ),
    },
    {
      key: 'state',
      title: t('state'),
      card: 'mark',
      render: (row) => (
        <StateTag
          // Whom the police found to blame is neither good nor bad of us.
          tone={row.kind === 'ACCIDENT' && row.state === 'DONE' ? 'ended' : tones[row.state]}
          title={
            row.kind === 'ACCIDENT' && row.blame && row.state !== 'VOIDED'
              ? blames[row.blame]
              : incidentStates[row.state]
          }
        />
      ),
    },
    { key: 'when', title: t('when'), sort: 'at', render: (row) => format.moment(row.at) },
    { key: 'vehicle', title: t('vehicle'), render: (row) => row.vehicle.plate },
    {
      key: 'driver',
      title: t('driver'),
      render: (row) => (
        <span className="fleet-two">
          {row.driver ? <LinkTo to={`/fleet/drivers/${row.driver.id}`}>{row.driver.name}</LinkTo> : '—'}
          <small className="hq-faint">
            {say(foundBy[row.foundBy])} {row.trip?.number ?? ''}
          </small>
        </span>
      ),
    },
    {
      key: 'cost',
      title: t('cost'),
      sort: 'cost',
      align: 'right',
      render: (row) => {
        const hurt = row.injured + row.dead
        return (
          <span className="fleet-two">
            {format.money(row.costFen)}
            {hurt > 0 ? <small className="hq-faint">{t('hurt', { n: hurt })}</small> : null}
            {row.points > 0 ? <small className="hq-faint">{t('points', { n: row.points })}</small> : null}
          </span>
        )
      },
    },
  ]
}
