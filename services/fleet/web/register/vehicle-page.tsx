import { VerdictList } from '#engines/rules/web/verdict-list.tsx'
import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { useParam } from '#kernel/web/navigate.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { History } from '#ui/history.tsx'
import { Loading } from '#ui/loading.tsx'
import { Page } from '#ui/page.tsx'
import { Problem } from '#ui/problem.tsx'
import { Facts, Section } from '#ui/section.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { fleet } from '../../module.ts'
import { vehicleStates } from '../../states.ts'
import { bodies, energies, pools, vehicleClasses } from '../../words.ts'
import { OdometerLedger } from './odometer-ledger.tsx'
import { ReasonList } from './reason-list.tsx'
import { ChangeVehicle } from './vehicle-form.tsx'
import { VehicleIncidents } from './vehicle-incidents.tsx'
import { VehiclePapers } from './vehicle-papers.tsx'
import { VehicleSteps } from './vehicle-steps.tsx'
import { VehicleUpkeep } from './vehicle-upkeep.tsx'
import '../register.css'

const messages = defineMessages({
  vehicle: text('车辆', 'Vehicle'),
  all: text('车辆', 'Vehicles'),
  about: text('基本情况', 'About'),
  today: text('今天出车', 'Going out today'),
  fit: text('可以派出', 'May go out'),
  state: text('状态', 'State'),
  class: text('车辆类别', 'Class'),
  body: text('车型', 'Body'),
  energy: text('能源和排量', 'Energy and displacement'),
  price: text('购置价', 'Price'),
  purchased: text('购置日期', 'Bought on'),
  life: text('使用年限', 'Years in use'),
  seats: text('座位', 'Seats'),
  km: text('当前里程', 'Odometer now'),
  kms: text('{n} 公里', '{n} km'),
  pool: text('所属', 'Pool'),
  home: text('停放地点', 'Parks at'),
  yellow: text('黄标车', 'Yellow label'),
  yes: text('是', 'Yes'),
  out: text('停用原因', 'Why out of use'),
  retired: text('处置', 'Retired'),
  history: text('历史', 'History'),
})

export type Vehicle = NonNullable<ReturnType<typeof useRead<typeof fleet.actions.readVehicle>>['data']>

/** One vehicle: what it is, what belongs to it and runs out, what it has driven, what was done to it and what befell it. */
export default function VehiclePage() {
  const t = useText(messages)
  const vehicleId = useParam('vehicleId')
  const read = useRead(fleet.actions.readVehicle, { vehicleId })
  const vehicle = read.data
  return (
    <Page
      title={vehicle?.plate ?? t('vehicle')}
      subtitle={vehicle?.model}
      trail={[{ title: t('all'), to: '/fleet/vehicles' }]}
      extra={vehicle ? <VehicleSteps vehicle={vehicle} /> : null}
    >
      {read.isPending ? <Loading /> : null}
      {read.error && !vehicle ? <Problem error={read.error} onRetry={() => void read.refetch()} /> : null}
      {vehicle ? (
        <div className="hq-stack">
          <About vehicle={vehicle} />
          <VehiclePapers vehicle={vehicle} />
          <VehicleUpkeep vehicle={vehicle} />
          {vehicle.can.keep ? <OdometerLedger vehicleId={vehicle.id} /> : null}
          <VehicleIncidents vehicle={vehicle} />
          <Past vehicle={vehicle} />
        </div>
      ) : null}
    </Page>
  )
}

function About({ vehicle }: { vehicle: Vehicle }) {
  const t = useText(messages)
  const localised = useLocalised()
  const format = useFormat()
  const litres = vehicle.displacementMl === null ? null : `${vehicle.displacementMl / 1000} L`
  return (
    <Section title={t('about')} extra={vehicle.can.change ? <ChangeVehicle vehicle={vehicle} /> : null}>
      <Facts
        items={[
          { title: t('state'), value: <StateTag machine={vehicleStates} state={vehicle.state} /> },
          ...(vehicle.state === 'IN_USE' && vehicle.reasons.length === 0
            ? [{ title: t('today'), value: t('fit') }]
            : []),
          { title: t('class'), value: localised(vehicleClasses[vehicle.class]) },
          { title: t('body'), value: localised(bodies[vehicle.body]) },
          {
            title: t('energy'),
            value: [localised(energies[vehicle.energy]), litres].filter(Boolean).join(' · '),
          },
          { title: t('seats'), value: String(vehicle.seats) },
          { title: t('km'), value: vehicle.km === null ? '—' : t('kms', { n: format.number(vehicle.km) }) },
          { title: t('price'), value: format.money(vehicle.priceFen) },
          { title: t('purchased'), value: format.day(vehicle.purchasedOn, 'plain') },
          { title: t('pool'), value: localised(pools[vehicle.pool]) },
          ...(vehicle.home ? [{ title: t('home'), value: vehicle.home.name }] : []),
          ...(vehicle.yellowLabel ? [{ title: t('yellow'), value: t('yes') }] : []),
          ...(vehicle.outOfUseReason ? [{ title: t('out'), value: vehicle.outOfUseReason, wide: true }] : []),
          ...(vehicle.retiredOn
            ? [
                {
                  title: t('retired'),
                  value: `${format.day(vehicle.retiredOn, 'plain')} ${vehicle.retiredReason ?? ''}`,
                  wide: true,
                },
              ]
            : []),
          {
            title: t('life'),
            value: (
              <>
                {localised(vehicle.life.words)}
                <small className="hq-faint"> 〔{localised(vehicle.life.source)}〕</small>
              </>
            ),
            wide: true,
          },
        ]}
      />
      <ReasonList reasons={vehicle.state === 'RETIRED' ? [] : vehicle.reasons} />
      {vehicle.verdicts?.length ? <VerdictList verdicts={vehicle.verdicts} /> : null}
    </Section>
  )
}

function Past({ vehicle }: { vehicle: Vehicle }) {
  const t = useText(messages)
  if (!vehicle.history?.length) return null
  return (
    <Section title={t('history')}>
      <History
        events={vehicle.history.map(({ id, at, actorName, title, reason }) => ({
          id,
          at,
          title,
          who: actorName,
          ...(reason ? { note: reason } : {}),
        }))}
      />
    </Section>
  )
}
