/**
 * The digits a person sees for a number of a sheet: 15 significant ones as Excel keeps, so no 0.30000000000000004 and
 * no exponent. A format of zeros such as `00000` keeps its leading zeros; a share of `0%` is read as 85%, not as 0.85.
 */
export function textOfNumber(value: number, format = ''): string {
  if (!Number.isFinite(value)) return ''
  const rounded = Number(value.toPrecision(15))
  if (/^0{2,}$/.test(format) && Number.isInteger(rounded) && rounded >= 0) {
    return String(rounded).padStart(format.length, '0')
  }
  if (/^[0#.,]+%$/.test(format)) return `${textOfNumber(rounded * 100)}%`
  const text = String(rounded)
  if (!text.includes('e')) return text === '-0' ? '0' : text
  return rounded.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 })
}
