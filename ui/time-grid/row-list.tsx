import { LockOutlined, PlusOutlined } from '@ant-design/icons'
import { memo, useMemo } from 'react'
import { useNow } from '../clock.tsx'
import { Shape } from '../shape.tsx'
import type { Axis, Span } from './axis.ts'
import { isoOf, minuteOf, startOfDay } from './china-minutes.ts'
import { freeGaps } from './free-gaps.ts'
import type { GridRow, TimeGridProps } from './grid-shapes.ts'
import { type GridLine, layLines } from './lay-lines.ts'
import { type GridSpeech, useGridWords } from './use-grid-words.ts'

/** A day on a phone: row after row, what is on and what is free; a free time is a large button. */
export function RowList(props: TimeGridProps) {
  const { label, rows, items, blocked, day, hours, stepMinutes, onMake, onOpen, selected = null } = props
  const words = useGridWords()
  const ticking = useNow()
  const minute = props.now === undefined ? Math.floor(ticking / 60_000) : minuteOf(props.now)
  const layout = useMemo(
    () => layLines({ label: '', rows, items, blocked, day, view: 'day', hours, stepMinutes }, 'day'),
    [rows, items, blocked, day, hours, stepMinutes],
  )
  // Whole steps, so that the list is not drawn anew each time the clock ticks.
  const now = Math.ceil(minute / layout.axis.step) * layout.axis.step
  return (
    <section className="hq-tg-list" aria-label={label}>
      {layout.lines.map((line) => (
        <RowSection
          key={line.key}
          line={line}
          axis={layout.axis}
          day={day}
          now={now}
          blocked={blocked}
          words={words}
          selected={selected}
          onMake={onMake}
          onOpen={onOpen}
        />
      ))}
    </section>
  )
}

type RowSectionProps = Pick<TimeGridProps, 'blocked' | 'onMake' | 'onOpen'> & {
  line: GridLine
  axis: Axis
  day: string
  now: number
  words: GridSpeech
  selected: string | null
}

const RowSection = memo(function RowSection(props: RowSectionProps) {
  const { line, axis, day, now, blocked = [], words, selected, onMake, onOpen } = props
  const { row, placed, shut } = line
  const open = startOfDay(day) + axis.open
  const mine = blocked.filter(({ rowId }) => rowId === row.id)
  const held = placed.map(({ item }) => item)
  const gaps = onMake ? freeGaps(axis, startOfDay(day), row, held, mine, now) : []
  const entries = [
    ...placed.map(({ item, start }) => ({
      at: open + start,
      key: item.id,
      node: <ItemButton row={row} item={item} words={words} selected={selected} onOpen={onOpen} />,
    })),
    ...shut.map(({ start, end, reason }) => ({
      at: open + start,
      key: `shut ${start}`,
      node: (
        <p className="hq-tg-entry hq-tg-entry-shut">
          <time>{words.span(open + start, open + end)}</time>
          <span>{reason === undefined ? words.t('closed') : words.localised(reason)}</span>
        </p>
      ),
    })),
    ...gaps.map((gap) => ({
      at: gap.from,
      key: `free ${gap.from}`,
      node: <GapButton row={row} gap={gap} words={words} onMake={onMake} />,
    })),
  ].sort((one, other) => one.at - other.at)
  return (
    <section className="hq-tg-row" aria-label={row.title}>
      <h3>
        {row.title}
        {row.note ? <small className="hq-faint"> {row.note}</small> : null}
      </h3>
      <ul>
        {entries.map(({ key, node }) => (
          <li key={key}>{node}</li>
        ))}
      </ul>
      {onMake && gaps.length === 0 ? <p className="hq-faint">{words.t('noGaps')}</p> : null}
    </section>
  )
})

interface GapButtonProps {
  row: GridRow
  gap: Span
  words: GridSpeech
  onMake: TimeGridProps['onMake']
}

function GapButton({ row, gap: { from, to }, words, onMake }: GapButtonProps) {
  const time = words.span(from, to)
  const length = words.format.duration(to - from)
  return (
    <button
      type="button"
      className="hq-tg-entry hq-tg-gap"
      aria-label={words.t('takeGap', { where: row.title, time, length })}
      onClick={() => onMake?.({ rowId: row.id, from: isoOf(from), to: isoOf(to) })}
    >
      <time>{time}</time>
      <span>
        {words.t('free')} {length}
      </span>
      <PlusOutlined aria-hidden />
    </button>
  )
}

interface ItemButtonProps {
  row: GridRow
  item: GridLine['placed'][number]['item']
  words: GridSpeech
  selected: string | null
  onOpen: TimeGridProps['onOpen']
}

function ItemButton({ row, item, words, selected, onOpen }: ItemButtonProps) {
  const inside = (
    <>
      <time>{words.span(minuteOf(item.from), minuteOf(item.to))}</time>
      <span>
        <b>{words.titleOf(item)}</b>
        <small className="hq-tg-state">
          {item.private ? <LockOutlined aria-hidden /> : <Shape tone={item.tone} />}
          {[words.localised(item.state), item.note].filter(Boolean).join(' · ')}
        </small>
      </span>
    </>
  )
  const className = `hq-tg-entry hq-tg-entry-item hq-tone-${item.tone}`
  const marks = {
    'data-waiting': item.waiting || undefined,
    'data-private': item.private || undefined,
    'data-selected': selected === item.id || undefined,
  }
  if (item.private || !onOpen) {
    return (
      <div className={className} {...marks}>
        {inside}
      </div>
    )
  }
  return (
    <button
      type="button"
      className={className}
      {...marks}
      aria-label={words.itemLabel(item, row.title)}
      onClick={() => onOpen(item.id)}
    >
      {inside}
    </button>
  )
}
