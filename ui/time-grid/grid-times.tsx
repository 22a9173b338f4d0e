import { memo } from 'react'
import type { Axis } from './axis.ts'
import type { PlaceStyle } from './grid-item.tsx'
import type { GridLayout } from './lay-lines.ts'
import { Part } from './part.tsx'
import type { GridSpeech } from './use-grid-words.ts'

export interface GridTimesProps {
  layout: GridLayout
  words: GridSpeech
  /** `2026-11-22`. */
  today: string
  onDay: ((day: string) => void) | undefined
}

const hoursOf = ({ open, close }: Axis) =>
  Array.from({ length: Math.ceil((close - open) / 60) }, (_, index) => open + index * 60)

/** The hours above the lines, or the days of a week. */
export const GridTimes = memo(function GridTimes({ layout, words, today, onDay }: GridTimesProps) {
  const { axis, days, linesAreDays, length } = layout
  const perDay = (axis.close - axis.open) / axis.step
  const oneDay = days.length === 1
  return (
    <Part role="row" aria-rowindex={1} className="hq-tg-times">
      <Part role="columnheader" aria-colindex={1} className="hq-tg-head">
        {words.t(linesAreDays ? 'day' : 'rows')}
      </Part>
      <div className="hq-tg-track">
        {oneDay
          ? hoursOf(axis).map((minute) => (
              <Part
                role="columnheader"
                key={minute}
                className="hq-tg-hour"
                aria-colindex={2 + (minute - axis.open) / axis.step}
                style={{ '--from': (minute - axis.open) / length } as PlaceStyle}
              >
                {`${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`}
              </Part>
            ))
          : days.map((day, index) => (
              <Part
                role="columnheader"
                key={day}
                className="hq-tg-day"
                data-today={day === today || undefined}
                aria-colindex={2 + index * perDay}
                aria-colspan={perDay}
                style={{ '--from': index / days.length, '--to': (index + 1) / days.length } as PlaceStyle}
              >
                {onDay ? (
                  <button type="button" className="hq-quiet" onClick={() => onDay(day)}>
                    <DayName day={day} words={words} />
                  </button>
                ) : (
                  <DayName day={day} words={words} />
                )}
              </Part>
            ))}
      </div>
    </Part>
  )
})

/** 周一 11月23日. */
export function DayName({ day, words }: { day: string; words: GridSpeech }) {
  return (
    <>
      {words.t(weekdayKeys[new Date(`${day}T00:00:00Z`).getUTCDay()]!)}{' '}
      <span className="hq-nowrap">{words.format.day(day, 'short')}</span>
    </>
  )
}

/** Sunday first, as JavaScript counts. */
export const weekdayKeys = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const
