import { Select } from 'antd'
import { call } from '#kernel/contract/client.ts'
import { text } from '#kernel/contract/text.ts'
import { formatTime, todayInChina, useFormat } from '#kernel/web/format.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import type { BulkAction } from '#ui/bulk-bar.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { type Filter, stateOptions, useFilters } from '#ui/filters.ts'
import { Page } from '#ui/page.tsx'
import { LongName } from '#ui/section.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { meetings } from '../module.ts'
import type { TaskRow } from '../schema.ts'
import { taskStates } from '../states.ts'
import { steps, taskKinds } from '../words.ts'
import { optionsOf, searchSites } from './choices.ts'
import { taskName } from './task-name.ts'
import { TaskTime } from './task-time.tsx'
import './meetings.css'

const messages = defineMessages({
  title: text('会务调度', 'Meeting desk'),
  note: text(
    '按时间看谁做什么；勾选几项一起分派。',
    'Who does what, by time; select several to assign together.',
  ),
  when: text('时间', 'When'),
  task: text('任务', 'Task'),
  meeting: text('会议', 'Meeting'),
  where: text('会议室', 'Room'),
  owner: text('负责人', 'Owner'),
  state: text('状态', 'State'),
  kind: text('任务', 'Task'),
  site: text('物业', 'Site'),
  days: text('日期', 'Day'),
  unowned: text('只看待分派', 'Not assigned only'),
  pool: text('待分派', 'Not assigned'),
  assign: text('分派', 'Assign'),
  release: text('放回待分派', 'Back to the pool'),
  choose: text('选一位会务人员', 'Choose an attendant'),
  load: text('{name}（今天 {n} 项，{time}）', '{name} ({n} tasks today, {time})'),
  none: text('没有会务任务', 'No tasks'),
  next: text(
    '会议订好后，任务会按时间出现在这里。',
    'Once a meeting is booked its tasks appear here by time.',
  ),
})

const filters: Filter[] = [
  { key: 'days', kind: 'days', label: messages.days },
  { key: 'state', kind: 'multi', label: messages.state, options: stateOptions(taskStates) },
  { key: 'kind', kind: 'select', label: messages.kind, options: optionsOf(taskKinds) },
  { key: 'siteId', kind: 'search', label: messages.site, search: searchSites },
  { key: 'unowned', kind: 'toggle', label: messages.unowned },
]

/** The dispatcher's board: every task by time, handed out many at once to whoever is free. */
export default function BoardPage() {
  const t = useText(messages)
  const localised = useLocalised()
  const format = useFormat()
  const { values } = useFilters(filters)
  const fixed = values.from === undefined && values.to === undefined ? { from: todayInChina() } : {}
  const bulk: BulkAction<TaskRow>[] = [
    {
      key: 'assign',
      title: t('assign'),
      can: (row) => row.can.assign === true,
      run: (row, personId) => assign(row, personId as string),
      form: (value, onChange) => <AttendantSelect value={value as string | undefined} onChange={onChange} />,
    },
    {
      key: 'release',
      title: t('release'),
      can: (row) => row.can.assign === true && row.owner !== null,
      run: (row) => assign(row, null),
    },
  ]
  return (
    <Page title={t('title')} subtitle={t('note')} width="wide">
      <DataTable
        name="meetings.tasks"
        title={t('title')}
        read={meetings.actions.listTasks}
        exportTo={meetings.actions.exportTasks}
        input={fixed}
        filters={filters}
        bulk={bulk}
        rowPath={(key) => `/meetings/tasks/${key}`}
        rowTone={(row) => (row.state === 'MISSED' ? 'bad' : undefined)}
        empty={{ title: t('none'), next: t('next'), icon: 'tasks' }}
        columns={[
          {
            key: 'when',
            title: t('when'),
            render: (row: TaskRow) => (
              <span>
                <span className="hq-nowrap">{format.day(row.startsAt, 'short')}</span>{' '}
                <TaskTime startsAt={row.startsAt} dueAt={row.dueAt} on={row.startsAt} />
              </span>
            ),
          },
          {
            key: 'task',
            title: t('task'),
            card: 'title',
            render: (row: TaskRow) => (
              <span className="meeting-what">
                <span>{localised(taskName(row))}</span>
                <small className="hq-faint">{localised(steps[row.step])}</small>
              </span>
            ),
          },
          {
            key: 'state',
            title: t('state'),
            card: 'mark',
            render: (row: TaskRow) => <StateTag machine={taskStates} state={row.state} />,
          },
          {
            key: 'owner',
            title: t('owner'),
            render: (row: TaskRow) => row.owner?.name ?? <b className="meeting-missed">{t('pool')}</b>,
          },
          {
            key: 'meeting',
            title: t('meeting'),
            render: (row: TaskRow) => (
              <LinkTo to={`/meetings/${row.meeting.id}`}>
                {row.meeting.title} {formatTime(row.meeting.from)}
              </LinkTo>
            ),
          },
          {
            key: 'where',
            title: t('where'),
            render: (row: TaskRow) => <LongName>{row.meeting.roomName}</LongName>,
          },
        ]}
      />
    </Page>
  )
}

/** One task; a refusal is the row's own. */
async function assign(row: TaskRow, personId: string | null): Promise<void> {
  const { items } = await call(meetings.actions.assignTasks, { taskIds: [row.id], personId })
  const reason = items[0]?.reason
  if (reason) throw new Error(reason)
}

/** The attendants with what each has today, those with the least first. */
function AttendantSelect({
  value,
  onChange,
}: {
  value: string | undefined
  onChange: (value: unknown) => void
}) {
  const t = useText(messages)
  const format = useFormat()
  const day = todayInChina()
  const read = useRead(meetings.actions.listAttendants, {
    from: `${day}T00:00:00+08:00`,
    to: `${day}T23:59:00+08:00`,
  })
  return (
    <Select
      aria-label={t('choose')}
      placeholder={t('choose')}
      loading={read.isPending}
      value={value}
      onChange={onChange}
      showSearch={{ optionFilterProp: 'label' }}
      options={(read.data?.items ?? []).map(({ id, name, tasksOfDay, minutesOfDay }) => ({
        value: id,
        label: t('load', { name, n: tasksOfDay, time: format.duration(minutesOfDay) }),
      }))}
    />
  )
}
