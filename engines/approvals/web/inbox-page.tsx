import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { DataTable } from '#ui/data-table.tsx'
import { Page } from '#ui/page.tsx'
import { usePhone } from '#ui/use-phone.ts'
import { decideActions } from '../actions-decide.ts'
import { useApprovalColumns } from './approval-columns.tsx'
import { useApprovalFilters } from './approval-filters.ts'
import { ApprovalPanel } from './approval-panel.tsx'
import { ApprovalTabs } from './approval-tabs.tsx'
import { InboxCards } from './inbox-cards.tsx'
import { useDecideMany } from './use-decide-many.tsx'

const messages = defineMessages({
  title: text('等我审批', 'Waiting for me'),
  none: text('没有等您办理的审批', 'Nothing waits for you'),
  next: text('有新的会通知您。', 'You are told when something comes.'),
})

/** What waits for me, due first: cards at the thumb on a phone, a table with bulk on a desk. */
export default function InboxPage() {
  const t = useText(messages)
  const phone = usePhone()
  const bulk = useDecideMany()
  const columns = useApprovalColumns(true)
  const filters = useApprovalFilters(true)
  const empty = { icon: 'approvals', title: messages.none, next: messages.next }
  return (
    <Page title={t('title')} width="wide" extra={<ApprovalTabs here="inbox" />}>
      {phone ? (
        <InboxCards empty={empty} bulk={bulk} />
      ) : (
        <DataTable
          name="approvals.inbox"
          title={t('title')}
          read={decideActions.listInbox}
          exportTo={decideActions.exportInbox}
          filters={filters}
          columns={columns}
          rowTone={(row) => (row.step?.overdue ? 'bad' : undefined)}
          bulk={bulk}
          panel={(key, close) => <ApprovalPanel approvalId={key} onDone={close} />}
          panelTitle={(_key, row) => row?.label}
          rowPath={(key) => `/approvals/${key}`}
          empty={empty}
        />
      )}
    </Page>
  )
}
