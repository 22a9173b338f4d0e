import { answers } from '#engines/approvals/words.ts'
import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { History, type HistoryEvent } from '#ui/history.tsx'
import { Section } from '#ui/section.tsx'
import { routeOf } from '../../route-words.ts'
import type { TripDetail } from '../../trip-schema.ts'
import { stepKinds } from '../../trip-words.ts'

const messages = defineMessages({
  title: text('来龙去脉', 'How it came and went'),
  asked: text('申请用车', 'Asked for'),
  approved: text('审批同意', 'Approved'),
  decided: text('{step}：{answer}', '{step}: {answer}'),
  inPlace: text('{by}（代{name}）', '{by} (in the place of {name})'),
  calledIn: text('上报后办理', 'called in'),
  dispatched: text('派车', 'Dispatched'),
  cancelled: text('取消', 'Cancelled'),
  forDriver: text('代 {driver} 登记', 'for {driver}'),
  later: text('{when} 才上传', 'sent {when}'),
  emergency: text('应急', 'emergency'),
  imported: text('从表格导入', 'from a sheet'),
})

/** From the request to the vehicle being back, in the order it happened. */
export function TripStory({ trip }: { trip: TripDetail }) {
  const t = useText(messages)
  const localised = useLocalised()
  const format = useFormat()
  const events: HistoryEvent[] = []
  for (const { requestId, submittedAt, approvedAt, emergency, decisions } of trip.approvals) {
    const request = trip.requests.find(({ id }) => id === requestId)
    const link = <LinkTo to={`/fleet/requests/${requestId}`}>{request?.number ?? ''}</LinkTo>
    const note = (
      <>
        {link} {request?.reason} {request ? routeOf(request) : ''}
        {emergency ? ` · ${t('emergency')}` : ''}
      </>
    )
    events.push({
      id: `${requestId}-asked`,
      at: submittedAt,
      title: t('asked'),
      who: request?.requesterName,
      note,
    })
    for (const one of decisions)
      events.push({
        id: one.id,
        at: one.at,
        title: t('decided', { step: one.step, answer: localised(answers[one.answer]) }),
        who: one.inPlaceOf ? t('inPlace', { by: one.by, name: one.inPlaceOf }) : one.by,
        note: (
          <>
            {link} {one.calledIn ? t('calledIn') : ''} {one.reason ?? ''}
          </>
        ),
      })
    if (approvedAt && decisions.length === 0)
      events.push({ id: `${requestId}-approved`, at: approvedAt, title: t('approved'), note: link })
  }
  events.push({
    id: 'dispatched',
    at: trip.imported ? trip.from : trip.createdAt,
    title: t('dispatched'),
    who: trip.createdBy,
    note: trip.imported ? t('imported') : `${trip.vehicle.plate} ${trip.driver.name}`,
  })
  for (const { id, kind, at, place, by, forDriver, arrivedAt } of trip.steps) {
    const notes = [
      place,
      forDriver ? t('forDriver', { driver: trip.driver.name }) : '',
      arrivedAt && Date.parse(arrivedAt) - Date.parse(at) > 60_000
        ? t('later', { when: format.when(arrivedAt) })
        : '',
    ]
    events.push({
      id,
      at,
      title: localised(stepKinds[kind]),
      who: by,
      note: notes.filter(Boolean).join('；'),
    })
  }
  events.sort((one, other) => Date.parse(other.at) - Date.parse(one.at))
  return (
    <Section title={t('title')}>
      <History events={events} />
    </Section>
  )
}
