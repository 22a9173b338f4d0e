import { describe, expect, it } from 'vitest'
import { lintNumbering, typedNumber } from './lint-numbering.ts'
import { lintText } from './lint-text.ts'

describe('lintText', () => {
  it.each([
    ['**市机关事务管理局', '**'],
    ['20XX年工作总结', '20XX'],
    ['××局召开会议', '××'],
    ['负责人：____', '____'],
    ['金额待填写', '待填写'],
  ])('finds the placeholder in “%s”', (text, found) => {
    expect(lintText(text)).toMatchObject([{ weight: 'block', code: 'reports.found_placeholder', found }])
  })

  it.each([
    ['后勤〔〕12号', '〔〕'],
    ['后勤〔2014〕号', '〔2014〕号'],
    ['（ ）', '（ ）'],
  ])('finds what is empty in “%s”', (text, found) => {
    expect(lintText(text)).toMatchObject([{ code: 'reports.found_empty_number', found }])
  })

  it('finds a span of one year and stages that do not add up', () => {
    expect(lintText('行动方案2024-2024')).toMatchObject([{ code: 'reports.found_same_year' }])
    const stages = '活动分四个阶段进行。第一阶段、第二阶段、第三阶段、第四阶段、第五阶段'
    expect(lintText(stages)).toMatchObject([
      { weight: 'warn', code: 'reports.found_count_mismatch', params: { declared: 4, listed: 5 } },
    ])
    expect(lintText('分两步走；2014-2015年；后勤〔2014〕12号')).toEqual([])
  })
})

describe('lintNumbering', () => {
  it('finds the drift from （三） to 四、', () => {
    const found = lintNumbering([
      '（一）完善制度',
      '（二）强化培训',
      '（三）抓好落实',
      '四、加强领导',
      '五、注重实效',
    ])
    expect(found.slice(0, 3)).toEqual([null, null, null])
    expect(found[3]).toMatchObject({
      code: 'reports.found_number_jump',
      params: { found: '四、', wanted: '（四）' },
    })
  })

  it('takes numbering that runs on, and starts inner levels anew', () => {
    const lines = [
      '一、总体情况',
      '（一）会务',
      '1.接待',
      '2.保障',
      '（二）维修',
      '1.小修',
      '二、计划',
      '（一）制度',
    ]
    expect(lintNumbering(lines).every((finding) => finding === null)).toBe(true)
  })

  it('finds a number left out, and numbers typed before headings', () => {
    expect(lintNumbering(['1.甲', '3.丙'])[1]).toMatchObject({ params: { found: '3.', wanted: '2.' } })
    expect(typedNumber('（二）存在问题')).toBe('（二）')
    expect(typedNumber('3.5万平方米物业')).toBeNull()
  })
})
