import { Type } from 'typebox'
import { MetricId } from '#engines/metrics/schema.ts'
import {
  Day,
  Done,
  download,
  Id,
  Line,
  Nullable,
  PageOf,
  paging,
  read,
  write,
} from '#kernel/contract/action.ts'
import { text } from '#kernel/contract/text.ts'
import {
  BenchmarkRow,
  Blocks,
  ComparisonRow,
  Difference,
  disclosureInput,
  Finding,
  ReportDetail,
  ReportKind,
  ReportRow,
  Section,
  SectionRole,
  Suggestion,
} from './schema.ts'

const format = Type.Optional(Type.Union([Type.Literal('xlsx'), Type.Literal('csv')]))
const reportId = { reportId: Id }
const reason = Type.String({ minLength: 2, maxLength: 500 })
const version = Type.Integer({ minimum: 1 })
const filters = {
  kind: Type.Optional(ReportKind),
  state: Type.Optional(Type.Enum(['DRAFT', 'REVIEW', 'FROZEN', 'PUBLISHED', 'VOIDED'])),
  year: Type.Optional(Type.Integer({ minimum: 1949, maximum: 2200 })),
}

/** Writing and signing a document. */
export const reportActions = {
  listReports: read({
    path: '/reports',
    permission: 'reports.read',
    input: Type.Object({ ...paging, ...filters }),
    output: PageOf(ReportRow),
    summary: text('总结与简报', 'Summaries and briefs'),
  }),
  exportReports: download({
    path: '/reports/export',
    permission: 'reports.read',
    input: Type.Object({ ...filters, format }),
    summary: text('导出报告清单', 'Export the list of reports'),
  }),
  readReport: read({
    path: '/reports/:reportId',
    permission: 'reports.read',
    input: Type.Object(reportId),
    output: ReportDetail,
    summary: text('一份报告及其数据', 'A report with its figures'),
  }),
  createReport: write({
    path: '/reports',
    permission: 'reports.write',
    input: Type.Object({
      kind: ReportKind,
      year: Type.Integer({ minimum: 1949, maximum: 2200 }),
      half: Type.Optional(Type.Union([Type.Literal(1), Type.Literal(2)])),
      month: Type.Optional(Type.Integer({ minimum: 1, maximum: 12 })),
      /** 截至: the period's last day, or today while it runs, when absent. */
      cutoffOn: Type.Optional(Day),
      title: Type.Optional(Line),
    }),
    output: ReportDetail,
    summary: text('生成一份报告的初稿', 'Write the first draft of a report from the figures'),
  }),
  changeReport: write({
    method: 'PATCH',
    path: '/reports/:reportId',
    permission: 'reports.write',
    input: Type.Object({
      ...reportId,
      version,
      title: Type.Optional(Line),
      addressee: Type.Optional(Nullable(Line)),
      ...disclosureInput,
    }),
    output: ReportDetail,
    summary: text('修改标题和公开要素', 'Change title and disclosure fields'),
  }),
  addSection: write({
    path: '/reports/:reportId/sections',
    permission: 'reports.write',
    input: Type.Object({
      ...reportId,
      heading: Type.String({ minLength: 1, maxLength: 100 }),
      role: Type.Optional(SectionRole),
    }),
    output: Section,
    summary: text('增加一个部分', 'Add a section'),
  }),
  saveSection: write({
    method: 'PUT',
    path: '/reports/:reportId/sections/:sectionId',
    permission: 'reports.write',
    input: Type.Object({
      ...reportId,
      sectionId: Id,
      version,
      heading: Type.String({ minLength: 1, maxLength: 100 }),
      blocks: Blocks,
    }),
    output: Section,
    summary: text('保存一个部分', 'Save a section'),
  }),
  removeSection: write({
    method: 'DELETE',
    path: '/reports/:reportId/sections/:sectionId',
    permission: 'reports.write',
    input: Type.Object({ ...reportId, sectionId: Id }),
    output: Done,
    summary: text('删除一个部分', 'Remove a section'),
  }),
  submitReport: write({
    path: '/reports/:reportId/submission',
    permission: 'reports.write',
    input: Type.Object(reportId),
    output: ReportDetail,
    summary: text('送审', 'Submit for review'),
  }),
  returnReport: write({
    path: '/reports/:reportId/return',
    permission: 'reports.write',
    input: Type.Object({ ...reportId, reason }),
    output: ReportDetail,
    summary: text('退回修改', 'Return to the writers'),
  }),
  freezeReport: write({
    path: '/reports/:reportId/freeze',
    permission: 'reports.freeze',
    input: Type.Object(reportId),
    output: ReportDetail,
    summary: text('定稿：数据从此不变', 'Freeze: the figures stay as they are'),
  }),
  publishReport: write({
    path: '/reports/:reportId/publication',
    permission: 'reports.publish',
    input: Type.Object({ ...reportId, ...disclosureInput }),
    output: ReportDetail,
    summary: text('发布', 'Publish'),
  }),
  voidReport: write({
    path: '/reports/:reportId/voidance',
    permission: 'reports.publish',
    input: Type.Object({ ...reportId, reason }),
    output: ReportDetail,
    summary: text('作废', 'Void'),
  }),
  checkReport: read({
    path: '/reports/:reportId/findings',
    permission: 'reports.read',
    input: Type.Object(reportId),
    output: Type.Object({ items: Type.Array(Finding) }),
    summary: text('定稿前检查', 'What to put right before the freeze'),
  }),
  listSuggestions: read({
    path: '/reports/:reportId/suggestions',
    permission: 'reports.read',
    input: Type.Object(reportId),
    output: Type.Object({ items: Type.Array(Suggestion) }),
    summary: text('存在问题与下一步计划的建议', 'Suggested problems and plans'),
  }),
  acceptSuggestion: write({
    path: '/reports/:reportId/suggestions',
    permission: 'reports.write',
    input: Type.Object({ ...reportId, key: Type.String({ minLength: 1, maxLength: 300 }) }),
    output: ReportDetail,
    summary: text('采纳一条建议', 'Take a suggestion into the text'),
  }),
  listDifferences: read({
    path: '/reports/:reportId/differences',
    permission: 'reports.read',
    input: Type.Object(reportId),
    output: Type.Object({ checked: Type.Integer(), items: Type.Array(Difference) }),
    summary: text('定稿以后数据的变化', 'What changed in the data after the freeze'),
  }),
  exportDocument: download({
    path: '/reports/:reportId/document',
    permission: 'reports.read',
    input: Type.Object(reportId),
    summary: text('导出公文（docx）', 'Export as an official document (docx)'),
  }),
  exportFigures: download({
    path: '/reports/:reportId/figures/export',
    permission: 'reports.read',
    input: Type.Object({ ...reportId, format }),
    summary: text('导出数据及口径', 'Export the figures with their definitions'),
  }),
  printReport: download({
    path: '/reports/:reportId/print',
    permission: 'reports.read',
    input: Type.Object(reportId),
    summary: text('打印', 'Print view'),
  }),
}

