import { formatTime, todayInChina, useFormat } from '#kernel/web/format.ts'

interface TaskTimeProps {
  startsAt: string
  dueAt: string
  /** The day the reader thinks of; another is named. */
  on: string
}

/** 08:30–09:00; with its day where that is another than the reader's. */
export function TaskTime({ startsAt, dueAt, on }: TaskTimeProps) {
  const format = useFormat()
  const said = (at: string, before: string) =>
    todayInChina(at) === todayInChina(before)
      ? formatTime(at)
      : `${format.day(at, 'short')} ${formatTime(at)}`
  return (
    <time dateTime={startsAt}>
      <span className="hq-nowrap">{said(startsAt, on)}</span>–
      <span className="hq-nowrap">{said(dueAt, startsAt)}</span>
    </time>
  )
}
