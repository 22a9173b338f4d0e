import { LinkTo } from '#kernel/web/link-to.tsx'
import { useText } from '#kernel/web/messages.ts'
import { useSession } from '#kernel/web/use-session.ts'
import { Section } from '#ui/section.tsx'
import { CockpitFigures } from './cockpit-figures.tsx'
import { messages } from './messages.ts'
import { ScopeBar } from './scope-bar.tsx'
import { useMetricScope } from './use-metric-scope.ts'

/** The first screen of a leader: eight figures for the director, four for the head of a section. */
export default function CockpitCard() {
  const t = useText(messages)
  const metric = useMetricScope()
  const whole = useSession().roles.includes('director')
  return (
    <Section
      look="plain"
      title={t('keyFigures')}
      extra={<LinkTo to={whole ? '/figures' : '/cockpit'}>{t(whole ? 'allFigures' : 'toCockpit')}</LinkTo>}
    >
      <div className="hq-stack">
        <ScopeBar metric={metric} places={false} />
        <CockpitFigures metric={metric} count={whole ? 8 : 4} />
      </div>
    </Section>
  )
}
