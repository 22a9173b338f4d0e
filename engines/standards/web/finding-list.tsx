import { useLocalised, useText } from '#kernel/web/messages.ts'
import { StateTag } from '#ui/state-tag.tsx'
import type { FormFinding } from '../form/finding.ts'
import { formMessages } from './form-messages.ts'

/** What the check of form says, beside what it is about; nothing when it has nothing to say. */
export function FindingList({
  findings,
  codes = false,
}: {
  findings: readonly FormFinding[]
  codes?: boolean
}) {
  const t = useText(formMessages)
  const localised = useLocalised()
  if (findings.length === 0) return null
  return (
    <ul className="std-findings" aria-label={t('check')}>
      {findings.map(({ rule, severity, where, words }, index) => (
        // The same rule may speak twice of one place; the list is drawn anew as a whole.
        // biome-ignore lint/suspicious/noArrayIndexKey: findings have no other identity
        <li key={`${rule} ${index}`}>
          <StateTag
            tone={severity === 'error' ? 'bad' : 'waiting'}
            title={t(severity === 'error' ? 'mustMend' : 'advice')}
          />
          <span>
            {codes && where.code ? `${where.code}　` : ''}
            {where.line === null ? '' : t('lineNo', { n: where.line + 1 })}
            {localised(words)}
          </span>
        </li>
      ))}
    </ul>
  )
}
