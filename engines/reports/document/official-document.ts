/**
 * An official document (公文) as data; its parts and their order are those of GB/T 9704-2012. The written forms are
 * `writeOfficialDocument` (.docx) and `writePrintView` (HTML).
 */
export type OfficialDocument = {
  /** 发文机关 */
  issuer: string
  /** 发文字号, such as 后勤〔2014〕12号; other brackets around the year become the hexagonal ones. */
  documentNumber?: string
  /** A line feed breaks the line where a person wants it broken. */
  title: string
  subtitle?: string
  /** 主送机关 */
  addressee?: string
  blocks: readonly Block[]
  /** 发文机关署名 */
  signature: string
  /** 成文日期, 'YYYY-MM-DD' */
  date: string
  /** Names of what is attached (附件说明). */
  attachments?: readonly string[]
  /** 附注: printed in brackets below the date. */
  notes?: readonly string[]
  imprint?: Imprint
  disclosure?: Disclosure
  /** The red issuer line and rule. Off for what is no formal dispatch, such as a summary. */
  redHeader?: boolean
}

export type Block = HeadingBlock | ParagraphBlock | TableBlock | ImageBlock

/** Numbered by level and place: 一、 （一） 1. （1） */
export type HeadingBlock = { kind: 'heading'; level: 1 | 2 | 3 | 4; text: string }
export type Run = string | { text: string; bold?: boolean }
export type ParagraphBlock = { kind: 'paragraph'; runs: readonly Run[] }

/** `width` is a share of the whole: 2 is twice as wide as 1, which is the default. */
export type TableColumn = { heading: string; width?: number; align?: 'left' | 'center' | 'right' }
export type TableBlock = {
  kind: 'table'
  caption?: string
  columns: readonly TableColumn[]
  rows: readonly (readonly string[])[]
}

/** `width` and `height` in pixels give the shape; a wide picture is made to fit the text area. */
export type ImageBlock = {
  kind: 'image'
  png: Uint8Array
  width: number
  height: number
  caption?: string
}

/** 版记: 抄送机关, 印发机关, 印发日期 'YYYY-MM-DD' */
export type Imprint = { copyTo?: string; printedBy: string; printedOn: string }

/** The eight fields of 政府信息公开; dates are 'YYYY-MM-DD'. */
export type Disclosure = {
  /** 索引号 */
  indexNumber: string
  /** 分类 */
  category: string
  /** 发布机构 */
  publisher: string
  /** 成文日期 */
  writtenOn: string
  /** 名称 */
  name: string
  /** 文号 */
  documentNumber: string
  /** 发布日期 */
  publishedOn: string
  /** 主题词 */
  keywords: string
}

/** The eight fields with their labels, in the order and pairs in which public notices show them. */
export function disclosureFields(disclosure: Disclosure): [label: string, value: string][] {
  return [
    ['索引号', disclosure.indexNumber],
    ['分类', disclosure.category],
    ['发布机构', disclosure.publisher],
    ['成文日期', chineseDate(disclosure.writtenOn)],
    ['名称', disclosure.name],
    ['文号', hexagonalBrackets(disclosure.documentNumber)],
    ['发布日期', chineseDate(disclosure.publishedOn)],
    ['主题词', disclosure.keywords],
  ]
}

/** '2014-12-02' → '2014年12月2日': Arabic digits, months and days without leading zeros (GB/T 9704-2012). */
export function chineseDate(date: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date)
  return match ? `${match[1]}年${Number(match[2])}月${Number(match[3])}日` : date
}

/** Any brackets around the year of a document number become 〔〕. */
export function hexagonalBrackets(documentNumber: string): string {
  return documentNumber.replace(/[[［(（【〔](\d{4})[\]］)）】〕]/g, '〔$1〕')
}
