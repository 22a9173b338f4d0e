import { Button } from 'antd'
import { useState } from 'react'
import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { Loading } from '#ui/loading.tsx'
import { Problem } from '#ui/problem.tsx'
import { fleet } from '../../module.ts'
import { RentForm } from '../rentals/rent-form.tsx'
import type { BoardTrip, Proposal, QueuedRequest } from './board-types.ts'
import { ProposalList } from './proposal-list.tsx'
import { useDispatchWrite } from './use-dispatch-write.ts'
import { WordsDialog } from './words-dialog.tsx'

const messages = defineMessages({
  give: text('请普通用车让车', 'Take an ordinary trip’s vehicle'),
  giveNote: text(
    '应急优先由调度决定；让车的申请排到最前，并告知原因。',
    'By decision: who gives way stands first in the queue and is told why.',
  ),
  take: text('让车', 'Take it'),
  question: text('{plate} {driver} 改为应急任务', '{plate} {driver} goes to the emergency'),
  yes: text('决定让车', 'Decide'),
  done: text('已决定，应急任务已派车', 'Decided; the emergency has its vehicle'),
  rent: text('租用社会车辆', 'Rent a vehicle'),
  rentNote: text(
    '自有车辆派不出时，向定点租赁单位租车。',
    'Where no own vehicle can go, one of a fixed supplier does.',
  ),
})

interface RequestChoicesProps {
  request: QueuedRequest
  trips: readonly BoardTrip[]
  busy: boolean
  onTake: (proposal: Proposal) => void
  onDone: () => void
}

/** What may be done with one request: the proposals, for an emergency whose vehicle it may take, and a rented one. */
export function RequestChoices({ request, trips, busy, onTake, onDone }: RequestChoicesProps) {
  const read = useRead(fleet.actions.listProposals, { requestId: request.id }, { keep: false })
  if (read.isPending) return <Loading />
  if (read.error) return <Problem error={read.error} onRetry={() => void read.refetch()} />
  return (
    <div className="hq-stack">
      <ProposalList items={read.data.items} busy={busy} onTake={onTake} />
      {request.emergency ? <Precedence request={request} trips={trips} onDone={onDone} /> : null}
      <Rent request={request} onDone={onDone} />
    </div>
  )
}

function Rent({ request, onDone }: Pick<RequestChoicesProps, 'request' | 'onDone'>) {
  const t = useText(messages)
  const [open, setOpen] = useState(false)
  return (
    <section aria-label={t('rent')}>
      <h3>{t('rent')}</h3>
      <p className="hq-soft">{t('rentNote')}</p>
      {open ? (
        <RentForm request={request} onDone={onDone} />
      ) : (
        <Button onClick={() => setOpen(true)}>{t('rent')}</Button>
      )}
    </section>
  )
}

function Precedence({ request, trips, onDone }: Pick<RequestChoicesProps, 'request' | 'trips' | 'onDone'>) {
  const t = useText(messages)
  const format = useFormat()
  const [chosen, setChosen] = useState<BoardTrip | null>(null)
  const take = useDispatchWrite(fleet.actions.takeForEmergency, {
    success: t('done'),
    onDone: () => {
      setChosen(null)
      onDone()
    },
  })
  const inTheWay = trips.filter(
    (trip) =>
      trip.state === 'ASSIGNED' &&
      trip.from < request.to &&
      trip.to > request.from &&
      trip.places >= request.passengers &&
      !trip.requests.some(({ emergency }) => emergency),
  )
  if (inTheWay.length === 0) return null
  return (
    <section aria-label={t('give')}>
      <h3>{t('give')}</h3>
      <p className="hq-soft">{t('giveNote')}</p>
      <ul className="dispatch-plain">
        {inTheWay.map((trip) => (
          <li key={trip.id} className="hq-row">
            <span>
              <b>{trip.plate}</b> {trip.driverName} {format.time(trip.from)}–{format.time(trip.to)}{' '}
              {trip.requests.map(({ destination }) => destination).join('、')}
            </span>
            <Button size="small" danger onClick={() => setChosen(trip)}>
              {t('take')}
            </Button>
          </li>
        ))}
      </ul>
      {chosen ? (
        <WordsDialog
          title={t('give')}
          about={t('question', { plate: chosen.plate, driver: chosen.driverName })}
          yes={t('yes')}
          danger
          busy={take.isPending}
          onSay={(reason) =>
            take.mutate({
              requestId: request.id,
              vehicleId: chosen.vehicleId,
              driverId: chosen.driverId,
              reason,
            })
          }
          onClose={() => setChosen(null)}
        />
      ) : null}
    </section>
  )
}
