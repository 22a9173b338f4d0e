import { Button, Input } from 'antd'
import { useState } from 'react'
import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { EntryForm } from '#ui/entry-form.tsx'
import { Field } from '#ui/field.tsx'
import { SidePanel } from '#ui/side-panel.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { standards } from '../module.ts'
import type { Proposal } from '../proposal-schema.ts'
import { proposalStates } from '../states.ts'

const messages = defineMessages({
  title: text('改进建议', 'Proposed changes'),
  from: text('{by} {when}，来自', '{by}, {when}, from'),
  decided: text('{by} {when}：{why}', '{by}, {when}: {why}'),
  accept: text('采纳', 'Accept'),
  decline: text('不采纳', 'Decline'),
  why: text('理由', 'Why'),
  acceptWhy: text(
    '怎样写进下一版。提出人会看到。',
    'How the next version says it. Whoever proposed it reads this.',
  ),
  declineWhy: text('为什么不改。提出人会看到。', 'Why it stays. Whoever proposed it reads this.'),
  done: text('已记录', 'Noted'),
})

type Deed = { proposal: Proposal; accept: boolean }

/** What is proposed to one clause: from which order, and what was decided about it. */
export function ProposalList({ proposals }: { proposals: readonly Proposal[] }) {
  const t = useText(messages)
  const format = useFormat()
  const [deed, setDeed] = useState<Deed | null>(null)
  if (proposals.length === 0) return null
  return (
    <section className="std-proposals" aria-label={t('title')}>
      <h4>{t('title')}</h4>
      <ul>
        {proposals.map((one) => (
          <li key={one.id} className="std-proposal">
            <span className="std-proposal-words">
              {one.words}
              <small className="hq-faint">
                {t('from', { by: one.proposedBy, when: format.when(one.proposedAt) })}{' '}
                {one.subject.href ? (
                  <LinkTo to={one.subject.href}>{one.subject.label}</LinkTo>
                ) : (
                  one.subject.label
                )}
              </small>
              {one.decidedAt ? (
                <small className="hq-soft">
                  {t('decided', {
                    by: one.decidedBy ?? '',
                    when: format.when(one.decidedAt),
                    why: one.decision ?? '',
                  })}
                </small>
              ) : null}
            </span>
            <span className="hq-row std-proposal-side">
              <StateTag machine={proposalStates} state={one.state} />
              {one.can.accept ? (
                <Button onClick={() => setDeed({ proposal: one, accept: true })}>{t('accept')}</Button>
              ) : null}
              {one.can.decline ? (
                <Button type="text" onClick={() => setDeed({ proposal: one, accept: false })}>
                  {t('decline')}
                </Button>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
      <SidePanel
        open={deed !== null}
        title={t(deed?.accept ? 'accept' : 'decline')}
        onClose={() => setDeed(null)}
      >
        {deed ? <DecideForm deed={deed} onDone={() => setDeed(null)} /> : null}
      </SidePanel>
    </section>
  )
}

function DecideForm({ deed, onDone }: { deed: Deed; onDone: () => void }) {
  const t = useText(messages)
  const { acceptProposal, declineProposal } = standards.actions
  const decide = useWrite(deed.accept ? acceptProposal : declineProposal, {
    invalidates: ['/standards'],
    success: t('done'),
    quiet: true,
    onDone,
  })
  return (
    <EntryForm<{ reason: string }>
      onSubmit={({ reason }) => decide.mutate({ proposalId: deed.proposal.id, reason })}
      problem={decide.error}
      busy={decide.isPending}
      submit={t(deed.accept ? 'accept' : 'decline')}
      onCancel={onDone}
    >
      <p className="hq-quote">{deed.proposal.words}</p>
      <Field name="reason" label={t('why')} required hint={t(deed.accept ? 'acceptWhy' : 'declineWhy')}>
        <Input.TextArea rows={3} maxLength={1000} />
      </Field>
    </EntryForm>
  )
}
