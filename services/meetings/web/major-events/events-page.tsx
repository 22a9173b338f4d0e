import { Input } from 'antd'
import { useState } from 'react'
import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useGo, useSearch } from '#kernel/web/navigate.ts'
import { useSession } from '#kernel/web/use-session.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { DataTable } from '#ui/data-table.tsx'
import { DayInput } from '#ui/day-input.tsx'
import { EntryForm } from '#ui/entry-form.tsx'
import { Field } from '#ui/field.tsx'
import { type Filter, stateOptions } from '#ui/filters.ts'
import { Page } from '#ui/page.tsx'
import { LongName } from '#ui/section.tsx'
import { SidePanel } from '#ui/side-panel.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import type { EventRow } from '../../major-event-schema.ts'
import { majorEventStates } from '../../major-event-words.ts'
import { meetings } from '../../module.ts'
import '../meetings.css'

const messages = defineMessages({
  title: text('重大活动', 'Major events'),
  make: text('建立活动', 'New event'),
  name: text('活动名称', 'Title'),
  state: text('状态', 'State'),
  days: text('日期', 'Days'),
  from: text('开始日期', 'First day'),
  to: text('结束日期', 'Last day'),
  owner: text('负责人', 'Owner'),
  meetings: text('会议', 'Meetings'),
  guests: text('嘉宾', 'Guests'),
  milestones: text('节点', 'Milestones'),
  done: text('{done}/{all}', '{done} of {all}'),
  late: text('逾期 {n}', '{n} late'),
  note: text('说明（可不填）', 'Note (optional)'),
  find: text('编号、名称、负责人', 'Number, title, owner'),
  none: text('还没有重大活动', 'No major events yet'),
  next: text(
    '把一次大型活动的会议、节点和嘉宾放在一起管理。',
    'Keep the meetings, milestones and guests of one large event together.',
  ),
})

const filters: Filter[] = [
  { key: 'state', kind: 'multi', label: messages.state, options: stateOptions(majorEventStates) },
]

/** Major events, newest first. */
export default function EventsPage() {
  const t = useText(messages)
  const format = useFormat()
  const session = useSession()
  const [search, change] = useSearch()
  const manages = session.allowed('meetings.manage-events')
  return (
    <Page
      title={t('title')}
      width="wide"
      action={manages ? { title: t('make'), onClick: () => change({ make: 'true' }) } : undefined}
    >
      <DataTable
        name="meetings.events"
        title={t('title')}
        read={meetings.actions.listEvents}
        exportTo={meetings.actions.exportEvents}
        filters={filters}
        search={t('find')}
        searchAs="search"
        rowPath={(key) => `/meetings/events/${key}`}
        rowTone={(row) => (row.milestones.late > 0 ? 'bad' : undefined)}
        empty={{ title: t('none'), next: t('next'), icon: 'calendar' }}
        columns={[
          {
            key: 'name',
            title: t('name'),
            card: 'title',
            render: (row: EventRow) => (
              <span className="meeting-what">
                <LongName>{row.title}</LongName>
                <small className="hq-faint hq-nowrap">{row.number}</small>
              </span>
            ),
          },
          {
            key: 'state',
            title: t('state'),
            card: 'mark',
            render: (row: EventRow) => <StateTag machine={majorEventStates} state={row.state} />,
          },
          {
            key: 'days',
            title: t('days'),
            render: (row: EventRow) =>
              `${format.day(row.fromDay, 'short')}—${format.day(row.toDay, 'short')}`,
          },
          { key: 'owner', title: t('owner'), render: (row: EventRow) => row.ownerName },
          { key: 'meetings', title: t('meetings'), align: 'right', render: (row: EventRow) => row.meetings },
          { key: 'guests', title: t('guests'), align: 'right', render: (row: EventRow) => row.guests },
          {
            key: 'milestones',
            title: t('milestones'),
            align: 'right',
            render: (row: EventRow) => (
              <span className="hq-nowrap">
                {t('done', { done: row.milestones.done, all: row.milestones.all })}
                {row.milestones.late > 0 ? (
                  <b className="meeting-missed"> {t('late', { n: row.milestones.late })}</b>
                ) : null}
              </span>
            ),
          },
        ]}
      />
      <SidePanel
        open={manages && search.make === 'true'}
        title={t('make')}
        onClose={() => change({ make: undefined })}
      >
        <NewEvent />
      </SidePanel>
    </Page>
  )
}

interface Draft {
  title: string
  fromDay: string
  toDay: string
  note?: string
}

function NewEvent() {
  const t = useText(messages)
  const go = useGo()
  const [begun] = useState<Partial<Draft>>({})
  const create = useWrite(meetings.actions.createEvent, {
    quiet: true,
    invalidates: ['/meetings/events'],
    onDone: ({ id }) => go(`/meetings/events/${id}`),
  })
  return (
    <EntryForm<Draft>
      initial={begun}
      submit={t('make')}
      busy={create.isPending}
      problem={create.error}
      onSubmit={({ title, fromDay, toDay, note }) =>
        create.mutate({ title, fromDay, toDay, ...(note ? { note } : {}) })
      }
    >
      <Field name="title" label={t('name')} required>
        <Input maxLength={200} />
      </Field>
      <Field name="fromDay" label={t('from')} required>
        <DayInput label={t('from')} />
      </Field>
      <Field name="toDay" label={t('to')} required>
        <DayInput label={t('to')} />
      </Field>
      <Field name="note" label={t('note')}>
        <Input.TextArea maxLength={2000} autoSize={{ minRows: 2 }} />
      </Field>
    </EntryForm>
  )
}
