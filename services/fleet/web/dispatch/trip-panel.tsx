import { Button, Select } from 'antd'
import { useState } from 'react'
import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { problemOf } from '#kernel/web/problem-of.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { DayInput } from '#ui/day-input.tsx'
import { Loading } from '#ui/loading.tsx'
import { Problem } from '#ui/problem.tsx'
import { Facts, Section } from '#ui/section.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { fleet } from '../../module.ts'
import { routeOf } from '../../route-words.ts'
import { tripStates } from '../../states.ts'
import type { Board, BoardTrip } from './board-types.ts'
import { useDispatchWrite } from './use-dispatch-write.ts'
import { WordsDialog } from './words-dialog.tsx'
import './dispatch.css'

const messages = defineMessages({
  number: text('编号', 'No.'),
  when: text('时间', 'When'),
  vehicle: text('车辆', 'Vehicle'),
  driver: text('驾驶员', 'Driver'),
  people: text('乘车人数', 'Passengers'),
  of: text('{n} 人，可坐 {places} 人', '{n} of {places}'),
  by: text('派车人', 'Assigned by'),
  note: text('理由', 'Reason'),
  why: text('取消原因', 'Why it was cancelled'),
  riders: text('乘车申请', 'Requests'),
  out: text('移出', 'Take out'),
  outTitle: text('移出派车单', 'Take out of the trip'),
  outDone: text('已移出，申请回到待派', 'Taken out; the request waits again'),
  change: text('调整', 'Rearrange'),
  from: text('开始', 'From'),
  to: text('结束', 'To'),
  save: text('保存调整', 'Save'),
  saved: text('已调整', 'Rearranged'),
  cancel: text('取消派车，申请回到待派', 'Cancel; requests wait again'),
  cancelAll: text('连同申请一起取消', 'Cancel with its requests'),
  cancelled: text('已取消', 'Cancelled'),
  needs: text('写明理由再调整', 'Say why'),
  yes: text('确定', 'Do it'),
})

/** A trip beside the board: whom it takes, and what may still be changed. */
export function TripPanel({ tripId, board }: { tripId: string; board: Board | undefined }) {
  const read = useRead(fleet.actions.readBoardTrip, { tripId }, { keep: false })
  if (read.isPending) return <Loading />
  if (read.error) return <Problem error={read.error} />
  return <TripBody trip={read.data} board={board} />
}

type Asking = 'cancel' | 'cancelAll' | { out: string }

