import { text } from '#kernel/contract/text.ts'
import { useLocalised } from '#kernel/web/messages.ts'
import { StateTag } from '#ui/state-tag.tsx'

interface Words {
  zh: string
  en: string
}
interface Reason {
  code: string
  severity: 'BLOCK' | 'WARN'
  words: Words
  source: Words | null
}

const severities = { BLOCK: text('不能派', 'Must not go'), WARN: text('留意', 'To be looked at') }

/** What stands against sending somebody or something out, each with where it is written. */
export function ReasonList({ reasons }: { reasons: readonly Reason[] }) {
  const localised = useLocalised()
  if (reasons.length === 0) return null
  return (
    <ul className="fleet-reasons">
      {reasons.map(({ code, severity, words, source }) => (
        <li key={code}>
          <span className="hq-row">
            <StateTag tone={severity === 'BLOCK' ? 'bad' : 'waiting'} title={severities[severity]} />
            <span>{localised(words)}</span>
          </span>
          {source ? <small className="hq-faint">〔{localised(source)}〕</small> : null}
        </li>
      ))}
    </ul>
  )
}
