import { formatTime, todayInChina, useFormat } from '#kernel/web/format.ts'

/** 3月5日 09:00–12:00; the second day is named only when it is another. */
export function RideTimeText({ from, to }: { from: string; to: string }) {
  const format = useFormat()
  const sameDay = todayInChina(from) === todayInChina(to)
  return (
    <span>
      <span className="hq-nowrap">{format.day(from, 'short')}</span>{' '}
      <span className="hq-nowrap">
        {formatTime(from)}–{sameDay ? '' : `${format.day(to, 'short')} `}
        {formatTime(to)}
      </span>
    </span>
  )
}
