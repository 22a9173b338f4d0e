import { Button } from 'antd'
import { useState } from 'react'
import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { useParam } from '#kernel/web/navigate.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { History } from '#ui/history.tsx'
import { Loading } from '#ui/loading.tsx'
import { Page } from '#ui/page.tsx'
import { Problem } from '#ui/problem.tsx'
import { Facts, Section } from '#ui/section.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { rentalActions } from '../../actions/rental-actions.ts'
import type { RentalDetail } from '../../rental-schema.ts'
import { rentalStates } from '../../rental-states.ts'
import { priceBases } from '../../rental-words.ts'
import { rentedBodies } from '../../words.ts'
import { WordsDialog } from '../dispatch/words-dialog.tsx'
import { RideTimeText } from '../requests/ride-time-text.tsx'
import { RideForm } from './ride-form.tsx'

const messages = defineMessages({
  title: text('租赁派车', 'Rented vehicle'),
  all: text('租赁派车', 'Rented vehicles'),
  to: text('租车去{destination}', 'Rented, to {destination}'),
  vehicle: text('车辆和租赁单位', 'Vehicle and supplier'),
  plate: text('车牌', 'Plate'),
  seats: text('{body}，{n} 座', '{body}, {n} seats'),
  body: text('车型', 'Body'),
  driver: text('司机', 'Driver'),
  driverPhone: text('司机电话', 'Driver’s phone'),
  supplier: text('租赁单位', 'Supplier'),
  supplierPhone: text('租赁单位电话', 'Supplier’s phone'),
  contract: text('合同编号', 'Contract'),
  price: text('约定价格', 'Agreed price'),
  reason: text('租车原因', 'Why it was rented'),
  note: text('合同不在有效期，调度说明', 'Contract not valid; the dispatcher’s words'),
  by: text('经办', 'Ordered by'),
  request: text('用车申请', 'Request'),
  for: text('用车人', 'For'),
  what: text('事由', 'What for'),
  planned: text('计划时间', 'Planned'),
  result: text('用车结果', 'The ride'),
  left: text('出车', 'Left'),
  back: text('收车', 'Back'),
  km: text('里程', 'Distance'),
  kms: text('{n} 公里', '{n} km'),
  cost: text('费用', 'Cost'),
  dearer: text('高于约定的原因', 'Why more than agreed'),
  record: text('登记用车结果', 'Record the ride'),
  correct: text('更正', 'Correct'),
  off: text('取消租车，申请回到待派', 'Call off; the request waits again'),
  offAll: text('连同申请一起取消', 'Cancel with its request'),
  offDone: text('已取消租车', 'Called off'),
  yes: text('确定取消', 'Call it off'),
  why: text('取消原因', 'Why it was called off'),
  history: text('经过', 'History'),
})

/** One rented vehicle: what was agreed, what became of it, and what may still be done. */
export default function RentalPage() {
  const t = useText(messages)
  const rentalId = useParam('rentalId')
  const read = useRead(rentalActions.readRental, { rentalId })
  const one = read.data
  return (
    <Page
      title={one ? t('to', { destination: one.request.destination }) : t('title')}
      subtitle={one?.number}
      trail={[{ title: t('all'), to: '/fleet/rentals' }]}
      extra={one ? <StateTag machine={rentalStates} state={one.state} /> : null}
    >
      {read.isPending ? <Loading /> : null}
      {read.error && !one ? <Problem error={read.error} onRetry={() => void read.refetch()} /> : null}
      {one ? (
        <div className="hq-stack">
          {one.can.finish ? (
            <Section title={t('record')}>
              <RideForm rental={one} />
            </Section>
          ) : null}
          <Result one={one} />
          <Ordered one={one} />
          {one.can.cancel ? <CallOff rentalId={one.id} number={one.number} /> : null}
          <Section title={t('history')}>
            <History
              events={[...one.history].reverse().map(({ id, at, title, actorName, reason }) => ({
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

function Result({ one }: { one: RentalDetail }) {
  const t = useText(messages)
  const format = useFormat()
  const [open, setOpen] = useState(false)
  if (one.leftAt === null || one.returnedAt === null) return null
  return (
    <Section
      title={t('result')}
      extra={one.can.correct ? <Button onClick={() => setOpen(!open)}>{t('correct')}</Button> : null}
    >
      <Facts
        items={[
          { title: t('left'), value: format.when(one.leftAt) },
          { title: t('back'), value: format.when(one.returnedAt) },
          { title: t('km'), value: t('kms', { n: format.number(one.distanceKm ?? 0) }) },
          { title: t('cost'), value: format.money(one.costFen ?? 0) },
          ...(one.costNote ? [{ title: t('dearer'), value: one.costNote, wide: true }] : []),
        ]}
      />
      {open ? <RideForm rental={one} onDone={() => setOpen(false)} /> : null}
    </Section>
  )
}

function Ordered({ one }: { one: RentalDetail }) {
  const t = useText(messages)
  const say = useLocalised()
  const format = useFormat()
  const { request } = one
  return (
    <Section title={t('vehicle')}>
      <Facts
        items={[
          { title: t('plate'), value: one.plate },
          { title: t('body'), value: t('seats', { body: say(rentedBodies[one.body]), n: one.seats }) },
          { title: t('driver'), value: one.driverName },
          ...(one.driverPhone
            ? [{ title: t('driverPhone'), value: <PhoneNumber phone={one.driverPhone} /> }]
            : []),
          { title: t('supplier'), value: one.supplier.name },
          ...(one.supplierPhone
            ? [{ title: t('supplierPhone'), value: <PhoneNumber phone={one.supplierPhone} /> }]
            : []),
          { title: t('contract'), value: one.contractNumber },
          {
            title: t('price'),
            value: `${say(priceBases[one.priceBasis])} ${format.money(one.priceFen)}`,
          },
          { title: t('reason'), value: one.reason, wide: true },
          ...(one.note ? [{ title: t('note'), value: one.note, wide: true }] : []),
          ...(one.cancelReason ? [{ title: t('why'), value: one.cancelReason, wide: true }] : []),
          {
            title: t('request'),
            value: <LinkTo to={`/fleet/requests/${request.id}`}>{request.number}</LinkTo>,
          },
          { title: t('for'), value: `${request.unit.name} ${request.requesterName}` },
          { title: t('what'), value: request.reason, wide: true },
          { title: t('planned'), value: <RideTimeText from={one.from} to={one.to} /> },
          { title: t('by'), value: `${one.createdBy} ${format.when(one.createdAt)}` },
        ]}
      />
    </Section>
  )
}

function PhoneNumber({ phone }: { phone: string }) {
  return phone.includes('****') ? phone : <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a>
}

function CallOff({ rentalId, number }: { rentalId: string; number: string }) {
  const t = useText(messages)
  const [request, setRequest] = useState<'QUEUE' | 'CANCEL' | null>(null)
  const cancel = useWrite(rentalActions.cancelRental, {
    success: t('offDone'),
    invalidates: ['/fleet'],
    onDone: () => setRequest(null),
  })
  return (
    <div className="hq-row">
      <Button danger onClick={() => setRequest('QUEUE')}>
        {t('off')}
      </Button>
      <Button danger type="text" onClick={() => setRequest('CANCEL')}>
        {t('offAll')}
      </Button>
      {request ? (
        <WordsDialog
          title={t(request === 'QUEUE' ? 'off' : 'offAll')}
          about={number}
          yes={t('yes')}
          danger
          busy={cancel.isPending}
          onSay={(reason) => cancel.mutate({ rentalId, reason, request })}
          onClose={() => setRequest(null)}
        />
      ) : null}
    </div>
  )
}
