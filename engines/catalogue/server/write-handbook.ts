import {
  AlignmentType,
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { Ctx } from '#kernel/context.ts'
import type { FileAnswer, InputOf, OutputOf } from '#kernel/contract/action.ts'
import type { catalogue } from '../module.ts'
import { type ItemVersion, serviceClasses } from '../schema.ts'
import { pledgeSpan, words } from '../words.ts'
import { readHandbook } from './read-handbook.ts'

type Actions = typeof catalogue.actions
type Handbook = OutputOf<Actions['readHandbook']>

const heading = (text: string, level: (typeof HeadingLevel)[keyof typeof HeadingLevel]) =>
  new Paragraph({ text, heading: level, keepNext: true })
const labelled = (label: string, value: string) =>
  new Paragraph({ children: [new TextRun({ text: `${label}：`, bold: true }), new TextRun(value)] })

function row(cells: string[], tableHeader = false): TableRow {
  return new TableRow({
    tableHeader,
    cantSplit: true,
    children: cells.map((text) => new TableCell({ children: [new Paragraph({ text })] })),
  })
}

function itemParts(item: ItemVersion): (Paragraph | Table)[] {
  return [
    heading(item.name.zh, HeadingLevel.HEADING_2),
    labelled('服务内容', item.content.zh),
    labelled('服务等级', item.grade.zh),
    labelled('收费标准', item.charge.zh),
    labelled('服务方式', words.delivery[item.delivery].zh),
    labelled('职能部门', item.managingUnit.name),
    labelled('服务单位', item.providerUnit.name),
    new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      rows: [
        row(['紧急程度', '响应时限', '办结时限'], true),
        ...item.pledges.map(({ urgency, respondMinutes, finishMinutes, calendar }) =>
          row([
            words.urgency[urgency].zh,
            pledgeSpan(respondMinutes, calendar).zh,
            pledgeSpan(finishMinutes, calendar).zh,
          ]),
        ),
      ],
    }),
  ]
}

/** The edition as a document, items by class: 福利性, 保障性 and 经营性 are kept apart. */
async function documentOf(handbook: Handbook): Promise<Buffer> {
  const centred = (text: string, size: number) =>
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { after: 200 },
      children: [new TextRun({ text, size })],
    })
  const classes = serviceClasses.flatMap((serviceClass) => {
    const items = handbook.items.filter((item) => item.serviceClass === serviceClass)
    if (items.length === 0) return []
    return [
      heading(`${words.serviceClass[serviceClass].zh}服务`, HeadingLevel.HEADING_1),
      ...items.flatMap(itemParts),
    ]
  })
  const file = new Document({
    title: handbook.title.zh,
    creator: handbook.bureauName,
    styles: {
      default: {
        document: {
          run: { font: { ascii: 'Times New Roman', eastAsia: '仿宋' }, size: 28 },
          paragraph: { spacing: { line: 360 } },
        },
      },
    },
    sections: [
      {
        children: [
          centred(handbook.title.zh, 44),
          centred(`${handbook.bureauName}　第${handbook.edition}版`, 28),
          ...handbook.foreword.split('\n').map((text) => new Paragraph({ text, indent: { firstLine: 560 } })),
          ...classes,
        ],
      },
    ],
  })
  return Packer.toBuffer(file)
}

/** The handbook as a document people can edit and print. @throws Problem 404 */
export async function writeHandbook(ctx: Ctx, input: InputOf<Actions['writeHandbook']>): Promise<FileAnswer> {
  const handbook = await readHandbook(ctx, input)
  return {
    bytes: await documentOf(handbook),
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    fileName: `${handbook.title.zh}（第${handbook.edition}版）.docx`,
  }
}
