import type { StateTone } from '#kernel/contract/states.ts'
import type { Text } from '#kernel/contract/text.ts'
import { useLocalised } from '#kernel/web/messages.ts'
import { StateTag } from '#ui/state-tag.tsx'
import type { Mark, Outcome } from '../value.ts'
import { outcomeWords } from '../words.ts'
import './rules.css'

/** What of a verdict is shown; a remembered one has more. */
export interface ShownVerdict {
  ruleId: string
  outcome: Outcome
  words: Text
  source: Text
  mark: Mark | null
}

const tones: Record<Outcome, StateTone> = { OK: 'good', INFO: 'new', WARN: 'waiting', BLOCK: 'bad' }

/** The outcome as word, shape and colour. */
export function OutcomeTag({ outcome }: { outcome: Outcome }) {
  return <StateTag tone={tones[outcome]} title={outcomeWords[outcome]} />
}

/** What limits said of an object: the sentence with what would be allowed, and where it comes from. */
export function VerdictList({ verdicts }: { verdicts: readonly ShownVerdict[] }) {
  const localised = useLocalised()
  return (
    <ul className="rules-verdicts">
      {verdicts.map(({ ruleId, outcome, words, source }, index) => (
        // The same rule may be asked twice of one object.
        // biome-ignore lint/suspicious/noArrayIndexKey: the list is shown as it came and never reordered
        <li key={`${ruleId} ${index}`}>
          <OutcomeTag outcome={outcome} />
          <span>
            {localised(words)}
            {source.zh ? <small className="hq-soft rules-below">{localised(source)}</small> : null}
          </span>
        </li>
      ))}
    </ul>
  )
}
