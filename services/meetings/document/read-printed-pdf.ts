import { inflateSync } from 'node:zlib'

/** What a test wants to know of a PDF of ours. */
export interface PrintedPdf {
  /** What stands on each page, in the order drawn, by the fonts' own ToUnicode tables: what a reader copies out. */
  pages: string[]
  /** Fonts whose file is inside; and those named without one. */
  embedded: string[]
  missing: string[]
  /** Width and height of each page, mm. */
  sizes: [number, number][]
}

/** Reads back what `printPdf` wrote. Knows only such files: for those of others a real parser is needed. */
export function readPrintedPdf(pdf: Buffer): PrintedPdf {
  const objects = readObjects(pdf)
  const of = (pattern: RegExp) => [...objects.values()].filter(({ head }) => pattern.test(head))
  const descriptors = of(/\/Type \/FontDescriptor/).map(({ head }) => ({
    name: /\/FontName \/(\S+)/.exec(head)?.[1] ?? '',
    hasFile: /\/FontFile\d? \d+ 0 R/.test(head),
  }))
  const pages = of(/\/Type \/Page\b(?!s)/)
  const named = (hasFile: boolean) =>
    descriptors.filter((one) => one.hasFile === hasFile).map(({ name }) => name)
  return {
    pages: pages.map(({ head }) => {
      const resources = objects.get(reference(head, 'Resources'))?.head ?? head
      const unicode = new Map(
        [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name, id]) => {
          const font = objects.get(Number(id))!
          return [name!, readToUnicode(objects.get(reference(font.head, 'ToUnicode'))!.body)]
        }),
      )
      return readText(objects.get(reference(head, 'Contents'))!.body, unicode)
    }),
    embedded: named(true),
    missing: named(false),
    sizes: pages.map(({ head }) => {
      const [, , width, height] = /\/MediaBox \[([^\]]*)\]/.exec(head)![1]!.trim().split(' ').map(Number)
      return [Math.round((width! * 25.4) / 72), Math.round((height! * 25.4) / 72)]
    }),
  }
}

interface PdfObject {
  head: string
  body: string
}

function readObjects(pdf: Buffer): Map<number, PdfObject> {
  const text = pdf.toString('latin1')
  const objects = new Map<number, PdfObject>()
  for (const match of text.matchAll(/(?:^|\n)(\d+) 0 obj\n/g)) {
    const start = match.index + match[0].length
    const stream = text.indexOf('stream\n', start)
    const end = text.indexOf('endobj', start)
    const hasStream = stream >= 0 && stream < end
    const head = text.slice(start, hasStream ? stream : end)
    const length = Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0)
    const raw = pdf.subarray(stream + 7, stream + 7 + length)
    const body = hasStream ? (head.includes('/FlateDecode') ? inflateSync(raw) : raw).toString('latin1') : ''
    objects.set(Number(match[1]), { head, body })
  }
  return objects
}

const reference = (head: string, key: string) =>
  Number(new RegExp(`/${key} (\\d+) 0 R`).exec(head)?.[1] ?? -1)

/** Glyph → characters. The library writes ranges with a list: `<0000> <00ff> [<5f20> …]`. */
function readToUnicode(cmap: string): Map<number, string> {
  const unicode = new Map<number, string>()
  for (const [, from, list] of cmap.matchAll(/<([0-9a-f]+)> <[0-9a-f]+> \[([^\]]*)\]/gi))
    for (const [at, [, hex]] of [...list!.matchAll(/<([0-9a-f ]*)>/gi)].entries())
      unicode.set(
        Number.parseInt(from!, 16) + at,
        Buffer.from(hex!.replaceAll(' ', ''), 'hex').swap16().toString('utf16le'),
      )
  return unicode
}

function readText(content: string, unicode: Map<string, Map<number, string>>): string {
  let font: Map<number, string> | undefined
  let text = ''
  for (const [, name, hexes, end] of content.matchAll(
    /\/(F\d+) [\d.]+ Tf|\[((?:<[0-9a-f]*>|[\d.\s-])*)\] TJ|(ET)/gi,
  )) {
    if (name) font = unicode.get(name)
    if (end) text += '\n'
    for (const [, hex] of (hexes ?? '').matchAll(/<([0-9a-f]*)>/gi))
      for (const [glyph] of hex!.matchAll(/.{4}/g)) text += font?.get(Number.parseInt(glyph, 16)) ?? '\uFFFD'
  }
  return text
}
