import { text } from '#kernel/contract/text.ts'
import { formatTime, useFormat } from '#kernel/web/format.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { pendingFor } from '#kernel/web/offline/next-deed.ts'
import { useDeeds } from '#kernel/web/offline/outbox.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { Empty } from '#ui/empty.tsx'
import { Loading } from '#ui/loading.tsx'
import { Page } from '#ui/page.tsx'
import { Problem } from '#ui/problem.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { meetings } from '../../module.ts'
import type { TaskRow } from '../../schema.ts'
import { taskStates } from '../../states.ts'
import { taskName } from '../task-name.ts'
import { projectTask } from './project-task.ts'
import '../meetings.css'

const messages = defineMessages({
  title: text('会务任务', 'Meeting tasks'),
  now: text('现在做', 'Now'),
  later: text('接下来', 'Then'),
  free: text('没人负责的', 'Nobody’s yet'),
  done: text('做完的 {n} 项', '{n} done'),
  none: text('今天没有会务任务', 'No tasks today'),
  next: text('派给您的任务会按时间出现在这里。', 'What is assigned to you appears here by time.'),
  waiting: text('待上传', 'To be sent'),
})

const open = ['PLANNED', 'STARTED', 'MISSED']

/** The attendant's day: what is under way, then the rest by time, then what nobody has taken yet. */
export default function DayPage() {
  const t = useText(messages)
  const format = useFormat()
  const read = useRead(meetings.actions.listMyTasks, {})
  const deeds = useDeeds()
  const tasks = (read.data?.items ?? []).map((task) =>
    projectTask(task, pendingFor(deeds, task.id, read.dataUpdatedAt)),
  )
  const todo = tasks.filter(({ state }) => open.includes(state))
  const own = todo.filter(({ owner, state }) => owner !== null || state === 'STARTED')
  return (
    <Page title={t('title')} subtitle={read.data ? format.day(read.data.day) : undefined} width="text">
      {read.isPending ? <Loading /> : null}
      {read.error && !read.data ? <Problem error={read.error} onRetry={() => void read.refetch()} /> : null}
      {read.data && tasks.length === 0 ? <Empty icon="tasks" title={t('none')} next={t('next')} /> : null}
      <div className="hq-stack">
        <Group title={t('now')} tasks={own.filter(({ state }) => state === 'STARTED')} />
        <Group title={t('later')} tasks={own.filter(({ state }) => state !== 'STARTED')} />
        <Group title={t('free')} tasks={todo.filter((task) => !own.includes(task))} />
        <Group
          title={t('done', { n: tasks.length - todo.length })}
          tasks={tasks.filter((task) => !todo.includes(task))}
        />
      </div>
    </Page>
  )
}

function Group({ title, tasks }: { title: string; tasks: readonly TaskRow[] }) {
  if (tasks.length === 0) return null
  return (
    <section className="day-group">
      <h2>{title}</h2>
      <ul>
        {tasks.map((task) => (
          <li key={task.id}>
            <TaskTile task={task} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function TaskTile({ task }: { task: TaskRow }) {
  const t = useText(messages)
  const localised = useLocalised()
  const unsent = useDeeds().some(({ subject, sentAt }) => subject === task.id && sentAt === null)
  return (
    <LinkTo to={`/meetings/tasks/${task.id}`} className="day-tile">
      <time className="hq-nowrap" dateTime={task.startsAt}>
        {formatTime(task.startsAt)}
      </time>
      <span className="day-words">
        <strong>{localised(taskName(task))}</strong>
        <span>{task.meeting.roomName}</span>
        <small className="hq-faint">
          {task.meeting.title} {formatTime(task.meeting.from)}–{formatTime(task.meeting.to)}
        </small>
        {unsent ? <small className="meeting-missed">{t('waiting')}</small> : null}
      </span>
      <StateTag machine={taskStates} state={task.state} />
    </LinkTo>
  )
}
