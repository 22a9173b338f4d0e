import { strFromU8, strToU8, type Unzipped, zipSync } from 'fflate'
import { openZip } from './open-zip.ts'
import { SheetProblem } from './sheet.ts'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships'
const MAX_MERGED_CELLS = 200_000

/** The first visible sheet of a workbook alone: `rows` is how many rows hold anything. */
export type FirstSheet = { workbook: Buffer; rows: number }

/**
 * Repacks a workbook with nothing but its first visible sheet's cells, texts, formats and merged areas. Pictures,
 * macros, links, validations over whole columns and a million formatted empty rows never reach the parser.
 */
export function extractFirstSheet(bytes: Buffer): FirstSheet {
  const index = openZip(bytes, (name) => /^xl\/(workbook\.xml|_rels\/workbook\.xml\.rels)$/i.test(name))
  const book = partText(index, 'xl/workbook.xml')
  const relations = partText(index, 'xl/_rels/workbook.xml.rels')
  const sheets = tagsOf(book, 'sheet')
  const sheet = sheets.find((tag) => !/\sstate="(hidden|veryHidden)"/.test(tag)) ?? sheets[0]
  const path = sheet && targetOf(relations, attribute(sheet, '(?:\\w+:)?id') ?? '')
  if (!path) throw new SheetProblem('sheets.unreadable')

  const parts = openZip(bytes, (name) => name === path || /^xl\/(sharedStrings|styles)\.xml$/i.test(name))
  const body = withoutEmptyRows(partText(parts, path))
  const date1904 = tagsOf(book, 'workbookPr').some((tag) => /\sdate1904="(1|true)"/.test(tag))
  return { workbook: repack(parts, body.xml, date1904), rows: body.rows }
}

/** A part's XML without the namespace prefix that some writers put before every element (`x:row`). */
function partText(parts: Unzipped, path: string): string {
  const name = Object.keys(parts).find((entry) => entry.toLowerCase() === path.toLowerCase())
  const bytes = name === undefined ? undefined : parts[name]
  if (bytes === undefined) throw new SheetProblem('sheets.unreadable')
  const xml = strFromU8(bytes)
  const prefix = /<(\w+):(?:worksheet|workbook|sst|styleSheet)\b/.exec(xml.slice(0, 4000))?.[1]
  return prefix === undefined ? xml : xml.replace(new RegExp(`<(/?)${prefix}:`, 'g'), '<$1')
}

function targetOf(relations: string, id: string): string | undefined {
  const tags = tagsOf(relations, '(?:\\w+:)?Relationship')
  const tag = tags.find((candidate) => attribute(candidate, 'Id') === id)
  const target = tag && attribute(tag, 'Target')
  return target?.startsWith('/') ? target.slice(1) : target && `xl/${target}`
}

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]
}

/** All tags of this name. An attribute holds no `<`, so a tag that never ends is not searched for again and again. */
function tagsOf(xml: string, name: string): string[] {
  return [...xml.matchAll(new RegExp(`<${name}\\s[^<>]*>`, 'g'))].map((match) => match[0])
}

function withoutEmptyRows(xml: string): { xml: string; rows: number } {
  const start = xml.indexOf('<sheetData')
  const end = xml.lastIndexOf('</sheetData>')
  const data = start >= 0 && end > start ? xml.slice(start, end) : '<sheetData>'
  const filled = data
    .replace(/<c\b[^<>]*\/>/g, '')
    .replace(/<row\b[^<>]*\/>|<row\b[^<>]*>\s*<\/row>/g, '')
    .concat('</sheetData>')
  const merges = keptMerges(xml.slice(Math.max(0, end)))
  const mergeXml = merges.length ? `<mergeCells count="${merges.length}">${merges.join('')}</mergeCells>` : ''
  return {
    xml: `<worksheet xmlns="${MAIN}">${filled}${mergeXml}</worksheet>`,
    rows: filled.match(/<row\b/g)?.length ?? 0,
  }
}

/** Merged areas are filled cell by cell, so one over the whole sheet would fill the memory: those are left out. */
function keptMerges(afterData: string): string[] {
  let cells = 0
  return tagsOf(afterData, 'mergeCell')
    .map((tag) => /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(attribute(tag, 'ref') ?? ''))
    .filter((match) => match !== null)
    .filter(([, left = '', top, right = '', bottom]) => {
      const area = (columnNumber(right) - columnNumber(left) + 1) * (Number(bottom) - Number(top) + 1)
      if (area > 0 && cells + area <= MAX_MERGED_CELLS) {
        cells += area
        return true
      }
      return false
    })
    .map(([area]) => `<mergeCell ref="${area}"/>`)
}

function columnNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
}

function repack(parts: Unzipped, sheetXml: string, date1904: boolean): Buffer {
  const kept = (name: string) => (partName(parts, name) ? partText(parts, name) : undefined)
  const styles = kept('xl/styles.xml')
  const strings = kept('xl/sharedStrings.xml')
  const relation = (id: number, type: string, target: string) =>
    `<Relationship Id="rId${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`
  const zipped = zipSync(
    {
      '_rels/.rels': strToU8(
        `<Relationships xmlns="${PACKAGE}">${relation(1, 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
      ),
      'xl/workbook.xml': strToU8(
        `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><workbookPr${date1904 ? ' date1904="1"' : ''}/>` +
          '<sheets><sheet name="1" sheetId="1" r:id="rId1"/></sheets></workbook>',
      ),
      'xl/_rels/workbook.xml.rels': strToU8(
        `<Relationships xmlns="${PACKAGE}">${relation(1, 'worksheet', 'worksheets/sheet1.xml')}` +
          `${styles ? relation(2, 'styles', 'styles.xml') : ''}` +
          `${strings ? relation(3, 'sharedStrings', 'sharedStrings.xml') : ''}</Relationships>`,
      ),
      'xl/worksheets/sheet1.xml': strToU8(sheetXml),
      ...(styles ? { 'xl/styles.xml': strToU8(withKnownDateFormats(styles)) } : {}),
      ...(strings ? { 'xl/sharedStrings.xml': strToU8(strings) } : {}),
    },
    { level: 0 },
  )
  return Buffer.from(zipped.buffer, zipped.byteOffset, zipped.byteLength)
}

function partName(parts: Unzipped, path: string): boolean {
  return Object.keys(parts).some((name) => name.toLowerCase() === path.toLowerCase())
}

/**
 * The numbers 27–36 and 50–58 are the date and time formats that Chinese Excel has built in (ECMA-376 part 1,
 * §18.8.30, zh-cn). The parser does not know them and would give "41641" for 2014年1月2日.
 */
function withKnownDateFormats(styles: string): string {
  return styles
    .replace(/numFmtId="(27|28|29|30|31|36|50|51|52|53|54|57|58)"/g, 'numFmtId="14"')
    .replace(/numFmtId="(32|33|34|35|55|56)"/g, 'numFmtId="20"')
}
