import { useMetricScope } from '#engines/metrics/web/use-metric-scope.ts'
import { useText } from '#kernel/web/messages.ts'
import { Section } from '#ui/section.tsx'
import { DecideList } from './decide-list.tsx'
import { messages } from './messages.ts'
import ProgressCard from './progress-card.tsx'

/** On the director's first screen: three things to decide, then the report in progress. */
export default function DecideCard() {
  const t = useText(messages)
  const { scope } = useMetricScope()
  return (
    <>
      <Section title={t('decide')}>
        <DecideList scope={scope} />
      </Section>
      <ProgressCard />
    </>
  )
}
