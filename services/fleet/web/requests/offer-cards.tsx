import { Button, InputNumber } from 'antd'
import { type ReactNode, useEffect, useState } from 'react'
import { text } from '#kernel/contract/text.ts'
import { formatTime, useFormat } from '#kernel/web/format.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { Icon } from '#ui/icons.tsx'
import { requestActions } from '../../actions/request-actions.ts'
import type { Instead } from '../../request-schema.ts'
import { type RideDraft, wishesOf } from './ride-draft.ts'

const messages = defineMessages({
  title: text('也可以这样去', 'Other ways to get there'),
  shuttle: text('乘{name}', 'By {name}'),
  shuttleWhen: text('{on} {leaves} 上车，{arrives} 到{off}', 'From {on} at {leaves}, at {off} by {arrives}'),
  takeShuttle: text('改乘班车', 'Take the shuttle'),
  pool: text('和{whose}拼车', 'Share with {whose}'),
  poolWhen: text(
    '{leaves} 从{origin}去{destination}，还有 {n} 个座',
    '{leaves} from {origin} to {destination}, {n} {n|seat|seats} left',
  ),
  poolNote: text('由调度决定', 'The dispatcher decides'),
  askPool: text('申请拼车', 'Ask to share'),
  taxi: text('人少路近，可以打车', 'Few and near: a taxi will do'),
  taxiNote: text('凭票在上限内报销，不占用公务车', 'Reimbursed up to the limit; no vehicle of ours is taken'),
  cap: text('金额上限（元）', 'Upper amount (yuan)'),
  takeTaxi: text('改打车', 'Take a taxi'),
  taxiReason: text('人少路近，打车更省', 'Few and near: a taxi costs less'),
})

export interface OfferChosen {
  instead?: Instead
  poolWith?: string
}

interface OfferCardsProps {
  draft: RideDraft
  /** The request that stands already. */
  except?: string
  busy: boolean
  onChoose: (chosen: OfferChosen) => void
  /** Without sharing, where the request may not ask for it now. */
  pools?: boolean
}

/** A shuttle, somebody going the same way, a taxi: each one tap instead of a vehicle of its own. */
export function OfferCards({ draft, except, busy, onChoose, pools = true }: OfferCardsProps) {
  const t = useText(messages)
  const format = useFormat()
  const settled = useRested(draft)
  const { origin, destination, reach, from, to, passengers, distanceKm, way, luggage, mayPool } =
    wishesOf(settled)
  const ready = origin.length > 0 && destination.length > 1 && !settled.emergency
  const read = useRead(
    requestActions.readOffers,
    {
      ...{ origin, destination, reach, from, to, passengers, way, luggage, mayPool },
      ...(distanceKm ? { distanceKm } : {}),
      ...(except ? { except } : {}),
    },
    { enabled: ready },
  )
  const offers = ready ? read.data : undefined
  if (!offers) return null
  const shared = pools ? offers.pools : []
  // A line calls nowhere else.
  const shuttles = settled.stops.length > 0 ? [] : offers.shuttles
  if (shuttles.length + shared.length === 0 && !offers.taxi) return null
  return (
    <section className="ride-offers" aria-label={t('title')}>
      <h2>{t('title')}</h2>
      {shuttles.map((one) => (
        <Offer
          key={`${one.lineId}${one.leavesAt}`}
          icon="sites"
          title={t('shuttle', { name: one.name })}
          note={t('shuttleWhen', {
            on: one.getOn,
            off: one.getOff,
            leaves: formatTime(one.leavesAt),
            arrives: formatTime(one.arrivesAt),
          })}
          take={t('takeShuttle')}
          busy={busy}
          onTake={() => onChoose({ instead: { way: 'SHUTTLE', lineId: one.lineId, leavesAt: one.leavesAt } })}
        />
      ))}
      {shared.map((one) => (
        <Offer
          key={one.requestId}
          icon="people"
          title={t('pool', { whose: one.whose })}
          note={`${t('poolWhen', {
            leaves: format.when(one.from),
            origin: one.origin,
            destination: one.destination,
            n: one.seatsLeft,
          })} · ${one.plate ?? t('poolNote')}`}
          take={t('askPool')}
          busy={busy}
          onTake={() => onChoose({ poolWith: one.requestId })}
        />
      ))}
      {offers.taxi ? (
        <TaxiOffer
          key={offers.taxi.capFen}
          capFen={offers.taxi.capFen}
          busy={busy}
          onTake={(capFen) => onChoose({ instead: { way: 'TAXI', capFen, reason: t('taxiReason') } })}
        />
      ) : null}
    </section>
  )
}

const restMs = 350

/** The draft once nobody types any more, so that not every letter asks the server. */
function useRested(draft: RideDraft): RideDraft {
  const [rested, setRested] = useState(draft)
  useEffect(() => {
    const timer = setTimeout(() => setRested(draft), restMs)
    return () => clearTimeout(timer)
  }, [draft])
  return rested
}

interface OfferProps {
  icon: string
  title: string
  note: string
  take: string
  busy: boolean
  onTake: () => void
  children?: ReactNode
}

function Offer({ icon, title, note, take, busy, onTake, children }: OfferProps) {
  return (
    <div className="ride-offer">
      <Icon name={icon} />
      <span className="ride-words">
        <strong>{title}</strong>
        <small className="hq-soft">{note}</small>
        {children}
      </span>
      <Button size="large" disabled={busy} onClick={onTake}>
        {take}
      </Button>
    </div>
  )
}

function TaxiOffer({
  capFen,
  busy,
  onTake,
}: {
  capFen: number
  busy: boolean
  onTake: (capFen: number) => void
}) {
  const t = useText(messages)
  const [yuan, setYuan] = useState(capFen / 100)
  return (
    <Offer
      icon="phone"
      title={t('taxi')}
      note={t('taxiNote')}
      take={t('takeTaxi')}
      busy={busy}
      onTake={() => onTake(Math.round(yuan * 100))}
    >
      <span className="ride-cap">
        {t('cap')}{' '}
        <InputNumber
          aria-label={t('cap')}
          min={1}
          max={capFen / 100}
          precision={0}
          value={yuan}
          onChange={(value) => setYuan(value ?? capFen / 100)}
        />
      </span>
    </Offer>
  )
}
