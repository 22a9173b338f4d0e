/** Meetings of one month, `2026-03`. */
export interface MonthCount {
  month: string
  count: number
}

export interface ForecastMonth {
  month: string
  expected: number
}

export interface Forecast {
  method: 'seasonal-trend' | 'recent-mean' | 'none'
  /** What the last half-year was of the same half-year a year before; null without a year of history. */
  growth: number | null
  items: ForecastMonth[]
  check: (ForecastMonth & { actual: number })[]
  /** Mean absolute percentage error over the months of the check that had meetings; null without such a month. */
  mapePercent: number | null
}

const half = 6
const year = 12
/** A merger of offices may double meetings; more than that is a gap in the records, no trend. */
const mostGrowth = 2

/** The month so many months later: 2025-11 and 3 give 2026-02. */
export function monthAfter(month: string, steps: number): string {
  const [y, m] = month.split('-').map(Number) as [number, number]
  const index = y * year + (m - 1) + steps
  return `${Math.floor(index / year)}-${String((index % year) + 1).padStart(2, '0')}`
}

/**
 * Forecasts the half-year after the last whole month: seasonal naive with trend. Each month is the same month of the
 * year before times the growth, which is the last half-year by the same half-year a year earlier, between ½ and 2.
 * With less than a year and a half behind it, the mean of the last half-year stands for every month. How good that is
 * shows the check: the last half-year, forecast from what was known before it began.
 * @param months whole months without a gap, oldest first
 */
export function forecastDemand(months: readonly MonthCount[]): Forecast {
  const { method, growth, items } = project(months)
  const before = months.slice(0, -half)
  const guessed = before.length > 0 ? project(before).items : []
  const actual = new Map(months.map(({ month, count }) => [month, count]))
  const check = guessed.flatMap(({ month, expected }) => {
    const count = actual.get(month)
    return count === undefined ? [] : [{ month, expected, actual: count }]
  })
  const errors = check
    .filter((one) => one.actual > 0)
    .map((one) => Math.abs(one.expected - one.actual) / one.actual)
  return { method, growth, items, check, mapePercent: errors.length > 0 ? 100 * mean(errors) : null }
}

function project(months: readonly MonthCount[]): Pick<Forecast, 'method' | 'growth' | 'items'> {
  const last = months.at(-1)
  const total = sum(months)
  if (!last || total === 0) return { method: 'none', growth: null, items: [] }
  const ahead = Array.from({ length: half }, (_, step) => monthAfter(last.month, step + 1))
  const recent = months.slice(-half)
  const sameBefore = months.slice(-half - year, -year)
  if (sameBefore.length < half || sum(sameBefore) === 0) {
    const expected = round(sum(recent) / recent.length)
    return { method: 'recent-mean', growth: null, items: ahead.map((month) => ({ month, expected })) }
  }
  const growth = Math.min(mostGrowth, Math.max(1 / mostGrowth, sum(recent) / sum(sameBefore)))
  const known = new Map(months.map(({ month, count }) => [month, count]))
  const items = ahead.map((month) => ({
    month,
    expected: round((known.get(monthAfter(month, -year)) ?? 0) * growth),
  }))
  return { method: 'seasonal-trend', growth, items }
}

const sum = (months: readonly MonthCount[]) => months.reduce((total, { count }) => total + count, 0)
const mean = (values: readonly number[]) => values.reduce((total, value) => total + value, 0) / values.length
const round = (value: number) => Math.round(value * 10) / 10
