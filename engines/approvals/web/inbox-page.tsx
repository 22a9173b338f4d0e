import { Input } from 'antd'
import { call } from '#kernel/contract/client.ts'
import { type Text, text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import type { BulkAction } from '#ui/bulk-bar.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { Page } from '#ui/page.tsx'
import { usePhone } from '#ui/use-phone.ts'
import { decideActions } from '../actions-decide.ts'
import type { ApprovalRow } from '../schema.ts'
import { type Answer, answers } from '../words.ts'
import { useApprovalColumns } from './approval-columns.tsx'
import { useApprovalFilters } from './approval-filters.ts'
import { ApprovalPanel } from './approval-panel.tsx'
import { ApprovalTabs } from './approval-tabs.tsx'
import { InboxCards } from './inbox-cards.tsx'

const messages = defineMessages({
  title: text('等我审批', 'Waiting for me'),
  none: text('没有等您办理的审批', 'Nothing waits for you'),
  next: text('有新的会通知您。', 'You are told when something comes.'),
  reason: text('原因，申请人会看到', 'Reason; the requester will read it'),
})

function deciding(answer: Answer, title: Text, hint: string): BulkAction<ApprovalRow> {
  return {
    key: answer,
    title,
    danger: answer === 'REFUSE',
    can: (row) => row.can.decide === true,
    run: ({ id: approvalId }, value) => {
      const reason = typeof value === 'string' ? value.trim() : ''
      return call(decideActions.decide, { approvalId, answer, ...(reason ? { reason } : {}) })
    },
    ...(answer === 'APPROVE'
      ? {}
      : {
          form: (value: unknown, onChange: (value: unknown) => void) => (
            <Input.TextArea
              aria-label={hint}
              placeholder={hint}
              maxLength={400}
              autoSize={{ minRows: 2, maxRows: 5 }}
              value={typeof value === 'string' ? value : ''}
              onChange={({ target }) => onChange(target.value)}
            />
          ),
        }),
  }
}

/** What waits for me, due first: cards at the thumb on a phone, a table with bulk on a desk. */
export default function InboxPage() {
  const t = useText(messages)
  const phone = usePhone()
  const columns = useApprovalColumns(true)
  const filters = useApprovalFilters(true)
  const empty = { icon: 'approvals', title: messages.none, next: messages.next }
  return (
    <Page title={t('title')} width="wide" extra={<ApprovalTabs here="inbox" />}>
      {phone ? (
        <InboxCards empty={empty} />
      ) : (
        <DataTable
          name="approvals.inbox"
          title={t('title')}
          read={decideActions.listInbox}
          exportTo={decideActions.exportInbox}
          filters={filters}
          columns={columns}
          rowTone={(row) => (row.step?.overdue ? 'bad' : undefined)}
          bulk={(['APPROVE', 'REFUSE', 'RETURN'] as const).map((answer) =>
            deciding(answer, answers[answer], t('reason')),
          )}
          panel={(key, close) => <ApprovalPanel approvalId={key} onDone={close} />}
          panelTitle={(_key, row) => row?.label}
          rowPath={(key) => `/approvals/${key}`}
          empty={empty}
        />
      )}
    </Page>
  )
}
