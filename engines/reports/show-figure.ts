import type { FigureRun, ReportFigure } from './schema.ts'

/** How a number is written: 1,043 · 18.68万 · 约1,000 · 60余. */
export interface NumberForm {
  decimals: number
  unit: string
  style?: 'plain' | 'wan' | 'yi'
  qualifier?: 'about' | 'nearly' | 'over'
  withUnit?: boolean
}

const scales = {
  plain: { exponent: 0, word: '' },
  wan: { exponent: 4, word: '万' },
  yi: { exponent: 8, word: '亿' },
}

function rounded(value: number, places: number): number {
  return Number(`${Math.round(Number(`${value}e${places}`))}e${-places}`)
}

function digits(value: number, decimals: number, fixed: boolean): string {
  return value.toLocaleString('en', {
    minimumFractionDigits: fixed ? decimals : 0,
    maximumFractionDigits: decimals,
  })
}

/** Two leading digits: what people mean by 约 and 近; 余 cuts down to round tens, hundreds above a thousand. */
function roughly(value: number, qualifier: 'about' | 'nearly' | 'over'): number {
  const size = Math.floor(Math.log10(Math.abs(value) || 1))
  if (qualifier === 'over') {
    const step = value < 10 ? 1 : value < 1000 ? 10 : 10 ** Math.max(2, size - 1)
    return Math.floor(value / step) * step
  }
  const step = 10 ** (size - 1)
  const round = qualifier === 'about' ? Math.round : Math.ceil
  return rounded(round(rounded(value / step, 9)) * step, 9)
}

/** A number as a document writes it; `value` is not changed by it. */
export function showNumber(value: number, form: NumberForm): string {
  const unit = form.withUnit === false ? '' : form.unit
  const { exponent, word } = scales[form.style ?? 'plain']
  const scaled = Number(`${value}e${-exponent}`)
  if (form.qualifier) {
    const rough = roughly(value, form.qualifier)
    const text = digits(Number(`${rough}e${-exponent}`), Math.max(form.decimals, exponent), false)
    // A round number is not 余 nor 约 anything.
    if (rough === value) return `${text}${word}${unit}`
    if (form.qualifier === 'over') return `${text}${word}余${unit}`
    return `${form.qualifier === 'about' ? '约' : '近'}${text}${word}${unit}`
  }
  if (exponent > 0) return `${digits(scaled, 2, false)}${word}${unit}`
  return `${digits(rounded(value, form.decimals), form.decimals, true)}${unit}`
}

/** 增加12项, 减少3项; of a share in percent 提高1.2个百分点; 持平. */
function showDifference(difference: number, form: NumberForm): string {
  const percent = form.unit === '%'
  const size = showNumber(Math.abs(difference), { ...form, withUnit: !percent && form.withUnit !== false })
  if (rounded(difference, form.decimals) === 0) return '持平'
  const words = percent ? ['提高', '降低'] : ['增加', '减少']
  return `${difference > 0 ? words[0] : words[1]}${size}${percent ? '个百分点' : ''}`
}

function showChange(value: number, before: number): string {
  const percent = rounded((value / before - 1) * 100, 1)
  if (percent === 0) return '持平'
  return `${percent > 0 ? '增长' : '下降'}${digits(Math.abs(percent), 1, false)}%`
}

/** What stands where there is no value. */
export const noValue = '（暂无数据）'

/** A figure as its sentence shows it: the value, that of the year before, or how far they are apart. */
export function showFigure(run: Omit<FigureRun, 'kind' | 'metric'>, figure: ReportFigure): string {
  const { value, before } = figure
  const form = {
    decimals: figure.decimals,
    unit: figure.unit,
    style: run.style,
    qualifier: run.qualifier,
    withUnit: run.withUnit,
  }
  switch (run.show ?? 'value') {
    case 'value':
      return value === null ? noValue : showNumber(value, form)
    case 'before':
      return before.value === null ? noValue : showNumber(before.value, form)
    case 'difference':
      return value === null || before.value === null ? noValue : showDifference(value - before.value, form)
    case 'change':
      return value === null || !before.value ? noValue : showChange(value, before.value)
  }
}

/** The difference as a table shows it: against nothing at all, it says so instead of calling everything an increase. */
export function differenceWords(figure: ReportFigure, withUnit = true): string {
  const { value, before } = figure
  if (value === null || before.value === null) return '—'
  if (before.value === 0 && value !== 0) return '上年无记录'
  return showFigure({ show: 'difference', withUnit }, figure)
}
