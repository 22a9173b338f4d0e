import { expect, test } from 'vitest'
import { LINE, layName } from './lay-name.ts'

const box = { width: 172, height: 68 }
const widthOf = (text: string) => [...text].length
const line = (name: string) => layName(name, box, widthOf)
const extent = ({ text, size, gap }: { text: string; size: number; gap: number }) =>
  size * [...text].length + gap * ([...text].length - 1)

test('names of two, three and four characters come out equally wide; two have the gap of one', () => {
  const [two, three, four] = ['张三', '李铭琛', '欧阳修远'].map((name) => line(name)[0]!)
  expect(two!.gap).toBeCloseTo(two!.size)
  expect(three!.gap).toBeCloseTo(0)
  expect(two!.size).toBe(three!.size)
  expect(extent(two!)).toBeCloseTo(extent(three!))
  expect(extent(four!)).toBeCloseTo(extent(three!))
  expect(extent(four!)).toBeLessThanOrEqual(box.width)
})

test('a longer name shrinks to the face, and breaks at its · before it gets too small to read', () => {
  expect(line('买买提·艾力').map(({ text }) => text)).toEqual(['买买提·艾力'])
  expect(line('阿卜杜热西提·阿卜杜克热木').map(({ text }) => text)).toEqual(['阿卜杜热西提·', '阿卜杜克热木'])
  for (const name of [
    '王',
    '买买提·艾力',
    '阿卜杜热西提·阿卜杜克热木·买买提明',
    '一二三四五六七八九十一二三四五',
    '𬭎龘',
  ])
    for (const { size, ...rest } of line(name)) {
      expect(extent({ size, ...rest })).toBeLessThanOrEqual(box.width + 1e-9)
      expect(size * LINE * line(name).length).toBeLessThanOrEqual(box.height + 1e-9)
      expect(size).toBeGreaterThan(5)
    }
})
