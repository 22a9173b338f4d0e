import { useLocalised, useText } from '#kernel/web/messages.ts'
import { rulesOf } from '../../seating/rules-of-plan.ts'
import type { SeatingPlan } from '../../seating/schema.ts'
import { seatingMessages } from './messages.ts'

/** The rules that the order of seats follows, each with where it was seen and how sure that is. */
export function RuleNote({ plan }: { plan: SeatingPlan }) {
  const t = useText(seatingMessages)
  const say = useLocalised()
  return (
    <section className="hq-seat-rules" aria-label={t('rules')}>
      <h3>{t('rules')}</h3>
      {rulesOf(plan).map((rule) => (
        <div key={rule.words.zh}>
          <p>{say(rule.words)}</p>
          <ul className="hq-faint">
            {rule.sources.map(({ title, seen, mark }) => (
              <li key={title.zh}>
                [{mark}] {say(title)}
                {seen === '—' ? '' : ` (${t('seen')} ${seen})`}
              </li>
            ))}
          </ul>
        </div>
      ))}
      <p className="hq-faint">{t('marks')}</p>
    </section>
  )
}
