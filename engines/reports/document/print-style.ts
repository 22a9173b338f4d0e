import { fontStack } from './font-substitution.ts'
import { characterPitchPoints, linePitchTwips, pageMm, points } from './page-layout.ts'

const { top, right, bottom, left, textWidth } = pageMm
const line = `${linePitchTwips / 20}pt`
const letterSpacing = `${(characterPitchPoints - points.body).toFixed(3)}pt`
const indent = `${(characterPitchPoints * 2).toFixed(2)}pt`

/** The page of GB/T 9704-2012 in CSS, black on white. Page numbers appear in browsers that know margin boxes. */
export const printStyle = `
@page { size: A4; margin: ${top}mm ${right}mm ${bottom}mm ${left}mm }
@page :right { @bottom-right { content: "— " counter(page) " —"; ${pageNumber('right')} } }
@page :left { @bottom-left { content: "— " counter(page) " —"; ${pageNumber('left')} } }
* { box-sizing: border-box }
html { color: #000; background: #fff }
body { margin: 0; font: ${points.body}pt/${line} ${fontStack('body')}; letter-spacing: ${letterSpacing};
  text-align: justify; overflow-wrap: anywhere; orphans: 2; widows: 2 }
main { width: ${textWidth}mm; margin: 0 auto }
@media screen { main { padding: ${top}mm 0 ${bottom}mm } }
@media screen and (max-width: ${textWidth}mm) { main { width: auto; padding: 16px } }
p, h1, h2, h3, h4, h5 { margin: 0; font-size: inherit; font-weight: normal; line-height: inherit }
.body, h2, h3, h4, h5, .note { text-indent: ${indent} }
h1 { font: ${points.title}pt/35pt ${fontStack('title')}; letter-spacing: 0; text-align: center; margin-bottom: ${line};
  text-wrap: balance; white-space: pre-line }
h2 { font-family: ${fontStack('hei')} }
h3, .subtitle { font-family: ${fontStack('kai')} }
h4 { font-weight: bold }
h2, h3, h4, h5, caption, figure { break-after: avoid }
.issuer { font: 40pt/50pt ${fontStack('title')}; text-align: center; padding: 20mm 0 ${line} }
.number, .subtitle { text-align: center }
.rule { border-bottom: 1.5pt solid #000; padding-bottom: 4mm; margin-bottom: 2em }
.addressee { text-align: left }
.unit { white-space: nowrap }
table { width: 100%; border-collapse: collapse; font-size: ${points.table}pt; line-height: 20pt; letter-spacing: 0;
  margin: 0 0 ${points.table}pt }
th, td { border: .5pt solid #000; padding: 1.5pt 4pt }
th { font-weight: normal; font-family: ${fontStack('hei')}; text-align: center }
thead { display: table-header-group }
tr, figure { break-inside: avoid }
.left { text-align: left } .center { text-align: center } .right { text-align: right }
caption, figcaption { font: ${points.table}pt/${line} ${fontStack('hei')}; letter-spacing: 0; text-align: center }
figure { margin: 6pt 0; text-align: center }
img { max-width: 100%; max-height: ${Math.round(pageMm.textHeight * 0.7)}mm }
.attachments { margin: ${line} 0 0; padding-left: ${indent}; display: flex }
.attachments ol, .attachments p { margin: 0; padding: 0; list-style-position: inside }
.signature { margin: ${line} 0 0 auto; width: fit-content; padding-right: ${indent}; text-align: center; break-inside: avoid }
.note { font-size: ${points.small}pt; line-height: 24pt }
.fonts { font-size: ${points.fine}pt; line-height: 17pt }
.imprint { margin-top: ${line}; border: solid #000; border-width: 1pt 0; font-size: ${points.small}pt; line-height: 24pt;
  letter-spacing: 0; break-inside: avoid }
.imprint p { padding: 0 1em; display: flex; justify-content: space-between }
.imprint p + p { border-top: .7pt solid #000 }
`

function pageNumber(side: 'left' | 'right'): string {
  return `font: ${points.small}pt ${fontStack('song')}; padding-${side}: 1em; vertical-align: top; padding-top: 4.5mm`
}
