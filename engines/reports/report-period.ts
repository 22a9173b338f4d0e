import { monthEnd } from '#engines/metrics/period.ts'
import type { ReportKind } from './schema.ts'

export interface ReportPeriod {
  from: string
  to: string
}

/** Which days a kind of report is about; null when the month or the half is missing. */
export function reportPeriod(
  kind: ReportKind,
  year: number,
  half?: 1 | 2,
  month?: number,
): ReportPeriod | null {
  if (kind === 'annual') return { from: `${year}-01-01`, to: `${year}-12-31` }
  if (kind === 'half-year') {
    if (!half) return null
    return half === 1
      ? { from: `${year}-01-01`, to: `${year}-06-30` }
      : { from: `${year}-07-01`, to: `${year}-12-31` }
  }
  if (!month) return null
  const from = `${year}-${String(month).padStart(2, '0')}-01`
  return { from, to: monthEnd(from) }
}

/** 截至2014年11月底; 中旬 is the month's 20th; any other day is named. */
export function cutoffWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const end = day === monthEnd(day) ? '底' : date === 20 ? '中旬' : `${date}日`
  return `截至${year}年${month}月${end}`
}

/** What a report of this kind calls itself, and the time it plans for. */
export function reportWords(kind: ReportKind, from: string): { title: string; span: string; next: string } {
  const [year, month] = from.split('-').map(Number) as [number, number]
  if (kind === 'annual')
    return { title: `${year}年工作总结和${year + 1}年工作计划`, span: `${year}年`, next: `${year + 1}年` }
  if (kind === 'half-year') {
    const first = month === 1
    const [span, next] = first
      ? [`${year}年上半年`, `${year}年下半年`]
      : [`${year}年下半年`, `${year + 1}年上半年`]
    return { title: `${span}工作总结和${first ? '下半年' : next}工作计划`, span, next }
  }
  const next = month === 12 ? `${year + 1}年1月` : `${year}年${month + 1}月`
  return { title: `${year}年${month}月工作简报`, span: `${year}年${month}月`, next }
}
