import { text } from '#kernel/contract/text.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { DataTable } from '#ui/data-table.tsx'
import { Page } from '#ui/page.tsx'
import { decideActions } from '../actions-decide.ts'
import { useApprovalColumns } from './approval-columns.tsx'
import { useApprovalFilters } from './approval-filters.ts'
import { ApprovalPanel } from './approval-panel.tsx'

const messages = defineMessages({
  title: text('全部审批', 'All approvals'),
  routes: text('审批流', 'Routes'),
  find: text('搜事项、申请人、单位', 'Search matter, requester, unit'),
  none: text('还没有审批', 'No approvals yet'),
})

/** Every approval, for those who watch over them. */
export default function AllPage() {
  const t = useText(messages)
  return (
    <Page title={t('title')} width="wide" extra={<LinkTo to="/approvals/routes">{t('routes')}</LinkTo>}>
      <DataTable
        name="approvals.all"
        title={t('title')}
        read={decideActions.listApprovals}
        exportTo={decideActions.exportApprovals}
        filters={useApprovalFilters()}
        search={messages.find}
        searchAs="search"
        columns={useApprovalColumns()}
        rowTone={(row) => (row.step?.overdue ? 'bad' : undefined)}
        panel={(key, close) => <ApprovalPanel approvalId={key} onDone={close} />}
        panelTitle={(_key, row) => row?.label}
        rowPath={(key) => `/approvals/${key}`}
        empty={{ icon: 'approvals', title: messages.none }}
      />
    </Page>
  )
}
