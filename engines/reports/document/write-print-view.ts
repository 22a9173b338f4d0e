import { fontNote } from './font-substitution.ts'
import { cutAtUnits } from './keep-units.ts'
import { type NumberedBlock, numberHeadings } from './number-headings.ts'
import {
  chineseDate,
  disclosureFields,
  hexagonalBrackets,
  type ImageBlock,
  type Imprint,
  type OfficialDocument,
  type TableBlock,
} from './official-document.ts'
import { issuerPoints } from './page-layout.ts'
import { printStyle } from './print-style.ts'

/**
 * The document as one HTML page for the printer: complete, without a script, and asking the network for nothing. The
 * same order and fonts as the .docx, in black and white.
 */
export function writePrintView(document: OfficialDocument): string {
  return (
    `<!doctype html>\n<html lang="zh-CN"><head><meta charset="utf-8">` +
    '<meta name="viewport" content="width=device-width,initial-scale=1">' +
    `<title>${escapeHtml(document.title.replaceAll('\n', ''))}</title><style>${printStyle}</style></head>` +
    `<body><main>${opening(document)}${numberHeadings(document.blocks).map(block).join('')}` +
    `${closing(document)}</main></body></html>\n`
  )
}

function opening({
  disclosure,
  redHeader,
  issuer,
  documentNumber,
  title,
  subtitle,
  addressee,
}: OfficialDocument): string {
  const number = documentNumber ? escapeHtml(hexagonalBrackets(documentNumber)) : ''
  return [
    disclosure ? disclosureTable(disclosureFields(disclosure)) : '',
    redHeader ? `${issuerLine(`${issuer}文件`)}<p class="number rule">${number}</p>` : '',
    `<h1>${escapeHtml(title)}</h1>`,
    subtitle ? `<p class="subtitle">${escapeHtml(subtitle)}</p>` : '',
    number && !redHeader ? `<p class="number">${number}</p>` : '',
    addressee ? `<p class="addressee">${escapeHtml(addressee.replace(/[:：]$/, ''))}：</p>` : '',
  ].join('')
}

function issuerLine(name: string): string {
  return `<p class="issuer" style="font-size:${issuerPoints(name)}pt">${escapeHtml(name)}</p>`
}

function disclosureTable(fields: [string, string][]): string {
  const cells = fields.map(([label, value]) => `<th scope="row">${label}</th><td>${escapeHtml(value)}</td>`)
  const rows = [0, 2, 4, 6].map((at) => `<tr>${cells.slice(at, at + 2).join('')}</tr>`)
  return `<table>${rows.join('')}</table>`
}

function block(content: NumberedBlock): string {
  switch (content.kind) {
    case 'heading': {
      const tag = `h${content.level + 1}`
      return `<${tag}>${content.label}${prose(content.text)}</${tag}>`
    }
    case 'paragraph': {
      const runs = content.runs.map((run) => {
        if (typeof run === 'string') return prose(run)
        return run.bold ? `<b>${prose(run.text)}</b>` : prose(run.text)
      })
      return `<p class="body">${runs.join('')}</p>`
    }
    case 'table':
      return table(content)
    case 'image':
      return figure(content)
  }
}

function table({ caption, columns, rows }: TableBlock): string {
  const total = columns.reduce((sum, { width = 1 }) => sum + width, 0)
  const widths = columns.map(({ width = 1 }) => `<col style="width:${((100 * width) / total).toFixed(1)}%">`)
  const heads = columns.map(({ heading }) => `<th scope="col">${escapeHtml(heading)}</th>`)
  const lines = rows.map((row) => {
    const cells = columns.map(
      ({ align = 'left' }, at) => `<td class="${align}">${escapeHtml(row[at] ?? '')}</td>`,
    )
    return `<tr>${cells.join('')}</tr>`
  })
  return (
    `<table>${caption ? `<caption>${escapeHtml(caption)}</caption>` : ''}<colgroup>${widths.join('')}</colgroup>` +
    `<thead><tr>${heads.join('')}</tr></thead><tbody>${lines.join('')}</tbody></table>`
  )
}

function figure({ png, width, height, caption = '' }: ImageBlock): string {
  const source = `data:image/png;base64,${Buffer.from(png).toString('base64')}`
  const image = `<img src="${source}" width="${Math.round(width)}" height="${Math.round(height)}" alt="${escapeHtml(caption)}">`
  return `<figure>${image}${caption ? `<figcaption>${escapeHtml(caption)}</figcaption>` : ''}</figure>`
}

function closing({ attachments = [], signature, date, notes = [], imprint }: OfficialDocument): string {
  const names = attachments.map((name) => prose(name.replace(/[。；;.]$/, '')))
  const list =
    names.length > 1 ? `<ol>${names.map((name) => `<li>${name}</li>`).join('')}</ol>` : `<p>${names[0]}</p>`
  return [
    names.length > 0 ? `<div class="attachments"><span>附件：</span>${list}</div>` : '',
    `<div class="signature"><p>${escapeHtml(signature)}</p><p>${escapeHtml(chineseDate(date))}</p></div>`,
    ...notes.map((note) => `<p class="note">（${prose(note.replace(/^（(.*)）$/, '$1'))}）</p>`),
    `<p class="note fonts">（${escapeHtml(fontNote)}）</p>`,
    imprint ? imprintLines(imprint) : '',
  ].join('')
}

function imprintLines({ copyTo, printedBy, printedOn }: Imprint): string {
  const copies = copyTo ? `<p>抄送：${escapeHtml(copyTo.replace(/。$/, ''))}。</p>` : ''
  const printed = `<p><span>${escapeHtml(printedBy)}</span><span>${chineseDate(printedOn)}印发</span></p>`
  return `<div class="imprint">${copies}${printed}</div>`
}

/** Text in which no line ends between a number and its unit; a line feed breaks the line. */
function prose(text: string): string {
  return cutAtUnits(text)
    .map((piece) =>
      piece.together ? `<span class="unit">${escapeHtml(piece.text)}</span>` : escapeHtml(piece.text),
    )
    .join('')
    .replaceAll('\n', '<br>')
}

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => ESCAPES[char] ?? char)
}
