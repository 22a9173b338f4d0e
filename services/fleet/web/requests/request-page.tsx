import { ApprovalCard } from '#engines/approvals/web/approval-card.tsx'
import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { useParam } from '#kernel/web/navigate.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { useSession } from '#kernel/web/use-session.ts'
import { History } from '#ui/history.tsx'
import { Loading } from '#ui/loading.tsx'
import { Page } from '#ui/page.tsx'
import { Problem } from '#ui/problem.tsx'
import { Facts, Section } from '#ui/section.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { requestActions } from '../../actions/request-actions.ts'
import type { RequestDetail } from '../../request-schema.ts'
import { routeOf } from '../../route-words.ts'
import { requestStates } from '../../states.ts'
import { luggages, purposes, reaches, vehicleClasses, ways } from '../../words.ts'
import { PoolWishes } from './pool-wishes.tsx'
import { RateRide } from './rate-ride.tsx'
import { requestSentence } from './request-sentence.ts'
import { RequestSteps } from './request-steps.tsx'
import { RideTimeText } from './ride-time-text.tsx'
import './rides.css'

const messages = defineMessages({
  request: text('用车申请', 'Request'),
  all: text('用车申请', 'Requests'),
  to: text('去{destination}', 'To {destination}'),
  route: text('行程', 'Route'),
  when: text('时间', 'When'),
  who: text('申请人', 'Requester'),
  phone: text('联系电话', 'Phone'),
  purpose: text('用途', 'Purpose'),
  reason: text('事由', 'What for'),
  kind: text('车型用途', 'Class of vehicle'),
  passengers: text('人数和行李', 'Passengers, luggage'),
  persons: text('{n} 人，行李：{luggage}', '{n} {n|person|persons}, luggage: {luggage}'),
  pool: text('拼车', 'Sharing'),
  mayPool: text('可以拼车', 'May share'),
  noPool: text('不拼车', 'Not shared'),
  emergency: text('应急用车', 'Emergency'),
  first: text('首问责任人', 'First contact'),
  km: text('单程约 {n} 公里', 'about {n} km one way'),
  about: text('用车安排', 'The ride'),
  vehicle: text('车辆和驾驶员', 'Vehicle and driver'),
  plate: text('车牌', 'Plate'),
  driver: text('驾驶员', 'Driver'),
  driverPhone: text('驾驶员电话', 'Driver’s phone'),
  onTheDay: text('用车当天显示完整号码', 'In full on the day'),
  rented: text('租赁车辆', 'Rented vehicle'),
  supplier: text('租赁单位', 'Supplier'),
  trip: text('派车单', 'Trip'),
  left: text('出车', 'Left'),
  back: text('收车', 'Back'),
  with: text('同车', 'Together with'),
  shuttle: text('班车', 'Shuttle'),
  cap: text('打车金额上限', 'Upper amount of the taxi'),
  history: text('经过', 'History'),
  opinion: text('对公务用车有意见、建议？说一说', 'An opinion on official vehicles? Have your say'),
  complain: text('投诉这次用车', 'Complain about this ride'),
})

/** One request: how it stands in one sentence, what may be done, who decides, the ride, how it was. */
export default function RequestPage() {
  const t = useText(messages)
  const say = useLocalised()
  const format = useFormat()
  const requestId = useParam('requestId')
  const read = useRead(requestActions.readRequest, { requestId })
  const request = read.data
  return (
    <Page
      title={request ? t('to', { destination: request.destination }) : t('request')}
      subtitle={request?.number}
      trail={[{ title: t('all'), to: '/fleet/requests' }]}
      extra={request ? <StateTag machine={requestStates} state={request.state} /> : null}
    >
      {read.isPending ? <Loading /> : null}
      {read.error && !request ? <Problem error={read.error} onRetry={() => void read.refetch()} /> : null}
      {request ? (
        <div className="hq-stack">
          <p className="ride-story" role="status">
            {requestSentence(request, say, format)}
          </p>
          {request.can.rate || request.ratingGiven ? <RateRide request={request} /> : null}
          <RequestSteps request={request} />
          {request.can.complain ? <HaveSay requestId={request.id} /> : null}
          {request.driver ? <Assigned request={request} /> : null}
          <About request={request} />
          <PoolWishes request={request} />
          {request.approval ? <ApprovalCard approval={request.approval} /> : null}
          <Section title={t('history')}>
            <History
              events={[...request.history].reverse().map(({ id, at, title, actorName, reason }) => ({
                id,
                at,
                title,
                who: actorName,
                note: reason,
              }))}
            />
          </Section>
        </div>
      ) : null}
    </Page>
  )
}

