import { lazy, Suspense } from 'react'
import { useText } from '#kernel/web/messages.ts'
import { useParam } from '#kernel/web/navigate.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { Loading } from '#ui/loading.tsx'
import { Page } from '#ui/page.tsx'
import { Problem } from '#ui/problem.tsx'
import { reports } from '../module.ts'
import { messages } from './messages.ts'

const ReportView = lazy(() => import('./report-view.tsx'))

/** One report by its address; the editor is fetched with the first report opened. */
export default function ReportPage() {
  const t = useText(messages)
  const reportId = useParam('reportId')
  const report = useRead(reports.actions.readReport, { reportId }, { keep: false })
  if (report.data)
    return (
      <Suspense fallback={<Loading />}>
        <ReportView key={reportId} report={report.data} reload={() => void report.refetch()} />
      </Suspense>
    )
  return (
    <Page title={t('report')} trail={[{ title: t('reports'), to: '/reports' }]}>
      {report.error ? <Problem error={report.error} onRetry={() => void report.refetch()} /> : <Loading />}
    </Page>
  )
}
