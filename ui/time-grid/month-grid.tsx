import { LockOutlined } from '@ant-design/icons'
import { type KeyboardEvent, memo, useEffect, useId, useMemo, useRef, useState } from 'react'
import { todayInChina } from '#kernel/web/format.ts'
import { Shape } from '../shape.tsx'
import { clockOf, dayOf, minuteOf, weeksOfMonth } from './china-minutes.ts'
import type { GridItem, GridRow, TimeGridProps } from './grid-shapes.ts'
import { weekdayKeys } from './grid-times.tsx'
import { itemsByDay, walkDays } from './month-cells.ts'
import { Part } from './part.tsx'
import { type GridSpeech, useGridWords } from './use-grid-words.ts'

const shownItems = 3
const none: readonly GridItem[] = []

/** A month: how much is on each day, and what comes first; a day opens. */
export function MonthGrid({ label, rows, items, day, now, selected = null, onDay, onOpen }: TimeGridProps) {
  const words = useGridWords()
  const keysId = useId()
  const weeks = useMemo(() => weeksOfMonth(day), [day])
  const [at, setAt] = useState(day)
  const [moved, setMoved] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const rowOf = useMemo(() => new Map(rows.map((row) => [row.id, row])), [rows])
  const byDay = useMemo(() => itemsByDay(items.filter(({ rowId }) => rowOf.has(rowId))), [items, rowOf])
  useEffect(() => {
    setAt(day)
    setMoved(false)
  }, [day])
  useEffect(() => {
    if (moved) box.current?.querySelector<HTMLElement>(`[data-day="${at}"]`)?.focus()
  }, [at, moved])
  const onKeyDown = (event: KeyboardEvent) => {
    const all = weeks.flat()
    if (event.key === 'Enter' && event.target instanceof HTMLElement && event.target.dataset.day) {
      event.preventDefault()
      onDay?.(at)
    }
    const to = walkDays(all.indexOf(at), event.key, all.length)
    if (to === null || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    event.stopPropagation()
    setMoved(true)
    setAt(all[to]!)
  }
  const today = todayInChina(now)
  const month = day.slice(0, 7)
  return (
    <div className="hq-tg-month" ref={box}>
      <Part role="grid" aria-label={label} aria-describedby={keysId} onKeyDown={onKeyDown}>
        <Part role="row" className="hq-tg-week hq-tg-weekdays">
          {weeks[0]!.map((one) => (
            <Part role="columnheader" key={one}>
              {words.t(weekdayKeys[new Date(`${one}T00:00:00Z`).getUTCDay()]!)}
            </Part>
          ))}
        </Part>
        {weeks.map((week) => (
          <Part role="row" key={week[0]} className="hq-tg-week">
            {week.map((one) => (
              <MonthDay
                key={one}
                day={one}
                items={byDay.get(one) ?? none}
                outside={!one.startsWith(month)}
                today={one === today}
                current={one === at}
                rowOf={rows.length > 1 ? rowOf : null}
                words={words}
                selected={selected}
                onDay={onDay}
                onOpen={onOpen}
              />
            ))}
          </Part>
        ))}
      </Part>
      <p id={keysId} className="hq-hidden">
        {words.t('keysMonth')}
      </p>
    </div>
  )
}

type MonthDayProps = Pick<TimeGridProps, 'onDay' | 'onOpen'> & {
  day: string
  items: readonly GridItem[]
  outside: boolean
  today: boolean
  current: boolean
  /** To name the rows; null when there is only one. */
  rowOf: ReadonlyMap<string, GridRow> | null
  words: GridSpeech
  selected: string | null
}

const MonthDay = memo(function MonthDay(props: MonthDayProps) {
  const { day, items, outside, today, current, rowOf, words, selected, onDay, onOpen } = props
  const shown = items.slice(0, shownItems)
  const more = items.length - shown.length
  return (
    <Part
      role="gridcell"
      className="hq-tg-cell"
      data-day={day}
      data-outside={outside || undefined}
      data-today={today || undefined}
      data-opens={onDay !== undefined || undefined}
      tabIndex={current ? 0 : -1}
      aria-label={words.t('openDay', { day: words.format.day(day), n: items.length })}
      onClick={() => onDay?.(day)}
    >
      <span className="hq-tg-date">
        <b>{Number(day.slice(8))}</b>
        {items.length > 0 ? <span>{words.t('count', { n: items.length })}</span> : null}
      </span>
      {shown.map((item) => (
        <MonthItem
          key={item.id}
          item={item}
          day={day}
          row={rowOf?.get(item.rowId)}
          reachable={current}
          words={words}
          selected={selected === item.id}
          onOpen={onOpen}
        />
      ))}
      {more > 0 ? <span className="hq-tg-more">{words.t('more', { n: more })}</span> : null}
    </Part>
  )
})

interface MonthItemProps {
  item: GridItem
  day: string
  row: GridRow | undefined
  /** Its day has the keyboard, so that Tab goes on to it. */
  reachable: boolean
  words: GridSpeech
  selected: boolean
  onOpen: TimeGridProps['onOpen']
}

function MonthItem({ item, day, row, reachable, words, selected, onOpen }: MonthItemProps) {
  const from = minuteOf(item.from)
  const whole = [row?.title, words.titleOf(item)].filter(Boolean).join(' · ')
  const inside = (
    <>
      {item.private ? <LockOutlined aria-hidden /> : <Shape tone={item.tone} />}
      <time>{dayOf(from) === day ? clockOf(from) : '…'}</time>
      <span>{whole}</span>
    </>
  )
  const className = `hq-tg-month-item hq-tone-${item.tone}`
  const marks = { 'data-waiting': item.waiting || undefined, 'data-selected': selected || undefined }
  if (item.private || !onOpen) {
    return (
      <span className={className} title={whole} {...marks}>
        {inside}
      </span>
    )
  }
  return (
    <button
      type="button"
      className={className}
      {...marks}
      tabIndex={reachable ? 0 : -1}
      title={whole}
      aria-label={words.itemLabel(item, row?.title ?? '')}
      onClick={(event) => {
        event.stopPropagation()
        onOpen(item.id)
      }}
    >
      {inside}
    </button>
  )
}
