import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { Clock } from '#ui/clock.tsx'
import type { Column } from '#ui/plain-table.tsx'
import { LongName } from '#ui/section.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import type { OrderRow } from '../../schema.ts'
import { orderStates } from '../../states.ts'
import { urgencies } from '../../words.ts'
import './desk.css'

const messages = defineMessages({
  what: text('事项', 'What'),
  place: text('地点', 'Where'),
  unit: text('单位', 'Unit'),
  state: text('状态', 'State'),
  holder: text('在谁手里', 'With'),
  promise: text('承诺时限', 'Promise'),
  created: text('提出', 'Asked'),
  rating: text('评分', 'Rating'),
  reminded: text('催{n}', 'Urged {n}×'),
  reopened: text('返修{n}', 'Reopened {n}×'),
})

/** The columns that every list of orders shows, in the order people look for them. */
export function useOrderColumns<R extends OrderRow>(): Column<R>[] {
  const t = useText(messages)
  const localised = useLocalised()
  const format = useFormat()
  return [
    {
      key: 'what',
      title: t('what'),
      render: (row) => (
        <span className="order-what">
          <LongName>{row.title}</LongName>
          <small className="hq-faint hq-nowrap">
            {row.number}
            {row.urgency === 'URGENT' ? ` · ${localised(urgencies.URGENT)}` : ''}
            {row.reminderCount > 0 ? ` · ${t('reminded', { n: row.reminderCount })}` : ''}
            {row.reopenCount > 0 ? ` · ${t('reopened', { n: row.reopenCount })}` : ''}
          </small>
        </span>
      ),
    },
    {
      key: 'state',
      title: t('state'),
      card: 'mark',
      render: (row) => <StateTag machine={orderStates} state={row.state} />,
    },
    {
      key: 'promise',
      title: t('promise'),
      render: (row) => (
        <Clock
          due={row.finishDueAt}
          doneAt={row.finishedAt ?? row.completedAt}
          paused={row.state === 'PAUSED'}
        />
      ),
    },
    {
      key: 'holder',
      title: t('holder'),
      render: (row) => <span className="hq-nowrap">{row.worker?.name ?? row.holder.name}</span>,
    },
    {
      key: 'place',
      title: t('place'),
      render: (row) => (
        <LongName>{[row.site.name, row.room?.name, row.placeText].filter(Boolean).join(' · ')}</LongName>
      ),
    },
    {
      key: 'unit',
      title: t('unit'),
      card: 'none',
      render: (row) => (
        <span className="order-what">
          <LongName>{row.clientUnit.name}</LongName>
          <small className="hq-faint">{row.requesterName}</small>
        </span>
      ),
    },
    {
      key: 'created',
      title: t('created'),
      render: (row) => <span className="hq-nowrap">{format.when(row.createdAt)}</span>,
    },
    {
      key: 'rating',
      title: t('rating'),
      align: 'right',
      card: 'none',
      render: (row) => row.overallRating ?? '—',
    },
  ]
}
