import type { OutputOf } from '#kernel/contract/action.ts'
import { useLocalised, useText } from '#kernel/web/messages.ts'
import { StateTag } from '#ui/state-tag.tsx'
import type { privacy } from '../module.ts'
import { messages } from './messages.ts'

type Outcome = OutputOf<typeof privacy.actions.decideRequest>['outcome']

/** Part by part, what was erased, made anonymous or kept, and why. */
export function OutcomeList({ outcome }: { outcome: Outcome }) {
  const t = useText(messages)
  const localised = useLocalised()
  if (!outcome) return null
  return (
    <ul className="hq-stack hq-stack-tight">
      {outcome.map((part) => (
        <li key={part.what.zh}>
          <StateTag tone={part.done === 'KEPT' ? 'waiting' : 'good'} title={t(part.done)} />{' '}
          {localised(part.what)} <span className="hq-faint">{t('rows', { n: part.rows })}</span>
          <div className="hq-faint">{localised(part.because)}</div>
        </li>
      ))}
    </ul>
  )
}
