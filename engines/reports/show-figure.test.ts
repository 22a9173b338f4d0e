import { describe, expect, it } from 'vitest'
import type { ReportFigure } from './schema.ts'
import { differenceWords, showFigure, showNumber } from './show-figure.ts'

const figure: ReportFigure = {
  key: 'repairs.large.completed.count|2014-01-01|2014-11-30||',
  metric: 'repairs.large.completed.count',
  title: '大型维修改造',
  unit: '项',
  definition: '',
  decimals: 0,
  from: '2014-01-01',
  to: '2014-11-30',
  unitId: null,
  siteId: null,
  value: 63,
  before: { from: '2013-01-01', to: '2013-11-30', value: 51 },
  target: null,
  asOf: '2014-12-02T00:00:00.000Z',
  implausible: null,
  records: null,
}

describe('showNumber', () => {
  it.each([
    [1043, {}, '1,043场'],
    [186_800, { style: 'wan' as const }, '18.68万场'],
    [186_800, { style: 'wan' as const, qualifier: 'over' as const }, '18万余场'],
    [1_250_000_000, { style: 'yi' as const }, '12.5亿场'],
    [63, { qualifier: 'over' as const }, '60余场'],
    [60, { qualifier: 'over' as const }, '60场'],
    [1043, { qualifier: 'over' as const }, '1,000余场'],
    [35_066, { style: 'wan' as const, qualifier: 'about' as const }, '约3.5万场'],
    [986, { qualifier: 'nearly' as const }, '近990场'],
    [98.456, { decimals: 1 }, '98.5场'],
    [1043, { withUnit: false }, '1,043'],
    [0, { qualifier: 'about' as const }, '0场'],
  ])('writes %d with %o as %s', (value, form, shown) => {
    expect(showNumber(value, { decimals: 0, unit: '场', ...form })).toBe(shown)
  })
})

describe('showFigure', () => {
  it('shows the value, the year before, and how far they are apart', () => {
    expect(showFigure({}, figure)).toBe('63项')
    expect(showFigure({ show: 'before' }, figure)).toBe('51项')
    expect(showFigure({ show: 'difference' }, figure)).toBe('增加12项')
    expect(showFigure({ show: 'change' }, figure)).toBe('增长23.5%')
    expect(showFigure({ show: 'difference' }, { ...figure, value: 51 })).toBe('持平')
  })

  it('does not call everything an increase where the year before has no records', () => {
    expect(differenceWords({ ...figure, before: { ...figure.before, value: 0 } })).toBe('上年无记录')
    expect(differenceWords({ ...figure, before: { ...figure.before, value: null } })).toBe('—')
    expect(differenceWords(figure)).toBe('增加12项')
  })

  it('speaks of percentage points where the figure is a percentage', () => {
    const rate = { ...figure, unit: '%', decimals: 1, value: 96.2, before: { ...figure.before, value: 97.4 } }
    expect(showFigure({ show: 'difference' }, rate)).toBe('降低1.2个百分点')
  })

  it('says that there is no value instead of showing a zero', () => {
    expect(showFigure({}, { ...figure, value: null })).toBe('（暂无数据）')
    expect(showFigure({ show: 'change' }, { ...figure, before: { ...figure.before, value: 0 } })).toBe(
      '（暂无数据）',
    )
  })
})