/** Comparing with others, who have a source and a date. */
export const comparisonActions = {
  compareFigure: read({
    path: '/metrics/:metricId/comparison',
    permission: 'reports.read',
    input: Type.Object({
      metricId: MetricId,
      from: Type.Optional(Day),
      to: Type.Optional(Day),
      units: Type.Optional(Type.Boolean()),
    }),
    output: Type.Object({ items: Type.Array(ComparisonRow) }),
    summary: text('与往期、各单位和同行比较', 'Compare with periods, units and peers'),
  }),
  listBenchmarks: read({
    path: '/benchmarks',
    permission: 'reports.read',
    input: Type.Object({ ...paging, metric: Type.Optional(MetricId) }),
    output: PageOf(BenchmarkRow),
    summary: text('同行数据', 'Peers’ figures'),
  }),
  exportBenchmarks: download({
    path: '/benchmarks/export',
    permission: 'reports.read',
    input: Type.Object({ metric: Type.Optional(MetricId), format }),
    summary: text('导出同行数据', 'Export peers’ figures'),
  }),
  addBenchmark: write({
    path: '/benchmarks',
    permission: 'reports.write',
    input: Type.Object({
      metric: MetricId,
      peer: Type.String({ minLength: 1, maxLength: 100 }),
      value: Type.Number({ minimum: -1e12, maximum: 1e12 }),
      rawText: Type.Optional(Type.String({ maxLength: 100 })),
      source: Type.String({ minLength: 1, maxLength: 300 }),
      sourceOn: Day,
      note: Type.Optional(Type.String({ maxLength: 300 })),
    }),
    output: Type.Object({ id: Id }),
    summary: text('登记同行数据', 'Add a peer’s figure'),
  }),
  voidBenchmark: write({
    path: '/benchmarks/:benchmarkId/voidance',
    permission: 'reports.write',
    input: Type.Object({ benchmarkId: Id, reason }),
    output: Done,
    summary: text('作废同行数据', 'Void a peer’s figure'),
  }),
}
