import type { OutputOf } from '#kernel/contract/action.ts'
import { useFormat } from '#kernel/web/format.ts'
import { useLocalised, useText } from '#kernel/web/messages.ts'
import { StateTag } from '#ui/state-tag.tsx'
import type { auditSeal } from '../module.ts'
import { messages } from './messages.ts'

type Verification = OutputOf<typeof auditSeal.actions.readStanding>['verification']

/** What the last verification found, or how far the present one is. */
export function VerificationResult({ verification }: { verification: Verification }) {
  const t = useText(messages)
  const localised = useLocalised()
  const format = useFormat()
  if (!verification) return <p className="hq-soft">{t('never')}</p>
  const { askedAt, askedBy, seals, entries, entriesDone, fault, finishedAt } = verification
  const asked = t('by', { who: askedBy, when: format.when(askedAt) })
  if (!finishedAt)
    return (
      <>
        <progress className="hq-seal-progress" value={entriesDone} max={Math.max(entries, 1)}>
          {t('running', { done: entriesDone, n: entries })}
        </progress>
        <p className="hq-soft">{t('running', { done: entriesDone, n: entries })}</p>
        <p className="hq-faint">{asked}</p>
      </>
    )
  return (
    <>
      <StateTag
        tone={fault ? 'bad' : 'good'}
        title={fault ? t('broken') : t('intact', { seals, n: entries })}
      />
      {fault ? (
        <>
          <p>
            <strong>{localised(fault.words)}</strong>
          </p>
          <p>{t('brokenNext')}</p>
        </>
      ) : null}
      <p className="hq-faint">
        {asked} · {t('ended', { when: format.when(finishedAt) })}
      </p>
    </>
  )
}
