import { useNow } from '../clock.tsx'
import { offsetOf } from './axis.ts'
import { clockOf, minuteOf } from './china-minutes.ts'
import type { PlaceStyle } from './grid-item.tsx'
import type { GridLayout } from './lay-lines.ts'
import { useGridWords } from './use-grid-words.ts'

/** Where now is; nothing when it is not among the hours shown. */
export function NowLine({ layout, now }: { layout: GridLayout; now: string | undefined }) {
  const words = useGridWords()
  const ticking = useNow()
  const minute = now === undefined ? Math.floor(ticking / 60_000) : minuteOf(now)
  const { axis, lines, linesAreDays, length } = layout
  const shown = (days: readonly number[]) =>
    days.some((day) => minute >= day + axis.open && minute < day + axis.close)
  const index = lines.findIndex(({ days }) => shown(days))
  const line = lines[index]
  if (!line) return null
  const style: PlaceStyle = {
    '--at': offsetOf(axis, line.days, minute) / length,
    // In the week of one row only that day's line has a now.
    ...(linesAreDays ? { '--line': index, '--lines': lines.length } : {}),
  }
  return (
    <div className="hq-tg-over" aria-hidden="true">
      <div className="hq-tg-now" style={style} data-one={linesAreDays || undefined}>
        <span>{words.t('now', { time: clockOf(minute) })}</span>
      </div>
    </div>
  )
}