/** What one thinks of it: an opinion to be answered, or a complaint with an owner. */
function HaveSay({ requestId }: { requestId: string }) {
  const t = useText(messages)
  const session = useSession()
  return (
    <div className="hq-stack hq-stack-tight">
      {session.allowed('fleet.give-opinion') ? (
        <LinkTo to={`/fleet/opinions?new=true&request=${requestId}`}>{t('opinion')}</LinkTo>
      ) : null}
      {session.allowed('orders.request') ? (
        <LinkTo to={`/opinions?new=true&matter=fleet.request:${requestId}`}>{t('complain')}</LinkTo>
      ) : null}
    </div>
  )
}

function Assigned({ request }: { request: RequestDetail }) {
  const t = useText(messages)
  const format = useFormat()
  const { trip, rental, driver, companions } = request
  const times = trip ?? rental
  const phone = driver?.phone
  return (
    <Section title={t(rental ? 'rented' : 'vehicle')}>
      <Facts
        items={[
          { title: t('plate'), value: rental?.plate ?? `${trip?.plate ?? ''} ${trip?.model ?? ''}`.trim() },
          { title: t('driver'), value: driver?.name ?? '' },
          ...(phone
            ? [
                {
                  title: t('driverPhone'),
                  value: phone.includes('****') ? (
                    `${phone}（${t('onTheDay')}）`
                  ) : (
                    <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a>
                  ),
                },
              ]
            : []),
          ...(trip
            ? [
                { title: t('when'), value: <RideTimeText from={trip.from} to={trip.to} /> },
                { title: t('trip'), value: trip.number },
              ]
            : []),
          ...(rental
            ? [
                { title: t('supplier'), value: rental.supplierName },
                { title: t('trip'), value: rental.number },
              ]
            : []),
          ...(times?.leftAt ? [{ title: t('left'), value: format.when(times.leftAt) }] : []),
          ...(times?.returnedAt ? [{ title: t('back'), value: format.when(times.returnedAt) }] : []),
          ...(companions.length > 0
            ? [
                {
                  title: t('with'),
                  value: companions
                    .map(({ unit, name, destination }) => `${unit} ${name}（${destination}）`)
                    .join('、'),
                  wide: true,
                },
              ]
            : []),
        ]}
      />
    </Section>
  )
}

function About({ request }: { request: RequestDetail }) {
  const t = useText(messages)
  const say = useLocalised()
  const format = useFormat()
  const far = request.distanceKm === null ? '' : `，${t('km', { n: request.distanceKm })}`
  const route = routeOf(request)
  return (
    <Section title={t('about')}>
      <Facts
        items={[
          {
            title: t('route'),
            value: `${route}，${say(ways[request.way])}，${say(reaches[request.reach])}${far}`,
            wide: true,
          },
          { title: t('when'), value: <RideTimeText from={request.from} to={request.to} /> },
          {
            title: t('purpose'),
            value: `${say(purposes[request.purpose])}${request.emergency ? ` · ${t('emergency')}` : ''}`,
          },
          { title: t('reason'), value: request.reason, wide: true },
          { title: t('who'), value: `${request.unit.name} ${request.requesterName}` },
          ...(request.contactPhone ? [{ title: t('phone'), value: request.contactPhone }] : []),
          {
            title: t('passengers'),
            value: t('persons', { n: request.passengers, luggage: say(luggages[request.luggage]) }),
          },
          ...(request.vehicleClass
            ? [{ title: t('kind'), value: say(vehicleClasses[request.vehicleClass]) }]
            : []),
          { title: t('pool'), value: t(request.mayPool ? 'mayPool' : 'noPool') },
          ...(request.firstContactName ? [{ title: t('first'), value: request.firstContactName }] : []),
          ...(request.shuttle
            ? [
                {
                  title: t('shuttle'),
                  value: `${request.shuttle.line} ${format.when(request.shuttle.leavesAt)}`,
                },
              ]
            : []),
          ...(request.taxiCapFen === null
            ? []
            : [{ title: t('cap'), value: format.money(request.taxiCapFen) }]),
        ]}
      />
    </Section>
  )
}
