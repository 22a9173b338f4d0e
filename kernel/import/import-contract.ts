import { Type } from 'typebox'
import { Done, download, Id, Nothing, PageOf, paging, read, TextPair, write } from '../contract/action.ts'
import { text } from '../contract/text.ts'
import { ImportFinding, ImportKindName, ImportReport, ImportRun } from '../schema.ts'

/** Sheets over HTTP: checked and taken in at once, or in the background with progress; the empty ones and what is there. */
export const importContract = {
  listImports: read({
    path: '/imports',
    permission: 'kernel.import',
    input: Nothing,
    output: Type.Object({
      items: Type.Array(
        Type.Object({
          kind: Type.String(),
          title: TextPair,
          headings: Type.Array(Type.Object({ heading: Type.String(), required: Type.Boolean() })),
        }),
      ),
    }),
    summary: text('可导入的表', 'Sheets that can be imported'),
  }),
  importSheet: write({
    path: '/imports/:kind',
    permission: 'kernel.import',
    input: Type.Object({
      kind: ImportKindName,
      mode: Type.Union([Type.Literal('dry-run'), Type.Literal('commit')]),
      partial: Type.Optional(Type.Boolean()),
    }),
    output: ImportReport,
    upload: true,
    summary: text('导入一张表', 'Import a sheet'),
  }),
  startImport: write({
    path: '/imports/:kind/runs',
    permission: 'kernel.import',
    input: Type.Object({
      kind: ImportKindName,
      mode: Type.Union([Type.Literal('dry-run'), Type.Literal('commit')]),
      partial: Type.Optional(Type.Boolean()),
    }),
    output: Type.Object({ id: Id }),
    upload: true,
    summary: text('在后台导入一张表', 'Import a sheet in the background'),
  }),
  listImportRuns: read({
    path: '/imports/runs',
    permission: 'kernel.import',
    input: Nothing,
    output: Type.Object({ items: Type.Array(ImportRun) }),
    summary: text('我最近的导入', 'My latest imports'),
  }),
  readImportRun: read({
    path: '/imports/runs/:runId',
    permission: 'kernel.import',
    input: Type.Object({ runId: Id }),
    output: ImportRun,
    summary: text('一次导入的进度与结果', 'How far an import is, and what came of it'),
  }),
  cancelImport: write({
    path: '/imports/runs/:runId/cancellation',
    permission: 'kernel.import',
    input: Type.Object({ runId: Id }),
    output: Done,
    summary: text('取消导入，什么都不写入', 'Cancel an import; nothing is written'),
  }),
  listImportFindings: read({
    path: '/imports/runs/:runId/findings',
    permission: 'kernel.import',
    input: Type.Object({ runId: Id, ...paging }),
    output: PageOf(ImportFinding),
    summary: text('导入中要改和要留意的地方', 'What an import found to correct or to look at'),
  }),
  exportImportFindings: download({
    path: '/imports/runs/:runId/findings/sheet',
    permission: 'kernel.import',
    input: Type.Object({
      runId: Id,
      format: Type.Optional(Type.Union([Type.Literal('xlsx'), Type.Literal('csv')])),
    }),
    summary: text('导入结果，存为表格', 'What an import found, as a sheet'),
  }),
  importTemplate: download({
    path: '/imports/:kind/template',
    permission: 'kernel.import',
    input: Type.Object({
      kind: ImportKindName,
      format: Type.Optional(Type.Union([Type.Literal('xlsx'), Type.Literal('csv')])),
    }),
    recorded: false,
    summary: text('空表', 'The empty sheet'),
  }),
  exportSheet: download({
    path: '/imports/:kind/current',
    permission: 'kernel.import',
    input: Type.Object({
      kind: ImportKindName,
      format: Type.Optional(Type.Union([Type.Literal('xlsx'), Type.Literal('csv')])),
    }),
    summary: text('现有内容，可再导入', 'What is there now, importable again'),
  }),
}
