import { strFromU8, type Unzipped, unzipSync } from 'fflate'

const MARKS: readonly (readonly [RegExp, string])[] = [
  [/^<\?xml|^<workbook/i, 'XML'],
  [/^<(!doctype|html|head|meta|style|table|body|div|!--)/i, 'HTML'],
  [/^mime-version:/i, 'MHTML'],
  [/^\{\\rtf/i, 'RTF'],
]
const OTHER_BOOKS: readonly (readonly [part: string, format: string])[] = [
  ['xl/workbook.bin', 'XLSB'],
  ['word/document.xml', 'Word'],
  ['ppt/presentation.xml', 'PowerPoint'],
  ['Index/Document.iwa', 'Numbers'],
]

/**
 * What a file that is no CSV or XLSX calls itself by its content: programs export web pages and name them `.xls`.
 * @returns a name people know, or undefined when nothing speaks against a sheet
 */
export function nameFormat(bytes: Buffer): string | undefined {
  if (bytes.subarray(0, 4).toString('latin1') === 'PK\x03\x04') return nameArchive(bytes)
  const head = bytes.subarray(0, 512).toString('latin1')
  const text = head
    .replace(/^(\xEF\xBB\xBF|\xFF\xFE|\xFE\xFF)/, '')
    .replaceAll('\0', '')
    .trimStart()
  return MARKS.find(([mark]) => mark.test(text))?.[1]
}

function nameArchive(bytes: Buffer): string | undefined {
  const names = new Set<string>()
  let parts: Unzipped
  try {
    parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        names.add(name)
        return name === 'mimetype' && originalSize < 200
      },
    })
  } catch {
    // A broken archive is judged, and named so, by whoever unpacks it.
    return undefined
  }
  const kind = parts.mimetype && strFromU8(parts.mimetype)
  if (kind?.includes('opendocument')) return 'OpenDocument'
  return OTHER_BOOKS.find(([part]) => names.has(part))?.[1]
}
