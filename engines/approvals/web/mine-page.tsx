import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { DataTable } from '#ui/data-table.tsx'
import { Page } from '#ui/page.tsx'
import { decideActions } from '../actions-decide.ts'
import { useApprovalColumns } from './approval-columns.tsx'
import { useApprovalFilters } from './approval-filters.ts'
import { ApprovalPanel } from './approval-panel.tsx'
import { ApprovalTabs } from './approval-tabs.tsx'

const messages = defineMessages({
  title: text('我的申请', 'My requests'),
  find: text('搜事项', 'Search'),
  none: text('您还没有提交过要审批的申请', 'You have asked for nothing yet'),
})

/** What I asked for, who holds it, and how it ended. */
export default function MinePage() {
  const t = useText(messages)
  return (
    <Page title={t('title')} width="wide" extra={<ApprovalTabs here="mine" />}>
      <DataTable
        name="approvals.mine"
        title={t('title')}
        read={decideActions.listMine}
        exportTo={decideActions.exportMine}
        filters={useApprovalFilters()}
        search={messages.find}
        searchAs="search"
        columns={useApprovalColumns()}
        rowTone={(row) => (row.state === 'RETURNED' ? 'waiting' : undefined)}
        panel={(key, close) => <ApprovalPanel approvalId={key} onDone={close} />}
        panelTitle={(_key, row) => row?.label}
        rowPath={(key) => `/approvals/${key}`}
        empty={{ icon: 'approvals', title: messages.none }}
      />
    </Page>
  )
}
