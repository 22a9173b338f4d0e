import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPastedList } from './read-pasted-list.ts'

const units = new Set(['财政局', '教育局'])
const read = (list: string) => readPastedList(list, units)

describe('a pasted list of participants', () => {
  it('is read by tab, comma or blank, numbered or not, unit first or last', () => {
    const list = [
      '1. 张 三\t财政局\t正处级',
      '2、李四，教育局',
      '财政局 王五 科员',
      '（4）John Smith, UNDP',
      '赵六',
      '6\t孙八\t教育局',
    ]
    expect(read(list.join('\r\n'))).toEqual({
      people: [
        { name: '张三', unit: '财政局', rank: '正处级' },
        { name: '李四', unit: '教育局', rank: null },
        { name: '王五', unit: '财政局', rank: '科员' },
        { name: 'John Smith', unit: 'UNDP', rank: null },
        { name: '赵六', unit: '', rank: null },
        { name: '孙八', unit: '教育局', rank: null },
      ],
      unread: [],
    })
  })

  it('follows its heading, and names the lines that hold nobody', () => {
    const list = '序号\t单位\t姓名\t级别\n1\t财政局\t张三\t副处级\n\n2\t教育局\t\t\n\t财政局\t李四\t'
    expect(read(list)).toEqual({
      people: [
        { name: '张三', unit: '财政局', rank: '副处级' },
        { name: '李四', unit: '财政局', rank: null },
      ],
      unread: [{ line: 4, words: '2\t教育局' }],
    })
  })

  it('never fails, loses no line and makes up nobody', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 80 }), { maxLength: 30 }), (lines) => {
        const list = lines.join('\n')
        const { people, unread } = read(list)
        const there = list.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '')
        expect(people.length + unread.length).toBeLessThanOrEqual(there.length)
        for (const { name } of people) expect(name).toMatch(/\p{L}/u)
      }),
    )
  })
})
