import { figureBook } from '#engines/metrics/server/api.ts'
import { implement, type ServerModule } from '#kernel/server-module.ts'
import type { Contribution } from '../contribution.ts'
import { reports } from '../module.ts'
import { acceptSuggestion, listSuggestions } from './accept-suggestion.ts'
import { changeReport } from './change-report.ts'
import { checkReport } from './check-report.ts'
import { compareFigure } from './compare-figure.ts'
import { createReport } from './create-report.ts'
import { fillDemo } from './demo.ts'
import { freezeReport } from './freeze-report.ts'
import { addBenchmark, exportBenchmarks, listBenchmarks, voidBenchmark } from './keep-benchmarks.ts'
import { listDifferences } from './list-differences.ts'
import { exportReports, listReports } from './list-reports.ts'
import { publishReport, returnReport, submitReport, voidReport } from './move-report.ts'
import { readReport } from './read-report.ts'
import { findReport } from './report-rows.ts'
import { addSection, removeSection, saveSection } from './save-section.ts'
import { exportDocument, exportFigures, printReport } from './write-document.ts'

/** Serves documents over the figures of all modules and the sentences some of them contribute. */
export function reportsServer(
  modules: readonly ServerModule[],
  contributions: readonly Contribution[] = [],
): ServerModule {
  const book = figureBook(modules)
  return implement(reports, {
    migrations: new URL('../migrations', import.meta.url).pathname,
    demo: (ctx) => fillDemo(ctx, book, contributions),
    actions: {
      listReports,
      exportReports,
      readReport: (ctx, { reportId }) => readReport(ctx, book, reportId),
      createReport: (ctx, input) => createReport(ctx, book, contributions, input),
      changeReport: (ctx, input) => changeReport(ctx, book, input),
      addSection,
      saveSection: (ctx, input) => saveSection(ctx, book, input),
      removeSection,
      submitReport: (ctx, { reportId }) => submitReport(ctx, book, reportId),
      returnReport: (ctx, input) => returnReport(ctx, book, input),
      freezeReport: (ctx, { reportId }) => freezeReport(ctx, book, reportId),
      publishReport: (ctx, input) => publishReport(ctx, book, input),
      voidReport: (ctx, input) => voidReport(ctx, book, input),
      checkReport: async (ctx, { reportId }) => ({
        items: await checkReport(ctx, book, await findReport(ctx, reportId)),
      }),
      listSuggestions: (ctx, { reportId }) => listSuggestions(ctx, book, contributions, reportId),
      acceptSuggestion: (ctx, input) => acceptSuggestion(ctx, book, contributions, input),
      listDifferences: (ctx, { reportId }) => listDifferences(ctx, book, reportId),
      exportDocument: (ctx, { reportId }) => exportDocument(ctx, book, reportId),
      exportFigures: (ctx, input) => exportFigures(ctx, book, input),
      printReport: (ctx, { reportId }) => printReport(ctx, book, reportId),
      compareFigure: (ctx, input) => compareFigure(ctx, book, input),
      listBenchmarks: (ctx, input) => listBenchmarks(ctx, book, input),
      exportBenchmarks: (ctx, input) => exportBenchmarks(ctx, book, input),
      addBenchmark: (ctx, input) => addBenchmark(ctx, book, input),
      voidBenchmark,
    },
  })
}
