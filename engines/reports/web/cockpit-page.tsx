import { CockpitFigures } from '#engines/metrics/web/cockpit-figures.tsx'
import { ScopeBar } from '#engines/metrics/web/scope-bar.tsx'
import { useMetricScope } from '#engines/metrics/web/use-metric-scope.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { useText } from '#kernel/web/messages.ts'
import { stringifySearch } from '#kernel/web/navigate.ts'
import { Page } from '#ui/page.tsx'
import { Section } from '#ui/section.tsx'
import { DecideList } from './decide-list.tsx'
import { messages } from './messages.ts'
import ProgressCard from './progress-card.tsx'

/** Eight figures, three things to decide, the report in progress; for any period, unit and site. */
export default function CockpitPage() {
  const t = useText(messages)
  const metric = useMetricScope()
  return (
    <Page
      title={t('cockpit')}
      width="wide"
      extra={<LinkTo to={`/figures${stringifySearch({ ...metric.scope })}`}>{t('allFigures')}</LinkTo>}
    >
      <div className="hq-stack">
        <ScopeBar metric={metric} />
        <CockpitFigures metric={metric} count={8} />
        <div className="rpt-cockpit">
          <Section title={t('decide')}>
            <DecideList scope={metric.scope} />
          </Section>
          <ProgressCard />
        </div>
      </div>
    </Page>
  )
}
