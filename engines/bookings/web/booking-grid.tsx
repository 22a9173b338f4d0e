import { Button, Segmented } from 'antd'
import { useMemo } from 'react'
import { text } from '#kernel/contract/text.ts'
import { todayInChina, useFormat } from '#kernel/web/format.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { useGo, useSearch } from '#kernel/web/navigate.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { DayInput } from '#ui/day-input.tsx'
import { Loading } from '#ui/loading.tsx'
import { Problem } from '#ui/problem.tsx'
import { type GridView, type PlacedSpan, TimeGrid } from '#ui/time-grid/time-grid.tsx'
import { bookings } from '../module.ts'
import type { ResourceKind } from '../words.ts'
import { drawn } from './grid-items.ts'
import { addDays, daysShown } from './shown-days.ts'
import { useBookingWrite } from './use-booking-write.ts'
import './bookings.css'

const messages = defineMessages({
  day: text('日', 'Day'),
  week: text('周', 'Week'),
  month: text('月', 'Month'),
  today: text('今天', 'Today'),
  before: text('往前', 'Back'),
  after: text('往后', 'On'),
  which: text('日期', 'Day'),
  label: text('{day}的占用情况', 'What is taken on {day}'),
  moved: text('已更改', 'Moved'),
})

const views: GridView[] = ['day', 'week', 'month']
const steps: Record<GridView, number> = { day: 1, week: 7, month: 28 }

interface BookingGridProps {
  kind: ResourceKind
  siteId?: string
  /** Only these, when given. */
  resourceIds?: string[]
  /** What drawing a free time leads to. */
  onMake: ((span: PlacedSpan) => unknown) | undefined
}

/** Resources × time, live: draw to book, drag to move, stretch to change its length; day, week and month in the address. */
export function BookingGrid({ kind, siteId, resourceIds, onMake }: BookingGridProps) {
  const t = useText(messages)
  const say = useLocalised()
  const format = useFormat()
  const go = useGo()
  const [search, change] = useSearch()
  const view = views.find((one) => one === search.view) ?? 'day'
  const asked = String(search.day ?? '')
  const day = /^\d{4}-\d{2}-\d{2}$/.test(asked) ? asked : todayInChina()
  const shown = daysShown(day, view)
  const grid = useRead(bookings.actions.readGrid, {
    kind,
    from: shown.from,
    to: shown.to,
    ...(siteId ? { siteId } : {}),
    ...(resourceIds?.length ? { resourceId: resourceIds } : {}),
  })
  // The same references as long as the answer is the same: the grid draws anew only what changed.
  const { rows, items, blocked } = useMemo(() => drawn(grid.data, say), [grid.data, say])
  const move = useBookingWrite(bookings.actions.moveBooking, { success: t('moved') })
  const onMove = ({ id, rowId, from, to }: PlacedSpan & { id: string }) => {
    const item = grid.data?.items.find((one) => one.bookingId === id.split('/')[0])
    if (!item) return
    const elsewhere = item.resourceId !== rowId
    // The grid keeps the drawn span in its place until this settles; a refusal is told in the corner.
    return move
      .mutateAsync({
        bookingId: item.bookingId,
        from,
        to,
        ...(elsewhere ? { swap: { from: item.resourceId, to: rowId } } : {}),
      })
      .catch(() => undefined)
  }
  return (
    <div className="hq-stack">
      <div className="hq-row">
        <Segmented
          value={view}
          options={views.map((one) => ({ value: one, label: t(one as 'day' | 'week' | 'month') }))}
          onChange={(value) => change({ view: value === 'day' ? undefined : value })}
        />
        <Button onClick={() => change({ day: addDays(day, -steps[view]) })}>{t('before')}</Button>
        <Button onClick={() => change({ day: undefined })}>{t('today')}</Button>
        <Button onClick={() => change({ day: addDays(day, steps[view]) })}>{t('after')}</Button>
        <span className="bookings-day">
          <DayInput
            value={day}
            label={t('which')}
            onChange={(value) => change({ day: value ?? undefined })}
          />
        </span>
      </div>
      {grid.isPending ? <Loading /> : null}
      {grid.error ? <Problem error={grid.error} onRetry={() => void grid.refetch()} /> : null}
      {grid.data ? (
        <TimeGrid
          label={t('label', { day: format.day(day) })}
          rows={rows}
          items={items}
          blocked={blocked}
          day={day}
          view={view}
          {...(onMake ? { onMake } : {})}
          onMove={onMove}
          onOpen={(id) => {
            const item = grid.data.items.find((one) => one.bookingId === id.split('/')[0])
            if (item && !item.hidden) go(item.href)
          }}
          onDay={(one) => change({ day: one, view: undefined })}
        />
      ) : null}
    </div>
  )
}
