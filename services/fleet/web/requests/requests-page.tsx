import { directory } from '#engines/directory/module.ts'
import { call } from '#kernel/contract/client.ts'
import { type Text, text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { useSession } from '#kernel/web/use-session.ts'
import { DataTable } from '#ui/data-table.tsx'
import { type Filter, stateOptions } from '#ui/filters.ts'
import { Page } from '#ui/page.tsx'
import type { Choice } from '#ui/search-select.tsx'
import { LongName } from '#ui/section.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { requestActions } from '../../actions/request-actions.ts'
import type { RequestRow } from '../../request-row-schema.ts'
import { requestStates } from '../../states.ts'
import { diversions, purposes, reaches } from '../../words.ts'
import { requestSentence } from './request-sentence.ts'
import { RideTimeText } from './ride-time-text.tsx'
import './rides.css'

const messages = defineMessages({
  title: text('用车申请', 'Requests for vehicles'),
  ask: text('申请用车', 'Ask for a vehicle'),
  where: text('去哪里', 'Where to'),
  when: text('用车时间', 'When'),
  submitted: text('提交时间', 'Handed in'),
  unit: text('申请单位', 'Unit'),
  state: text('状态', 'State'),
  stands: text('办理情况', 'How it stands'),
  purpose: text('用途', 'Purpose'),
  reach: text('范围', 'Reach'),
  days: text('用车日期', 'Day of the ride'),
  mine: text('只看我的', 'Mine only'),
  pooled: text('拼车', 'Shared'),
  emergency: text('应急', 'Emergency'),
  unapproved: text('逾期未补批', 'Approval overdue'),
  diverted: text('改乘', 'Went another way'),
  find: text('编号、事由、目的地、申请人、车牌', 'Number, purpose, destination, requester, plate'),
  none: text('没有用车申请', 'No requests'),
  next: text('提交的用车申请会出现在这里。', 'What is asked for appears here.'),
})

const optionsOf = (words: Readonly<Record<string, Text>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

async function searchUnits(words: string): Promise<Choice[]> {
  const { items } = await call(directory.actions.listUnits, { search: words, limit: 20 })
  return items.map(({ id, name }) => ({ value: id, label: name }))
}

const filters: Filter[] = [
  { key: 'days', kind: 'days', label: messages.days },
  { key: 'state', kind: 'multi', label: messages.state, options: stateOptions(requestStates) },
  { key: 'unitId', kind: 'search', label: messages.unit, search: searchUnits },
  { key: 'purpose', kind: 'select', label: messages.purpose, options: optionsOf(purposes) },
  { key: 'reach', kind: 'select', label: messages.reach, options: optionsOf(reaches) },
  { key: 'divertedTo', kind: 'select', label: messages.diverted, options: optionsOf(diversions) },
  { key: 'mine', kind: 'toggle', label: messages.mine },
  { key: 'pooled', kind: 'toggle', label: messages.pooled },
  { key: 'emergency', kind: 'toggle', label: messages.emergency },
  { key: 'unapproved', kind: 'toggle', label: messages.unapproved },
]

/** Every request within reach: found, filtered, exported. */
export default function RequestsPage() {
  const t = useText(messages)
  const say = useLocalised()
  const format = useFormat()
  const session = useSession()
  return (
    <Page
      title={t('title')}
      width="wide"
      action={session.allowed('fleet.request') ? { title: t('ask'), to: '/fleet/requests/new' } : undefined}
    >
      <DataTable
        name="fleet.requests"
        title={t('title')}
        read={requestActions.listRequests}
        exportTo={requestActions.exportRequests}
        filters={filters}
        search={t('find')}
        searchAs="search"
        rowPath={(key) => `/fleet/requests/${key}`}
        rowTone={(row) => (overdue(row) ? 'bad' : undefined)}
        empty={{ title: t('none'), next: t('next'), icon: 'vehicles' }}
        columns={[
          {
            key: 'where',
            title: t('where'),
            card: 'title',
            render: (row: RequestRow) => (
              <span className="ride-words">
                <LongName>{row.destination}</LongName>
                <small className="hq-faint">
                  {row.number} · {say(purposes[row.purpose])}
                  {row.emergency ? ` · ${t('emergency')}` : ''}
                  {row.pooled ? ` · ${t('pooled')}` : ''}
                </small>
              </span>
            ),
          },
          {
            key: 'state',
            title: t('state'),
            card: 'mark',
            render: (row: RequestRow) => <StateTag machine={requestStates} state={row.state} />,
          },
          {
            key: 'when',
            title: t('when'),
            sort: 'start',
            render: (row: RequestRow) => <RideTimeText from={row.from} to={row.to} />,
          },
          {
            key: 'unit',
            title: t('unit'),
            render: (row: RequestRow) => <LongName>{`${row.unit.name} ${row.requesterName}`}</LongName>,
          },
          {
            key: 'submitted',
            title: t('submitted'),
            sort: 'submitted',
            render: (row: RequestRow) => <span className="hq-nowrap">{format.when(row.submittedAt)}</span>,
          },
          {
            key: 'stands',
            title: t('stands'),
            render: (row: RequestRow) => <LongName>{requestSentence(row, say, format)}</LongName>,
          },
        ]}
      />
    </Page>
  )
}

/** Nobody approved an emergency in time: red in the reconciliation too. */
const overdue = (row: RequestRow) =>
  row.afterApproval !== null &&
  row.afterApproval !== 'APPROVED' &&
  row.approveBy !== null &&
  Date.parse(row.approveBy) < Date.now()
