import { Type } from 'typebox'
import { Done, download, Id, Prose, read, write } from '#kernel/contract/action.ts'
import { text } from '#kernel/contract/text.ts'
import { HandbookView, NoticeRow } from './schema.ts'

const Format = Type.Optional(Type.Union([Type.Literal('xlsx'), Type.Literal('csv')]))

/** What people do with the printed catalogue. A file of their own: a card of the first screen asks for it. */
export const handbookActions = {
  readHandbook: read({
    path: '/catalogue/handbook',
    permission: 'signed-in',
    input: Type.Object({ edition: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })) }),
    output: HandbookView,
    summary: text('服务手册', 'Service handbook'),
  }),
  writeHandbook: download({
    path: '/catalogue/handbook/document',
    permission: 'signed-in',
    input: Type.Object({ edition: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })) }),
    summary: text('服务手册（Word）', 'Service handbook as a document'),
  }),
  compileHandbook: write({
    path: '/catalogue/handbooks',
    permission: 'catalogue.write',
    input: Type.Object({ foreword: Type.Optional(Prose) }),
    output: Type.Object({ id: Id, edition: Type.Integer() }),
    summary: text('编制新一版手册并推送各单位', 'Compile a new edition and push it to the units'),
  }),
  openHandbook: write({
    path: '/catalogue/handbooks/:handbookId/receipt',
    permission: 'signed-in',
    input: Type.Object({ handbookId: Id }),
    output: Done,
    summary: text('已阅手册', 'Note that I have opened the handbook'),
  }),
  listReceipts: read({
    path: '/catalogue/handbooks/:handbookId/receipts',
    permission: 'catalogue.receipts',
    input: Type.Object({ handbookId: Id }),
    output: Type.Object({ items: Type.Array(NoticeRow), opened: Type.Integer(), total: Type.Integer() }),
    summary: text('手册送达情况', 'Which units have opened the handbook'),
  }),
  exportReceipts: download({
    path: '/catalogue/handbooks/:handbookId/receipts/export',
    permission: 'catalogue.receipts',
    input: Type.Object({ handbookId: Id, format: Format }),
    summary: text('导出手册送达情况', 'Export which units have opened the handbook'),
  }),
}
