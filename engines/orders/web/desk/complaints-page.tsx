import { useState } from 'react'
import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { useSearch } from '#kernel/web/navigate.ts'
import { type RowOf, useRead } from '#kernel/web/use-read.ts'
import { useSession } from '#kernel/web/use-session.ts'
import { Clock } from '#ui/clock.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { type Filter, stateOptions } from '#ui/filters.ts'
import { Page } from '#ui/page.tsx'
import { LongName } from '#ui/section.tsx'
import { SidePanel } from '#ui/side-panel.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { orders } from '../../module.ts'
import { complaintStates } from '../../states.ts'
import { complaintChannels } from '../../words.ts'
import { OpinionView } from '../opinion-view.tsx'
import { ComplaintAnswer } from './complaint-answer.tsx'
import { ComplaintForm } from './complaint-form.tsx'
import './desk.css'

const messages = defineMessages({
  title: text('投诉', 'Complaints'),
  note: text(
    '电话、意见箱、网页和来访的投诉都记在这里，按期答复。',
    'By phone, mailbox, web or in person: all are here and answered in time.',
  ),
  register: text('登记投诉', 'Register'),
  about: text('关于', 'About'),
  state: text('状态', 'State'),
  who: text('提出人', 'From'),
  owner: text('谁负责', 'Who answers'),
  due: text('答复期限', 'Answer by'),
  channel: text('来源', 'Came by'),
  when: text('提出', 'Came in'),
  overdue: text('过期未答复', 'Past its day'),
  find: text('内容、编号、姓名', 'Words, number, name'),
  none: text('还没有投诉', 'No complaints yet'),
  next: text('接到投诉电话或收到意见，点“登记投诉”。', 'Register what comes by phone or in the mailbox.'),
})

const filters: Filter[] = [
  { key: 'state', kind: 'select', label: messages.state, options: stateOptions(complaintStates) },
  { key: 'overdue', kind: 'toggle', label: messages.overdue },
  { key: 'days', kind: 'days', label: messages.when },
]

type Row = RowOf<typeof orders.actions.listComplaints>

/** Every complaint with its owner and its day; registered for callers, answered, closed. */
export default function ComplaintsPage() {
  const t = useText(messages)
  const localised = useLocalised()
  const format = useFormat()
  const session = useSession()
  const [search, change] = useSearch()
  const [registering, setRegistering] = useState(search.new === 'true')
  const answers = session.allowed('orders.answer-complaints')
  const close = () => {
    setRegistering(false)
    change({ new: undefined, matter: undefined })
  }
  return (
    <Page
      title={t('title')}
      subtitle={t('note')}
      width="wide"
      action={answers ? { title: t('register'), onClick: () => setRegistering(true) } : undefined}
    >
      <DataTable
        name="orders.complaints"
        title={t('title')}
        read={orders.actions.listComplaints}
        exportTo={orders.actions.exportComplaints}
        filters={filters}
        search={t('find')}
        searchAs="search"
        onNew={answers ? () => setRegistering(true) : undefined}
        rowTone={(row) => (row.overdue ? 'bad' : undefined)}
        panel={(key) => <ComplaintPanel complaintId={key} />}
        panelTitle={(_key, row) => row?.about}
        empty={{ title: t('none'), next: answers ? t('next') : undefined, icon: 'satisfaction' }}
        columns={[
          {
            key: 'about',
            title: t('about'),
            render: (row: Row) => (
              <span className="order-what">
                {row.about}
                <LongName lines={1}>{row.words}</LongName>
              </span>
            ),
          },
          {
            key: 'state',
            title: t('state'),
            card: 'mark',
            render: (row: Row) => <StateTag machine={complaintStates} state={row.state} />,
          },
          {
            key: 'due',
            title: t('due'),
            render: (row: Row) => <Clock due={row.dueAt} doneAt={row.answeredAt} warnMinutes={1440} />,
          },
          { key: 'owner', title: t('owner'), render: (row: Row) => row.owner.name },
          {
            key: 'who',
            title: t('who'),
            render: (row: Row) => (
              <span className="order-what">
                {row.complainantName}
                <small className="hq-faint">{row.unit?.name}</small>
              </span>
            ),
          },
          {
            key: 'channel',
            title: t('channel'),
            card: 'none',
            render: (row: Row) => localised(complaintChannels[row.channel]),
          },
          { key: 'when', title: t('when'), render: (row: Row) => format.when(row.registeredAt) },
        ]}
      />
      <SidePanel open={registering} title={t('register')} onClose={close}>
        <ComplaintForm onDone={close} />
      </SidePanel>
    </Page>
  )
}

/** One complaint, and below it the form that answers or closes it. */
function ComplaintPanel({ complaintId }: { complaintId: string }) {
  // The same read as the view's own, so it is asked for once.
  const list = useRead(orders.actions.listComplaints, { limit: 200 })
  const row = list.data?.items.find((one) => one.id === complaintId)
  return (
    <div className="hq-stack">
      <OpinionView complaintId={complaintId} />
      {row ? <ComplaintAnswer row={row} /> : null}
    </div>
  )
}
