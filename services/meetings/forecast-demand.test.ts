import { describe, expect, it } from 'vitest'
import { forecastDemand, monthAfter } from './forecast-demand.ts'

const series = (counts: number[], first = '2023-07') =>
  counts.map((count, index) => ({ month: monthAfter(first, index), count }))
const seasons = [60, 40, 80, 90, 100, 120, 50, 30, 110, 90, 80, 100]

describe('the forecast of meetings', () => {
  it('[MEET-13] finds season and growth, and says how far off it would have been', () => {
    const grown = [seasons, seasons.map((n) => n * 1.1), seasons.map((n) => n * 1.21)].flat().slice(0, 30)
    const { method, growth, items, check, mapePercent } = forecastDemand(series(grown.map(Math.round)))
    expect(method).toBe('seasonal-trend')
    expect(growth).toBeCloseTo(1.1, 2)
    expect(items.map(({ month }) => month)).toEqual([
      '2026-01',
      '2026-02',
      '2026-03',
      '2026-04',
      '2026-05',
      '2026-06',
    ])
    expect(items[2]!.expected).toBeCloseTo(110 * 1.21, 0)
    expect(check).toHaveLength(6)
    expect(mapePercent!).toBeLessThan(2)
  })

  it('owns up to a change nobody could foresee', () => {
    const doubled = [...seasons, ...seasons.slice(0, 6), ...seasons.slice(6).map((n) => n * 2)]
    expect(forecastDemand(series(doubled)).mapePercent!).toBeCloseTo(50, 5)
  })

  it('takes the mean of the last half-year while there is too little history, and nothing from nothing', () => {
    const young = forecastDemand(series([10, 20, 30]))
    expect([young.method, young.items[0]!.expected, young.mapePercent]).toEqual(['recent-mean', 20, null])
    expect(forecastDemand([])).toMatchObject({ method: 'none', items: [], check: [], mapePercent: null })
    expect(forecastDemand(series([0, 0, 0])).method).toBe('none')
  })

  it('never grows beyond the double, nor shrinks below the half', () => {
    const jump = [...seasons.map(() => 10), ...seasons.map(() => 100)]
    expect(forecastDemand(series(jump)).growth).toBe(2)
  })
})
