import {
  AlignmentType,
  ImportedXmlComponent,
  type IParagraphStyleOptions,
  type IStylesOptions,
  LineRuleType,
} from 'docx'
import { type FontRole, fonts, LATIN_FONT } from './font-substitution.ts'
import { characterSpacingTwips, charactersInTwips, linePitchTwips, points } from './page-layout.ts'

/** The names under which the parts of a document find their look. */
export type StyleId =
  | 'IssuerLine'
  | 'DocumentNumber'
  | 'DocumentTitle'
  | 'Subtitle'
  | 'Addressee'
  | 'BodyText'
  | 'Heading1'
  | 'Heading2'
  | 'Heading3'
  | 'Heading4'
  | 'Figure'
  | 'Caption'
  | 'TableHeading'
  | 'TableText'
  | 'Signature'
  | 'Note'
  | 'FontNote'
  | 'Imprint'
  | 'PageNumber'

const exactly = (twips: number) => ({ line: twips, lineRule: LineRuleType.EXACT, before: 0, after: 0 })
const firstLine = { firstLine: charactersInTwips(2), firstLineChars: 200 }

/**
 * Digits and letters in Times New Roman, as offices do [C]: the Fangsong and Kai faces draw them poorly, and every
 * computer has it or a face of the same widths. Page numbers stay in 宋体, which the standard names for them.
 */
export function fontOf(role: FontRole) {
  const { name } = fonts[role]
  const latin = role === 'song' ? name : LATIN_FONT
  return { ascii: latin, hAnsi: latin, eastAsia: name, cs: latin }
}

function style(
  id: StyleId,
  name: string,
  role: FontRole,
  size: number,
  paragraph: IParagraphStyleOptions['paragraph'] = {},
  run: IParagraphStyleOptions['run'] = {},
): IParagraphStyleOptions {
  return {
    id,
    name,
    basedOn: 'Normal',
    quickFormat: true,
    paragraph,
    run: {
      font: fontOf(role),
      size: size * 2,
      characterSpacing: size === points.body ? characterSpacingTwips : 0,
      ...run,
    },
  }
}

const heading = (level: 1 | 2 | 3 | 4, role: FontRole, bold: boolean): IParagraphStyleOptions => ({
  ...style(
    `Heading${level}`,
    `heading ${level}`,
    role,
    points.body,
    { indent: firstLine, keepNext: true, outlineLevel: level - 1 },
    { bold },
  ),
  next: 'BodyText',
})

/** 黑体, 楷体, 仿宋, 仿宋 for the four levels of heading, 小标宋 for the title, 仿宋 for everything else [C]. */
export const documentStyles: IStylesOptions = {
  importedStyles: [
    ImportedXmlComponent.fromXmlString(defaultsXml()),
    ImportedXmlComponent.fromXmlString(normalXml()),
  ],
  paragraphStyles: [
    style(
      'IssuerLine',
      '发文机关标志',
      'title',
      40,
      {
        alignment: AlignmentType.CENTER,
        spacing: { ...exactly(1000), before: 1400 },
      },
      { color: 'FF0000' },
    ),
    style('DocumentNumber', '发文字号', 'body', points.body, { alignment: AlignmentType.CENTER }),
    style('DocumentTitle', '公文标题', 'title', points.title, {
      alignment: AlignmentType.CENTER,
      spacing: exactly(700),
      keepNext: true,
    }),
    style('Subtitle', '副标题', 'kai', points.body, { alignment: AlignmentType.CENTER, keepNext: true }),
    style('Addressee', '主送机关', 'body', points.body),
    style('BodyText', '公文正文', 'body', points.body, { indent: firstLine }),
    heading(1, 'hei', false),
    heading(2, 'kai', false),
    heading(3, 'body', true),
    heading(4, 'body', false),
    style('Figure', '图', 'body', points.body, {
      alignment: AlignmentType.CENTER,
      keepNext: true,
      // An exact line would show only the foot of a picture.
      spacing: { line: 240, lineRule: LineRuleType.AUTO, before: 120, after: 60 },
    }),
    style('Caption', '图表题', 'hei', points.table, {
      alignment: AlignmentType.CENTER,
      spacing: { ...exactly(linePitchTwips), before: 60, after: 60 },
    }),
    style('TableHeading', '表头', 'hei', points.table, {
      alignment: AlignmentType.CENTER,
      spacing: exactly(400),
    }),
    style('TableText', '表文', 'body', points.table, { spacing: exactly(400) }),
    style('Signature', '署名', 'body', points.body, { alignment: AlignmentType.RIGHT, keepLines: true }),
    style('Note', '附注', 'body', points.small, { indent: firstLine, spacing: exactly(480) }),
    style('FontNote', '字体说明', 'body', points.fine, { indent: firstLine, spacing: exactly(340) }),
    style('Imprint', '版记', 'body', points.small, { spacing: exactly(480) }),
    style('PageNumber', '页码', 'song', points.small, { spacing: exactly(360) }),
  ],
}

/** In XML because the library can neither mark a style as the default one nor write `snapToGrid`. */
function normalXml(): string {
  return (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr>' +
    // The quarter space that word processors put beside digits would push lines out of their 28 characters.
    '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>' +
    // The page's grid says 22 lines, but every style says its own exact line: LibreOffice would round each up to a
    // whole line of the grid, and so set tables and titles twice as wide apart as Word does.
    `<w:snapToGrid w:val="0"/><w:spacing w:before="0" w:after="0" w:line="${linePitchTwips}" w:lineRule="exact"/>` +
    `<w:jc w:val="both"/></w:pPr><w:rPr><w:spacing w:val="${characterSpacingTwips}"/></w:rPr></w:style>`
  )
}

function defaultsXml(): string {
  const { ascii, hAnsi, eastAsia, cs } = fontOf('body')
  return (
    '<w:docDefaults><w:rPrDefault><w:rPr>' +
    `<w:rFonts w:ascii="${ascii}" w:eastAsia="${eastAsia}" w:hAnsi="${hAnsi}" w:cs="${cs}"/>` +
    `<w:sz w:val="${points.body * 2}"/><w:szCs w:val="${points.body * 2}"/>` +
    '<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>'
  )
}
