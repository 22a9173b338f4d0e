import { text } from '#kernel/contract/text.ts'
import { todayInChina } from '#kernel/web/format.ts'

/** So many months ahead, the running one and the seventeen before it, the latest first. */
export function monthChoices(ahead = 0) {
  const [year, month] = todayInChina().split('-').map(Number) as [number, number]
  return Array.from({ length: 18 + ahead }, (_, place) => {
    const value = new Date(Date.UTC(year, month - 1 + ahead - place, 1)).toISOString().slice(0, 7)
    const [shownYear, shownMonth] = value.split('-').map(Number)
    return { value, label: text(`${shownYear}年${shownMonth}月`, value) }
  })
}
