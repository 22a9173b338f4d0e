import { Fragment, memo, useEffect, useLayoutEffect, useRef, useSyncExternalStore } from 'react'
import { type Axis, minuteAt } from './axis.ts'
import { clockSpan, dayOf, minuteOf } from './china-minutes.ts'
import { itemAtPlace } from './grid-cursor.ts'
import { useDesk } from './grid-desk.ts'
import { GridItemCell, type PlaceStyle } from './grid-item.tsx'
import type { GridItem } from './grid-shapes.ts'
import { DayName } from './grid-times.tsx'
import type { GridLine as Line } from './lay-lines.ts'
import { Part } from './part.tsx'
import { placeSpan } from './place-items.ts'
import type { GridSpeech } from './use-grid-words.ts'

export interface GridLineProps {
  line: Line
  index: number
  axis: Axis
  length: number
  linesAreDays: boolean
  /** The line is today's, among lines that are days. */
  today: boolean
  words: GridSpeech
  selected: string | null
}

/** The cursor while it is on this line, else null, so that a step of the keyboard draws two lines anew at most. */
function useCursorHere(index: number) {
  const { cursor } = useDesk()
  return useSyncExternalStore(cursor.subscribe, () => {
    const place = cursor.get()
    return place.line === index ? place : null
  })
}

function GridLineRow({ line, index, axis, length, linesAreDays, today, words, selected }: GridLineProps) {
  const place = useCursorHere(index)
  const box = useRef<HTMLDivElement>(null)
  const current = place && itemAtPlace(line, place)
  const { row, days, placed, shut } = line
  const dayTitle = words.format.day(dayOf(days[0]!))
  const where = linesAreDays ? `${row.title} ${dayTitle}` : row.title
  useFocusHere(box, place)
  const style: PlaceStyle = { '--lanes': line.lanes, '--days': days.length }
  return (
    <Part
      role="row"
      aria-rowindex={index + 2}
      className="hq-tg-line"
      data-line={index}
      style={style}
      ref={box}
    >
      <Part
        role="rowheader"
        aria-colindex={1}
        className="hq-tg-head"
        title={linesAreDays ? undefined : row.title}
      >
        <span className="hq-tg-name" data-today={today || undefined}>
          {linesAreDays ? <DayName day={dayOf(days[0]!)} words={words} /> : row.title}
        </span>
        {!linesAreDays && row.note ? <span className="hq-tg-note">{row.note}</span> : null}
      </Part>
      <div className="hq-tg-track">
        {shut.map(({ start, end, reason }) => (
          <Part
            role="gridcell"
            key={start}
            className="hq-tg-shut"
            aria-colindex={2 + Math.floor(start / axis.step)}
            style={{ '--from': start / length, '--to': end / length } as PlaceStyle}
          >
            <span>{reason === undefined ? words.t('closed') : words.localised(reason)}</span>
          </Part>
        ))}
        {placed.map((one) => (
          <Fragment key={one.item.id}>
            <Buffers item={one.item} axis={axis} days={days} length={length} />
            <GridItemCell
              placed={one}
              length={length}
              axis={axis}
              where={where}
              words={words}
              selected={selected === one.item.id}
              current={current?.item.id === one.item.id}
            />
          </Fragment>
        ))}
        {place && !current ? (
          <CursorCell line={line} at={place.at} axis={axis} length={length} where={where} words={words} />
        ) : null}
      </div>
    </Part>
  )
}

/** A line with all its items; drawn anew only when something on it changes. */
export const GridLine = memo(GridLineRow)

/** Moves the focus to where the keyboard went, and keeps it there when an item appears or goes away under it. */
function useFocusHere(box: React.RefObject<HTMLDivElement | null>, place: { focus: boolean } | null): void {
  const had = useRef(false)
  // Looked at while rendering: once the element is gone nobody can tell any more that it had the focus.
  had.current = place !== null && box.current?.contains(document.activeElement) === true
  useLayoutEffect(() => {
    if (had.current && document.activeElement === document.body)
      box.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus({ preventScroll: true })
  })
  useEffect(() => {
    if (!place?.focus) return
    const target = box.current?.querySelector<HTMLElement>('[tabindex="0"]')
    target?.focus({ preventScroll: true })
    target?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [box, place])
}

interface BuffersProps {
  item: GridItem
  axis: Axis
  days: Line['days']
  length: number
}

/** The time an item needs before and after itself. */
function Buffers({ item, axis, days, length }: BuffersProps) {
  const { bufferBeforeMinutes: before = 0, bufferAfterMinutes: after = 0 } = item
  const minute = 60_000
  const iso = (at: number) => new Date(at * minute).toISOString()
  const [from, to] = [minuteOf(item.from), minuteOf(item.to)]
  const spans = [
    before > 0 ? { from: iso(from - before), to: item.from } : null,
    after > 0 ? { from: item.to, to: iso(to + after) } : null,
  ]
  return spans.map((span) => {
    const stretch = span && placeSpan(axis, days, span)
    if (!stretch) return null
    const style: PlaceStyle = { '--from': stretch.start / length, '--to': stretch.end / length }
    return <div key={stretch.start} className="hq-tg-buffer" style={style} aria-hidden="true" />
  })
}

interface CursorCellProps {
  line: Line
  at: number
  axis: Axis
  length: number
  where: string
  words: GridSpeech
}

/** The free step on which the keyboard stands. */
function CursorCell({ line, at, axis, length, where, words }: CursorCellProps) {
  const from = minuteAt(axis, line.days, at)
  const shut = line.shut.find(({ start, end }) => start < at + axis.step && end > at)
  const reason = shut && (shut.reason === undefined ? words.t('closed') : words.localised(shut.reason))
  const day = line.days.length > 1 ? words.format.day(dayOf(from)) : ''
  const parts = [where, day, clockSpan(from, from + axis.step), reason ?? words.t('free')]
  return (
    <Part
      role="gridcell"
      tabIndex={0}
      className="hq-tg-cursor"
      aria-colindex={2 + Math.floor(at / axis.step)}
      aria-label={parts.filter(Boolean).join(' ')}
      style={{ '--from': at / length, '--to': (at + axis.step) / length } as PlaceStyle}
    />
  )
}
