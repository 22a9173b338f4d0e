import { text } from '#kernel/contract/text.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import type { Column } from '#ui/plain-table.tsx'
import { LongName } from '#ui/section.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import type { BookingRow } from '../schema.ts'
import { bookingStates } from '../states.ts'
import { ranks } from '../words.ts'
import { useSpanWords } from './span-words.ts'

const messages = defineMessages({
  what: text('名称', 'What'),
  state: text('状态', 'State'),
  when: text('时间', 'When'),
  holds: text('地点和物品', 'What it holds'),
  unit: text('单位', 'Unit'),
  people: text('人数', 'Persons'),
  queue: text('候补第 {n} 位', 'No. {n} in the list'),
  series: text('系列', 'series'),
  private: text('不公开', 'private'),
})

/** The columns that every list of bookings shows. */
export function useBookingColumns(): Column<BookingRow>[] {
  const t = useText(messages)
  const say = useLocalised()
  const span = useSpanWords()
  return [
    {
      key: 'what',
      title: messages.what,
      render: (row) => (
        <span className="hq-party">
          <LongName>{row.title}</LongName>
          <small className="hq-faint">
            {[
              row.rank === 'ORDINARY' ? null : say(ranks[row.rank]),
              row.seriesId ? t('series') : null,
              row.private ? t('private') : null,
            ]
              .filter(Boolean)
              .join(' · ')}
          </small>
        </span>
      ),
    },
    {
      key: 'state',
      title: messages.state,
      card: 'mark',
      render: (row) => (
        <span className="hq-party">
          <StateTag machine={bookingStates} state={row.state} />
          {row.queue ? <small className="hq-faint">{t('queue', { n: row.queue })}</small> : null}
        </span>
      ),
    },
    {
      key: 'when',
      title: messages.when,
      render: (row) => <span className="hq-number">{span(row.from, row.to)}</span>,
    },
    { key: 'holds', title: messages.holds, render: (row) => <LongName>{claimWords(row)}</LongName> },
    {
      key: 'unit',
      title: messages.unit,
      card: 'none',
      render: (row) => (
        <span className="hq-party">
          <LongName>{row.unit?.name ?? '—'}</LongName>
          <small className="hq-faint">{row.organiserName}</small>
        </span>
      ),
    },
    {
      key: 'people',
      title: messages.people,
      align: 'right',
      card: 'none',
      render: (row) => row.headcount ?? '—',
    },
  ]
}

/** 第一会议室；无线话筒×2 */
export function claimWords({ claims }: Pick<BookingRow, 'claims'>): string {
  return claims.map(({ name, quantity }) => (quantity > 1 ? `${name}×${quantity}` : name)).join('；')
}
