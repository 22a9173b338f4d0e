import { useFormat } from '#kernel/web/format.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { useSession } from '#kernel/web/use-session.ts'
import { Empty } from '#ui/empty.tsx'
import { Loading } from '#ui/loading.tsx'
import { Problem } from '#ui/problem.tsx'
import { LongName, Section } from '#ui/section.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { reports } from '../module.ts'
import { reportStates } from '../states.ts'
import { messages } from './messages.ts'
import './reports.css'

/** The reports being written or reviewed, on the first screen. */
export default function ProgressCard() {
  const t = useText(messages)
  const format = useFormat()
  const mayWrite = useSession().allowed('reports.write')
  const read = useRead(reports.actions.listReports, { limit: 20 })
  const open = (read.data?.items ?? []).filter(({ state }) => state === 'DRAFT' || state === 'REVIEW')
  return (
    <Section title={t('inProgress')} extra={<LinkTo to="/reports">{t('allReports')}</LinkTo>}>
      {read.isPending ? <Loading /> : null}
      {read.error ? <Problem error={read.error} onRetry={() => void read.refetch()} /> : null}
      {read.data && open.length === 0 ? (
        <Empty
          icon="report"
          title={t('noneInProgress')}
          next={mayWrite ? t('noReportsNext') : undefined}
          action={<LinkTo to="/reports">{t('reports')}</LinkTo>}
        />
      ) : null}
      <ul className="rpt-progress">
        {open.slice(0, 4).map((row) => (
          <li key={row.id}>
            <LinkTo to={`/reports/${row.id}`}>
              <LongName>{row.title}</LongName>
            </LinkTo>
            <span className="hq-row">
              <StateTag machine={reportStates} state={row.state} />
              <small className="hq-faint">
                {t('cutoffAt', { words: row.cutoffWords, day: format.day(row.cutoffOn, 'plain') })} ·{' '}
                {t('draftedBy', { who: row.createdBy })} · {format.when(row.createdAt)}
              </small>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
