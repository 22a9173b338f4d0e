import { Type } from 'typebox'
import { download, Id, read } from '#kernel/contract/action.ts'
import { text } from '#kernel/contract/text.ts'
import { BorrowedSource } from './borrowing-schema.ts'
import { FormFinding } from './form/finding.ts'

const search = Type.Optional(Type.String({ maxLength: 50 }))

/** Where wording comes from, and whether its form is right. */
export const borrowingActions = {
  listBorrowed: read({
    path: '/standards/borrowed',
    permission: 'signed-in',
    input: Type.Object({ search }),
    output: Type.Object({ items: Type.Array(BorrowedSource) }),
    summary: text('按来源列出借鉴的条款', 'Borrowed clauses by source'),
  }),
  exportBorrowed: download({
    path: '/standards/borrowed/export',
    permission: 'signed-in',
    input: Type.Object({
      search,
      format: Type.Optional(Type.Union([Type.Literal('xlsx'), Type.Literal('csv')])),
    }),
    summary: text('导出借鉴来源', 'Export borrowed clauses'),
  }),
  readFormContext: read({
    path: '/standards/form-context',
    permission: 'standards.write',
    input: Type.Object({ documentId: Type.Optional(Id) }),
    output: Type.Object({
      titlesElsewhere: Type.Array(Type.String()),
      withdrawn: Type.Array(Type.String()),
    }),
    summary: text('检查体例所需的其他标准名称和编号', 'Titles and codes the check of form needs'),
  }),
  checkDraft: read({
    path: '/standards/versions/:versionId/form',
    permission: 'standards.write',
    input: Type.Object({ versionId: Id }),
    output: Type.Object({ findings: Type.Array(FormFinding), mayIssue: Type.Boolean() }),
    summary: text('检查一个版本的体例、格式和用语', 'Check the form of a version'),
  }),
}
