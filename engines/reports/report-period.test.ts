import { describe, expect, it } from 'vitest'
import { cutoffWords, reportPeriod, reportWords } from './report-period.ts'

describe('report periods', () => {
  it('says up to when figures count, as documents do', () => {
    expect(cutoffWords('2014-11-30')).toBe('截至2014年11月底')
    expect(cutoffWords('2014-06-30')).toBe('截至2014年6月底')
    expect(cutoffWords('2014-12-20')).toBe('截至2014年12月中旬')
    expect(cutoffWords('2014-12-05')).toBe('截至2014年12月5日')
  })

  it('knows the days of each kind, and refuses to guess a half or a month', () => {
    expect(reportPeriod('annual', 2014)).toEqual({ from: '2014-01-01', to: '2014-12-31' })
    expect(reportPeriod('half-year', 2014, 1)).toEqual({ from: '2014-01-01', to: '2014-06-30' })
    expect(reportPeriod('monthly', 2024, undefined, 2)).toEqual({ from: '2024-02-01', to: '2024-02-29' })
    expect(reportPeriod('half-year', 2014)).toBeNull()
    expect(reportPeriod('monthly', 2014)).toBeNull()
  })

  it('plans for the time that follows', () => {
    expect(reportWords('annual', '2014-01-01').title).toBe('2014年工作总结和2015年工作计划')
    expect(reportWords('half-year', '2014-01-01').title).toBe('2014年上半年工作总结和下半年工作计划')
    expect(reportWords('half-year', '2014-07-01').title).toBe('2014年下半年工作总结和2015年上半年工作计划')
    expect(reportWords('monthly', '2014-12-01')).toMatchObject({
      title: '2014年12月工作简报',
      next: '2015年1月',
    })
  })
})
