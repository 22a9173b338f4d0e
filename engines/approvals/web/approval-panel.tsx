import { Button } from 'antd'
import { useState } from 'react'
import { text } from '#kernel/contract/text.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { History } from '#ui/history.tsx'
import { Loading } from '#ui/loading.tsx'
import { Problem } from '#ui/problem.tsx'
import { Facts, Section } from '#ui/section.tsx'
import { decideActions } from '../actions-decide.ts'
import { ApprovalCard } from './approval-card.tsx'
import { DecideButtons } from './decide-buttons.tsx'
import { InPlace } from './in-place.tsx'
import { ReasonDialog } from './reason-dialog.tsx'
import { useApprovalWrite } from './use-approval-write.ts'

const messages = defineMessages({
  matter: text('打开“{label}”', 'Open “{label}”'),
  unit: text('单位', 'Unit'),
  requester: text('申请人', 'Requester'),
  history: text('经过', 'History'),
  withdraw: text('撤回申请', 'Withdraw'),
  withdrawAsk: text('撤回“{label}”？', 'Withdraw “{label}”?'),
  withdrawNote: text(
    '撤回后大家的待办都会清空；要办时需重新提交。',
    'It leaves everybody’s queue; hand it in again when you need it.',
  ),
  withdrawn: text('已撤回', 'Withdrawn'),
})

/** One approval with its facts, its way and its story, and what I can do with it now. */
export function ApprovalPanel({ approvalId, onDone }: { approvalId: string; onDone?: () => void }) {
  const t = useText(messages)
  const say = useLocalised()
  const [asking, setAsking] = useState(false)
  const read = useRead(decideActions.readApproval, { approvalId }, { keep: false })
  const withdraw = useApprovalWrite(decideActions.withdraw, {
    success: t('withdrawn'),
    quiet: true,
    onDone: () => setAsking(false),
  })
  if (read.isPending) return <Loading />
  if (read.error) return <Problem error={read.error} onRetry={() => void read.refetch()} />
  const { row, approval, facts, history } = read.data
  const itself = row.href === `/approvals/${row.id}`
  return (
    <div className="hq-stack">
      <Section>
        <div className="hq-stack hq-stack-tight">
          <Facts
            items={[
              { title: messages.requester, value: row.requester },
              { title: messages.unit, value: row.unit.name },
              ...facts.map(({ title, value }) => ({ title, value: say(value) })),
            ]}
          />
          <InPlace row={row} />
          {itself ? null : <LinkTo to={row.href}>{t('matter', { label: row.label })}</LinkTo>}
        </div>
      </Section>
      {row.can.decide ? <DecideButtons approval={row} {...(onDone ? { onDone } : {})} /> : null}
      {row.can.withdraw ? (
        <div className="hq-row">
          <Button onClick={() => setAsking(true)}>{t('withdraw')}</Button>
        </div>
      ) : null}
      {asking ? (
        <ReasonDialog
          title={t('withdrawAsk', { label: row.label })}
          note={t('withdrawNote')}
          yes={t('withdraw')}
          busy={withdraw.isPending}
          error={withdraw.error}
          onYes={(reason) => withdraw.mutate({ approvalId, reason })}
          onClose={() => setAsking(false)}
        />
      ) : null}
      <ApprovalCard approval={approval} link={false} />
      <Section title={messages.history}>
        <History
          events={history.map(({ id, at, title, actorName, reason }) => ({
            id,
            at,
            title,
            who: actorName,
            note: reason,
          }))}
        />
      </Section>
    </div>
  )
}
