import { describe, expect, it } from 'vitest'
import { parseFigure } from './parse-figure.ts'

describe('parseFigure', () => {
  it.each([
    ['约425000万人次', 4_250_000_000, '人次', '约'],
    ['18.68万平方米', 186_800, '平方米', ''],
    ['60余项', 60, '项', '余'],
    ['1万余人次', 10_000, '人次', '余'],
    ['35,066人次', 35_066, '人次', ''],
    ['１，０４３场', 1043, '场', ''],
    ['3.2亿元', 320_000_000, '元', ''],
    ['近3千人', 3000, '人', '近'],
    ['3千瓦时', 3, '千瓦时', ''],
    ['2万千瓦时', 20_000, '千瓦时', ''],
    ['1.3万亿元', 1_300_000_000_000, '元', ''],
    ['98.5%', 98.5, '%', ''],
    ['-12 项', -12, '项', ''],
    ['80多项', 80, '项', '多'],
  ])('reads %s as %d and keeps the raw text', (raw, value, unit, qualifier) => {
    expect(parseFigure(raw)).toEqual({ raw, value, unit, qualifier })
  })

  it.each(['', '无', '万', '12项和13项', '第一季度', '1,04项'])('does not guess at “%s”', (raw) => {
    expect(parseFigure(raw)).toBeNull()
  })
})
