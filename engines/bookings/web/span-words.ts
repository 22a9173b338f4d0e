import { useFormat } from '#kernel/web/format.ts'

/** `3月2日 周一 14:00—15:30`; over midnight both days are named. */
export function useSpanWords(): (from: string, to: string) => string {
  const format = useFormat()
  return (from, to) => {
    const sameDay = format.day(from) === format.day(to)
    return sameDay
      ? `${format.day(from)} ${format.time(from)}—${format.time(to)}`
      : `${format.moment(from)}—${format.moment(to)}`
  }
}
