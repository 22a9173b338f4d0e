import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useParam } from '#kernel/web/navigate.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { Page } from '#ui/page.tsx'
import { decideActions } from '../actions-decide.ts'
import { ApprovalPanel } from './approval-panel.tsx'

const messages = defineMessages({
  approval: text('审批', 'Approval'),
  inbox: text('等我审批', 'Waiting for me'),
})

/** The page of one approval: where a notice leads. */
export default function ApprovalPage() {
  const t = useText(messages)
  const approvalId = useParam('approvalId')
  const read = useRead(decideActions.readApproval, { approvalId }, { keep: false })
  return (
    <Page title={read.data?.row.label ?? t('approval')} trail={[{ title: t('inbox'), to: '/approvals' }]}>
      <ApprovalPanel approvalId={approvalId} />
    </Page>
  )
}
