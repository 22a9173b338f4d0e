import { useState } from 'react'
import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { useSession } from '#kernel/web/use-session.ts'
import { ConfirmButton } from '#ui/confirm-button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import type { Filter } from '#ui/filters.ts'
import { Page } from '#ui/page.tsx'
import type { Column } from '#ui/plain-table.tsx'
import { SidePanel } from '#ui/side-panel.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { routeActions } from '../actions-routes.ts'
import type { Substitute } from '../schema.ts'
import { ApprovalTabs } from './approval-tabs.tsx'
import { SubstituteForm } from './substitute-form.tsx'
import { useApprovalWrite } from './use-approval-write.ts'

const messages = defineMessages({
  title: text('代办人', 'Substitutes'),
  add: text('设置代办人', 'Set a substitute'),
  who: text('谁的审批', 'Whose'),
  by: text('由谁代办', 'By whom'),
  days: text('日期', 'Days'),
  span: text('{from}至{to}', '{from} to {to}'),
  types: text('范围', 'For'),
  all: text('全部审批', 'Everything'),
  reason: text('原因', 'Reason'),
  state: text('状态', 'State'),
  current: text('正在代办', 'In force'),
  later: text('未到或已过', 'Not now'),
  ended: text('已结束', 'Ended'),
  end: text('结束', 'End'),
  endAsk: text('结束这次代办？', 'End it?'),
  endDetail: text('之后由本人办理。', 'From then on the person answers again.'),
  done: text('已结束', 'Ended'),
  none: text('没有代办', 'No substitutes'),
  next: text('出差、休假前设好，审批就不会停下。', 'Set one before you travel, and nothing waits.'),
})
const own: Filter[] = [{ key: 'ended', kind: 'toggle', label: text('也看已结束的', 'Ended ones too') }]
const others: Filter[] = [{ key: 'all', kind: 'toggle', label: text('看全部人员的', 'Of everybody') }, ...own]

/** Who answers in my place, and for whom I answer; of everybody for those who may set them. */
export default function SubstitutesPage() {
  const t = useText(messages)
  const [adding, setAdding] = useState(false)
  const may = useSession().allowed('approvals.substitute-others')
  return (
    <Page
      title={t('title')}
      width="wide"
      action={{ title: messages.add, onClick: () => setAdding(true) }}
      extra={<ApprovalTabs here="substitutes" />}
    >
      <DataTable
        name="approvals.substitutes"
        title={t('title')}
        read={routeActions.listSubstitutes}
        filters={may ? others : own}
        columns={useSubstituteColumns()}
        empty={{ icon: 'people', title: messages.none, next: messages.next }}
        onNew={() => setAdding(true)}
      />
      <SidePanel open={adding} title={t('add')} onClose={() => setAdding(false)}>
        <SubstituteForm forOthers={may} onDone={() => setAdding(false)} />
      </SidePanel>
    </Page>
  )
}

function useSubstituteColumns(): Column<Substitute>[] {
  const t = useText(messages)
  const say = useLocalised()
  const format = useFormat()
  const end = useApprovalWrite(routeActions.endSubstitute, { success: t('done') })
  return [
    { key: 'who', title: messages.who, render: (row) => row.from.name },
    { key: 'by', title: messages.by, render: (row) => row.by.name },
    {
      key: 'days',
      title: messages.days,
      render: (row) => (
        <span className="hq-number">
          {t('span', { from: format.day(row.fromDay), to: format.day(row.toDay) })}
        </span>
      ),
    },
    {
      key: 'types',
      title: messages.types,
      render: (row) => row.types.map(({ title }) => say(title)).join('、') || t('all'),
    },
    { key: 'reason', title: messages.reason, render: (row) => row.reason },
    {
      key: 'state',
      title: messages.state,
      card: 'mark',
      render: (row) => (
        <StateTag
          tone={row.endedAt ? 'ended' : row.current ? 'working' : 'waiting'}
          title={t(row.endedAt ? 'ended' : row.current ? 'current' : 'later')}
        />
      ),
    },
    {
      key: 'end',
      title: messages.end,
      card: 'bare',
      render: (row) =>
        row.can.end ? (
          <ConfirmButton
            question={t('endAsk')}
            detail={t('endDetail')}
            yes={t('end')}
            onConfirm={() => end.mutateAsync({ substituteId: row.id })}
          >
            {t('end')}
          </ConfirmButton>
        ) : null,
    },
  ]
}
