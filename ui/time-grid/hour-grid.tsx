import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { todayInChina } from '#kernel/web/format.ts'
import { isoOf } from './china-minutes.ts'
import { indexClashes } from './find-clash.ts'
import { Ghost } from './ghost.tsx'
import { createGridStores, DeskProvider, type GridDesk, type GridNow } from './grid-desk.ts'
import { GridFoot } from './grid-foot.tsx'
import type { PlaceStyle } from './grid-item.tsx'
import { GridLine } from './grid-line.tsx'
import type { GridView, TimeGridProps } from './grid-shapes.ts'
import { GridTimes } from './grid-times.tsx'
import { layLines } from './lay-lines.ts'
import { NowLine } from './now-line.tsx'
import { Part } from './part.tsx'
import { useCarry } from './use-carry.ts'
import { useDrag } from './use-drag.ts'
import { useGridWords } from './use-grid-words.ts'
import { useKeys } from './use-keys.ts'

const none: readonly never[] = []
const usualHours = { from: 7, to: 21 }

/** Lines of time: rows over a day or a week, or the days of one row. */
export function HourGrid(props: TimeGridProps & { view: Exclude<GridView, 'month'> }) {
  const { label, rows, items, blocked = none, day, view, stepMinutes, selected = null } = props
  const { from, to } = props.hours ?? usualHours
  const words = useGridWords()
  const layout = useMemo(
    () => layLines({ label: '', rows, items, blocked, day, view, hours: { from, to }, stepMinutes }, view),
    [rows, items, blocked, day, view, from, to, stepMinutes],
  )
  const scroller = useRef<HTMLDivElement>(null)
  const body = useRef<HTMLDivElement>(null)
  const [parts] = useState({ scroller, body })
  const desk = useGridDesk(props, { layout, words })
  const drag = useDrag(desk, parts)
  const carry = useCarry(desk, parts)
  const keys = useKeys(desk)
  const keysId = useId()
  const today = todayInChina(props.now)
  const { axis, lines, length, linesAreDays, days } = layout
  const style: PlaceStyle = {
    '--hours': length / 60,
    '--days': days.length,
    '--steps': length / axis.step,
  }
  return (
    <DeskProvider value={desk}>
      <div className="hq-tg" data-view={view} data-lines={linesAreDays ? 'days' : 'rows'}>
        <div className="hq-tg-scroller" ref={scroller}>
          <Part
            role="grid"
            className="hq-tg-grid"
            style={style}
            aria-label={label}
            aria-describedby={keysId}
            aria-rowcount={lines.length + 1}
            aria-colcount={1 + length / axis.step}
          >
            <GridTimes layout={layout} words={words} today={today} onDay={props.onDay} />
            <Part role="rowgroup" className="hq-tg-body" ref={body} {...drag} {...carry} {...keys}>
              {lines.map((line, index) => (
                <GridLine
                  key={line.key}
                  line={line}
                  index={index}
                  axis={axis}
                  length={length}
                  linesAreDays={linesAreDays}
                  today={linesAreDays && line.key === today}
                  words={words}
                  selected={line.placed.some(({ item }) => item.id === selected) ? selected : null}
                />
              ))}
              <NowLine layout={layout} now={props.now} />
              <Ghost layout={layout} body={body} />
            </Part>
          </Part>
        </div>
        <GridFoot id={keysId} canMake={props.onMake !== undefined} canMove={props.onMove !== undefined} />
      </div>
    </DeskProvider>
  )
}

/** The stores of this grid, and for its handlers what the newest rendering knows. */
function useGridDesk(props: TimeGridProps, { layout, words }: Pick<GridNow, 'layout' | 'words'>): GridDesk {
  const { rows, items, blocked = none, clash } = props
  const [stores] = useState(createGridStores)
  const find = useMemo(() => indexClashes(rows, items, blocked), [rows, items, blocked])
  const newest: GridNow = {
    props,
    layout,
    words,
    clash: (rowId, span, exceptId) => {
      if (clash) return clash(rowId, isoOf(span.from), isoOf(span.to), exceptId)
      const found = find(rowId, span.from, span.to, exceptId)
      return found && words.clash(found)
    },
  }
  const now = useRef(newest)
  useLayoutEffect(() => {
    now.current = newest
  })
  const { axis, lines } = layout
  // The first place of the keyboard is the beginning of office hours; another day or other rows begin anew.
  const key = `${lines.length} ${lines[0]?.key} ${lines[0]?.days[0]} ${axis.open}`
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of items leaves the cursor where it is
  useEffect(() => {
    const at = Math.max(0, Math.min(9 * 60, axis.close - axis.step) - axis.open)
    stores.cursor.set({ line: 0, at, id: null, focus: false })
    stores.ghost.set(null)
    stores.said.set(null)
  }, [key, stores])
  return useMemo(() => ({ ...stores, now }), [stores])
}
