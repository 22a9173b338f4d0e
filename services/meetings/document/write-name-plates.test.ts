import { strFromU8, unzipSync } from 'fflate'
import { create } from 'fontkit'
import { expect, test } from 'vitest'
import { Problem } from '#kernel/contract/problem.ts'
import type { NamePlates } from './name-plates.ts'
import { readPrintedPdf } from './read-printed-pdf.ts'
import { writeNamePlatesDocx } from './write-name-plates-docx.ts'
import { writeNamePlatesPdf } from './write-name-plates-pdf.ts'

const names = ['张三', '李铭琛', '欧阳修远', '龘𬭎', '买买提·吐尔逊江']
const plates: NamePlates = {
  meeting: '安全生产会',
  size: 'LARGE',
  showUnit: true,
  people: names.map((name, index) => ({
    name,
    unit: index === 0 ? '统计局' : null,
    seat: `主席台 ${index + 1} 号`,
  })),
  printedAt: new Date('2026-11-22T01:00:00Z'),
}
const count = (text: string, part: string) => text.split(part).length - 1

test('the PDF has one card a page with the name on both faces, in an embedded typeface', async () => {
  const pdf = readPrintedPdf(await writeNamePlatesPdf(plates))
  expect(pdf.sizes).toEqual(names.map(() => [210, 297]))
  expect(pdf.missing).toEqual([])
  expect(pdf.embedded.map((name) => name.split('+')[1]).sort()).toEqual([
    'NotoSerifSC-Bold',
    'NotoSerifSC-Regular',
  ])
  names.slice(0, 4).forEach((name, page) => {
    expect(count(pdf.pages[page]!, name), name).toBe(2)
    expect(pdf.pages[page]).toContain(`主席台 ${page + 1} 号`)
  })
  expect(count(pdf.pages[4]!.replaceAll('\n', ''), '买买提·吐尔逊江')).toBe(2)
  expect(count(pdf.pages[0]!, '统计局')).toBe(2)
})

test('small cards come two to a page, and only the characters used are in the file', async () => {
  const file = await writeNamePlatesPdf({ ...plates, size: 'SMALL' })
  expect(readPrintedPdf(file).pages).toHaveLength(3)
  expect(file.length).toBeLessThan(100_000)
})

test('the .docx holds each name on a face read downwards and one read upwards, with its typeface inside', async () => {
  const parts = unzipSync(await writeNamePlatesDocx(plates))
  const body = strFromU8(parts['word/document.xml']!).replace(/<mc:Fallback>[\s\S]*?<\/mc:Fallback>/g, '')
  const boxes = [...body.matchAll(/<wps:wsp>[\s\S]*?<\/wps:wsp>/g)].map(([box]) => ({
    text: [...box.matchAll(/<w:t[ >][^<]*?>?([^<>]*)<\/w:t>/g)].map(([, part]) => part).join(''),
    turned: /<wps:bodyPr[^>]*vert="(\w+)"/.exec(box)?.[1],
  }))
  for (const name of names)
    expect(boxes.filter(({ text }) => text.startsWith(name)).map(({ turned }) => turned)).toEqual([
      'vert',
      'vert270',
    ])
  const fonts = strFromU8(parts['word/fontTable.xml']!)
  expect(fonts).toContain('w:name="Noto Serif SC"')
  expect(fonts).toMatch(/<w:embedRegular[\s\S]*<w:embedBold/)
})

test('the typeface in the .docx has the rare characters, once unlocked by its key as word processors do', async () => {
  const parts = unzipSync(await writeNamePlatesDocx(plates))
  const key = /<w:embedBold[^>]*w:fontKey="\{([^}]+)\}"/.exec(strFromU8(parts['word/fontTable.xml']!))![1]!
  const id = /<w:embedBold[^>]*r:id="([^"]+)"/.exec(strFromU8(parts['word/fontTable.xml']!))![1]!
  const target = new RegExp(`Id="${id}"[^>]*Target="([^"]+)"|Target="([^"]+)"[^>]*Id="${id}"`).exec(
    strFromU8(parts['word/_rels/fontTable.xml.rels']!),
  )!
  const locked = Buffer.from(parts[`word/${(target[1] ?? target[2])!}`]!)
  // ECMA-376 part 4, §17.8.1: the first 32 bytes are XORed with the key, backwards.
  const bytes = Buffer.from(key.replaceAll('-', ''), 'hex').reverse()
  for (let at = 0; at < 32; at++) locked[at] = locked[at]! ^ bytes[at % 16]!
  const font = create(locked)
  if (!('hasGlyphForCodePoint' in font)) throw new Error('not one font')
  for (const character of '龘𬭎·张')
    expect(font.hasGlyphForCodePoint(character.codePointAt(0)!), character).toBe(true)
  expect(font.hasGlyphForCodePoint('李'.codePointAt(0)!)).toBe(true)
  expect(font.hasGlyphForCodePoint('旎'.codePointAt(0)!)).toBe(false)
})

test('a character that the typeface lacks is refused by name, in either format, and invisible ones are dropped', async () => {
  const rare = { ...plates, people: [{ name: '王𠮷', unit: null }] }
  for (const write of [writeNamePlatesPdf, writeNamePlatesDocx]) {
    const refusal = await write(rare).then(
      () => null,
      (error: unknown) => error,
    )
    expect(refusal).toBeInstanceOf(Problem)
    expect(refusal).toMatchObject({
      status: 422,
      code: 'meetings.typeface_lacks',
      params: { name: '王𠮷', character: '𠮷', codePoint: 'U+20BB7' },
    })
  }
  const odd = { ...plates, people: [{ name: ' 张\u200B三\uFE00\n', unit: null }] }
  expect(readPrintedPdf(await writeNamePlatesPdf(odd)).pages[0]).toContain('张三\n')
})
