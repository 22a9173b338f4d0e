import { strFromU8, unzipSync } from 'fflate'

export type ReadParagraph = { style: string | undefined; text: string; inTable: boolean }
export type ReadStyle = {
  eastAsiaFont: string | undefined
  halfPoints: number | undefined
  line: number | undefined
  alignment: string | undefined
}

/** What a test wants to know of a .docx; measures in twips as the file has them. */
export type ReadDocument = {
  paragraphs: ReadParagraph[]
  text: string
  tables: string[][][]
  page: Record<'width' | 'height' | 'top' | 'right' | 'bottom' | 'left' | 'footer', number>
  grid: { type: string | undefined; linePitch: number; charSpace: number }
  styles: Record<string, ReadStyle>
  footers: { type: string | undefined; alignment: string | undefined; text: string }[]
  fonts: Record<string, string[]>
  evenAndOdd: boolean
  images: number
}

/**
 * Reads back what `writeOfficialDocument` wrote, for tests and for comparing a document with its data. Knows only the
 * XML our own writer makes: for the documents of others a real parser is needed.
 */
export function readOfficialDocument(docx: Buffer): ReadDocument {
  const parts = unzipSync(docx)
  const part = (name: string) => (parts[name] ? strFromU8(parts[name]) : '')
  const body = part('word/document.xml')
  const section = body.slice(body.lastIndexOf('<w:sectPr'))
  const measure = (tag: string, name: string) => Number(attribute(element(section, tag), name))
  const paragraphs = readParagraphs(body)
  return {
    paragraphs,
    text: paragraphs.map(({ text }) => text).join('\n'),
    tables: blocks(body, 'w:tbl').map((table) =>
      blocks(table, 'w:tr').map((row) => blocks(row, 'w:tc').map((cell) => textOf(cell))),
    ),
    page: {
      width: measure('w:pgSz', 'w:w'),
      height: measure('w:pgSz', 'w:h'),
      top: measure('w:pgMar', 'w:top'),
      right: measure('w:pgMar', 'w:right'),
      bottom: measure('w:pgMar', 'w:bottom'),
      left: measure('w:pgMar', 'w:left'),
      footer: measure('w:pgMar', 'w:footer'),
    },
    grid: {
      type: attribute(element(section, 'w:docGrid'), 'w:type'),
      linePitch: measure('w:docGrid', 'w:linePitch'),
      charSpace: measure('w:docGrid', 'w:charSpace'),
    },
    styles: readStyles(part('word/styles.xml')),
    footers: readFooters(section, part('word/_rels/document.xml.rels'), part),
    fonts: Object.fromEntries(
      blocks(part('word/fontTable.xml'), 'w:font').map((font) => [
        attribute(font, 'w:name') ?? '',
        attribute(element(font, 'w:altName'), 'w:val')?.split(',') ?? [],
      ]),
    ),
    evenAndOdd: part('word/settings.xml').includes('<w:evenAndOddHeaders'),
    images: Object.keys(parts).filter((name) => name.startsWith('word/media/')).length,
  }
}

function readParagraphs(body: string): ReadParagraph[] {
  const tableSpans = [...body.matchAll(/<w:tbl>[\s\S]*?<\/w:tbl>/g)].map((match) => [
    match.index,
    match.index + match[0].length,
  ])
  return [...body.matchAll(/<w:p>[\s\S]*?<\/w:p>|<w:p\/>/g)].map((match) => ({
    style: attribute(element(match[0], 'w:pStyle'), 'w:val'),
    text: textOf(match[0]),
    inTable: tableSpans.some(([from = 0, to = 0]) => match.index > from && match.index < to),
  }))
}

function readStyles(xml: string): Record<string, ReadStyle> {
  return Object.fromEntries(
    blocks(xml, 'w:style').map((style) => {
      const run = blocks(style, 'w:rPr')[0] ?? ''
      const paragraph = blocks(style, 'w:pPr')[0] ?? ''
      const size = attribute(element(run, 'w:sz'), 'w:val')
      const line = attribute(element(paragraph, 'w:spacing'), 'w:line')
      return [
        attribute(style, 'w:styleId') ?? '',
        {
          eastAsiaFont: attribute(element(run, 'w:rFonts'), 'w:eastAsia'),
          halfPoints: size === undefined ? undefined : Number(size),
          line: line === undefined ? undefined : Number(line),
          alignment: attribute(element(paragraph, 'w:jc'), 'w:val'),
        },
      ]
    }),
  )
}

function readFooters(
  section: string,
  relations: string,
  part: (name: string) => string,
): ReadDocument['footers'] {
  return [...section.matchAll(/<w:footerReference [^>]*>/g)].map(([reference]) => {
    const id = attribute(reference, 'r:id')
    const relation = [...relations.matchAll(/<Relationship [^>]*>/g)].find(
      ([tag]) => attribute(tag, 'Id') === id,
    )
    const footer = part(`word/${relation ? attribute(relation[0], 'Target') : ''}`)
    return {
      type: attribute(reference, 'w:type'),
      alignment: attribute(element(footer, 'w:jc'), 'w:val'),
      text: textOf(footer.replace(/<w:instrText[^>]*>PAGE<\/w:instrText>/g, '<w:t>1</w:t>')),
    }
  })
}

/** Line breaks and tabs as such; the blanks that do not break as ordinary ones, so that texts can be compared. */
function textOf(xml: string): string {
  return [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:(br|tab)\/>/g)]
    .map(([, text, mark]) => text ?? (mark === 'br' ? '\n' : '\t'))
    .join('')
    .replaceAll('\u00A0', ' ')
    .replace(/&(lt|gt|quot|apos|amp);/g, (_, name: keyof typeof ENTITIES) => ENTITIES[name])
}

const ENTITIES = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }

function blocks(xml: string, tag: string): string[] {
  return [...xml.matchAll(new RegExp(`<${tag}(?: [^>]*)?>[\\s\\S]*?</${tag}>`, 'g'))].map(([block]) => block)
}

function element(xml: string, tag: string): string {
  return new RegExp(`<${tag}(?: [^>]*)?/?>`).exec(xml)?.[0] ?? ''
}

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(`^<[^>]*\\s${name}="([^"]*)"`).exec(tag)?.[1]
}
