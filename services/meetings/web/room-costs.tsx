import { text } from '#kernel/contract/text.ts'
import { todayInChina, useFormat } from '#kernel/web/format.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { PlainTable } from '#ui/plain-table.tsx'
import { Section } from '#ui/section.tsx'
import { EndLease } from './room-changes.tsx'
import { NewFitOut, NewLease } from './room-forms.tsx'
import type { Room } from './room-page.tsx'

const messages = defineMessages({
  leases: text('租约', 'Leases'),
  lessor: text('出租方', 'Lessor'),
  contract: text('合同号', 'Contract'),
  term: text('租期', 'Term'),
  rent: text('年租金', 'Rent a year'),
  steps: text('办理', 'Do'),
  ended: text('提前结束：{why}', 'Ended early: {why}'),
  fitOuts: text('装修', 'Fit-outs'),
  day: text('日期', 'Day'),
  what: text('内容', 'What'),
  contractor: text('施工单位', 'Contractor'),
  cost: text('费用', 'Cost'),
})

type Lease = NonNullable<Room['leases']>[number]

/** Who lets the room, and until when; only to those who see what is paid. */
export function Leases({ room }: { room: Room }) {
  const t = useText(messages)
  const format = useFormat()
  if (!room.leases || (room.leases.length === 0 && !room.can.change)) return null
  return (
    <Section title={t('leases')} extra={room.can.change ? <NewLease roomId={room.id} /> : null}>
      <PlainTable
        label={t('leases')}
        rows={room.leases}
        rowKey={({ id }) => id}
        columns={[
          { key: 'lessor', title: t('lessor'), card: 'title', render: ({ lessor }) => lessor },
          { key: 'contract', title: t('contract'), render: ({ contractNo }) => contractNo },
          {
            key: 'term',
            title: t('term'),
            render: ({ fromDay, toDay, endedReason }) => (
              <>
                <span className="hq-nowrap">{format.day(fromDay, 'plain')}</span> –{' '}
                <span className="hq-nowrap">{format.day(toDay, 'plain')}</span>
                {endedReason ? <small className="hq-faint"> {t('ended', { why: endedReason })}</small> : null}
              </>
            ),
          },
          {
            key: 'rent',
            title: t('rent'),
            align: 'right',
            render: ({ yearlyRentFen }) => format.money(yearlyRentFen),
          },
          ...(room.can.change
            ? [
                {
                  key: 'end',
                  title: t('steps'),
                  card: 'bare' as const,
                  render: (lease: Lease) =>
                    lease.toDay > todayInChina() ? <EndLease roomId={room.id} lease={lease} /> : null,
                },
              ]
            : []),
        ]}
      />
    </Section>
  )
}

/** What was built into the room. */
export function FitOuts({ room }: { room: Room }) {
  const t = useText(messages)
  const format = useFormat()
  if (!room.fitOuts || (room.fitOuts.length === 0 && !room.can.change)) return null
  return (
    <Section title={t('fitOuts')} extra={room.can.change ? <NewFitOut roomId={room.id} /> : null}>
      <PlainTable
        label={t('fitOuts')}
        rows={room.fitOuts}
        rowKey={({ id }) => id}
        columns={[
          { key: 'what', title: t('what'), card: 'title', render: ({ what }) => what },
          { key: 'day', title: t('day'), render: ({ onDay }) => format.day(onDay, 'plain') },
          { key: 'contractor', title: t('contractor'), render: ({ contractor }) => contractor },
          { key: 'cost', title: t('cost'), align: 'right', render: ({ costFen }) => format.money(costFen) },
        ]}
      />
    </Section>
  )
}
