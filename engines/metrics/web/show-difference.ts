import type { Text } from '#kernel/contract/text.ts'
import type { Format } from '#kernel/web/format.ts'
import type { Values } from '#kernel/web/messages.ts'

type Say = (key: 'points', values?: Values) => string

/** +12 件, −1.2 个百分点, 0 件: a value less another; a dash where one of them is missing. */
export function showDifference(
  t: Say,
  { value, decimals, unit }: { value: number | null; decimals: number; unit: Text },
  than: number | null,
  format: Format,
): string {
  if (value === null || than === null) return '—'
  const apart = value - than
  const percent = unit.zh === '%'
  const size = format.number(Math.abs(apart), { decimals, unit: percent ? undefined : unit })
  const sign =
    size === format.number(0, { decimals, unit: percent ? undefined : unit }) ? '' : apart > 0 ? '+' : '−'
  return `${sign}${percent ? t('points', { n: size }) : size}`
}