function TripBody({ trip, board }: { trip: BoardTrip; board: Board | undefined }) {
  const t = useText(messages)
  const format = useFormat()
  const [asking, setAsking] = useState<Asking | null>(null)
  const close = () => setAsking(null)
  const cancel = useDispatchWrite(fleet.actions.cancelTrip, { success: t('cancelled'), onDone: close })
  const takeOut = useDispatchWrite(fleet.actions.takeOutOfTrip, { success: t('outDone'), onDone: close })
  const decide = (reason: string) => {
    if (asking === null) return
    if (typeof asking === 'object') takeOut.mutate({ tripId: trip.id, requestId: asking.out, reason })
    else cancel.mutate({ tripId: trip.id, reason, requests: asking === 'cancel' ? 'QUEUE' : 'CANCEL' })
  }
  return (
    <div className="hq-stack">
      <div className="hq-row">
        <StateTag machine={tripStates} state={trip.state} />
        <span>{trip.number}</span>
      </div>
      <Facts
        items={[
          { title: t('when'), value: `${format.moment(trip.from)}–${format.time(trip.to)}` },
          { title: t('vehicle'), value: trip.plate },
          { title: t('driver'), value: trip.driverName },
          { title: t('people'), value: t('of', { n: trip.passengers, places: trip.places }) },
          { title: t('by'), value: `${trip.createdBy} ${format.moment(trip.createdAt)}` },
          ...(trip.note ? [{ title: t('note'), value: trip.note, wide: true }] : []),
          ...(trip.cancelReason ? [{ title: t('why'), value: trip.cancelReason, wide: true }] : []),
        ]}
      />
      <Section title={t('riders')}>
        <ul className="dispatch-plain">
          {trip.requests.map((request) => (
            <li key={request.id} className="dispatch-rider">
              <span>
                <LinkTo to={`/fleet/requests/${request.id}`}>{request.number}</LinkTo> {routeOf(request)}
                <br />
                <span className="hq-soft">
                  {request.unitName} {request.requesterName} · {request.reason}
                </span>
              </span>
              {trip.can.takeOut ? (
                <Button size="small" onClick={() => setAsking({ out: request.id })}>
                  {t('out')}
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      </Section>
      {trip.can.rearrange && board ? <Rearrange key={trip.from + trip.to} trip={trip} board={board} /> : null}
      {trip.can.cancel ? (
        <div className="hq-row">
          <Button danger onClick={() => setAsking('cancel')}>
            {t('cancel')}
          </Button>
          <Button danger type="text" onClick={() => setAsking('cancelAll')}>
            {t('cancelAll')}
          </Button>
        </div>
      ) : null}
      {asking ? (
        <WordsDialog
          title={typeof asking === 'object' ? t('outTitle') : t(asking)}
          about={trip.number}
          yes={t('yes')}
          danger
          busy={cancel.isPending || takeOut.isPending}
          onSay={decide}
          onClose={close}
        />
      ) : null}
    </div>
  )
}

/** Another vehicle, driver or time for a trip that has not left. */
function Rearrange({ trip, board }: { trip: BoardTrip; board: Board }) {
  const t = useText(messages)
  const [vehicleId, setVehicle] = useState(trip.vehicleId)
  const [driverId, setDriver] = useState(trip.driverId)
  const [from, setFrom] = useState<string | null>(trip.from)
  const [to, setTo] = useState<string | null>(trip.to)
  const [warning, setWarning] = useState<string | null>(null)
  const save = useDispatchWrite(fleet.actions.rearrangeTrip, { success: t('saved'), quiet: true })
  const send = (note?: string) =>
    save.mutate(
      {
        tripId: trip.id,
        vehicleId,
        driverId,
        ...(from ? { from: new Date(from).toISOString() } : {}),
        ...(to ? { to: new Date(to).toISOString() } : {}),
        ...(note ? { note } : {}),
      },
      {
        onSuccess: () => setWarning(null),
        onError: (error) => {
          const told = problemOf(error)
          setWarning(told.code === 'fleet.needs_words' ? told.detail : null)
        },
      },
    )
  return (
    <Section title={t('change')}>
      <div className="dispatch-change">
        <Select
          aria-label={t('vehicle')}
          showSearch={{ optionFilterProp: 'label' }}
          value={vehicleId}
          onChange={setVehicle}
          options={board.vehicles.map(({ id, plate, seats }) => ({
            value: id,
            label: `${plate} · ${seats}`,
          }))}
        />
        <Select
          aria-label={t('driver')}
          showSearch={{ optionFilterProp: 'label' }}
          value={driverId}
          onChange={setDriver}
          options={board.drivers.map(({ id, name, licence }) => ({
            value: id,
            label: `${name} · ${licence}`,
          }))}
        />
        <DayInput time value={from} label={t('from')} onChange={setFrom} />
        <DayInput time value={to} label={t('to')} onChange={setTo} />
      </div>
      {save.error && warning === null ? <Problem error={save.error} /> : null}
      <Button loading={save.isPending} onClick={() => send()}>
        {t('save')}
      </Button>
      {warning ? (
        <WordsDialog
          title={t('needs')}
          about={warning}
          yes={t('yes')}
          busy={save.isPending}
          onSay={send}
          onClose={() => setWarning(null)}
        />
      ) : null}
    </Section>
  )
}
