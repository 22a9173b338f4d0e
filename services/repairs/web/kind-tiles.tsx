import { useId } from 'react'
import type { Text } from '#kernel/contract/text.ts'
import { useLocalised } from '#kernel/web/messages.ts'
import { allFaultKinds, type FaultKind, faultKinds } from '../words.ts'
import { FaultIcon } from './fault-icon.tsx'
import { kindNotes } from './quick-phrases.ts'

interface KindTilesProps {
  value: FaultKind | null
  onChange: (kind: FaultKind) => void
  label: Text | string
}

/** The seven kinds of fault, large enough for a thumb, with what belongs to each. */
export function KindTiles({ value, onChange, label }: KindTilesProps) {
  const say = useLocalised()
  const group = useId()
  return (
    <fieldset className="hq-kinds" aria-label={say(label)}>
      {allFaultKinds.map((kind) => (
        <label key={kind} className={kind === value ? 'hq-kind hq-chosen' : 'hq-kind'}>
          <input type="radio" name={group} checked={kind === value} onChange={() => onChange(kind)} />
          <FaultIcon kind={kind} />
          <span className="hq-kind-words">
            <strong>{say(faultKinds[kind])}</strong>
            <small className="hq-faint">{say(kindNotes[kind])}</small>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
