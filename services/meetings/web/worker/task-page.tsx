import { App } from 'antd'
import { useMemo } from 'react'
import { ChecklistCard } from '#engines/standards/web/checklist/checklist-card.tsx'
import { type ListedLine, missingLines } from '#engines/standards/web/checklist/checklist-draft.ts'
import { projectAnswers } from '#engines/standards/web/checklist/project-answers.ts'
import { type ChecklistWay, useChecklist } from '#engines/standards/web/checklist/use-checklist.ts'
import { text } from '#kernel/contract/text.ts'
import { formatTime } from '#kernel/web/format.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { useGo, useParam } from '#kernel/web/navigate.ts'
import { pendingFor } from '#kernel/web/offline/next-deed.ts'
import { useDeeds } from '#kernel/web/offline/outbox.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { Loading } from '#ui/loading.tsx'
import { Page } from '#ui/page.tsx'
import { Problem } from '#ui/problem.tsx'
import { Facts, Section } from '#ui/section.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { meetings } from '../../module.ts'
import { taskStates } from '../../states.ts'
import { layouts, services } from '../../words.ts'
import { taskName } from '../task-name.ts'
import { TaskTime } from '../task-time.tsx'
import { projectTask } from './project-task.ts'
import { UnsentTask } from './unsent-task.tsx'
import { useTaskDeed } from './use-task-deed.ts'
import '../meetings.css'

const messages = defineMessages({
  task: text('任务', 'Task'),
  day: text('会务任务', 'Meeting tasks'),
  time: text('时间', 'Time'),
  meeting: text('会议', 'Meeting'),
  persons: text('人数', 'Persons'),
  layout: text('布局', 'Layout'),
  services: text('服务内容', 'Services'),
  note: text('要求', 'Wishes'),
  start: text('开始', 'Start'),
  finish: text('完成', 'Finish'),
  started: text('开始：{task}', 'Started: {task}'),
  finished: text('完成：{task}', 'Finished: {task}'),
  missing: text('还有 {n} 项必查没填好', '{n} mandatory {n|line is|lines are} not done'),
  whole: text('看整场会议', 'See the whole meeting'),
})

const answersPath = meetings.actions.recordTaskChecklist.path

/** One task on a phone: what, where, for whom, its checklist, one button. */
export default function TaskPage() {
  const t = useText(messages)
  const localised = useLocalised()
  const taskId = useParam('taskId')
  const read = useRead(meetings.actions.readTask, { taskId }, { keep: false })
  const deeds = useDeeds()
  const pending = useMemo(
    () => pendingFor(deeds, taskId, read.dataUpdatedAt),
    [deeds, taskId, read.dataUpdatedAt],
  )
  const task = read.data && projectTask(read.data, pending)
  const lines = useMemo(
    () => projectAnswers(read.data?.checklist.lines ?? [], pending, answersPath),
    [read.data, pending],
  )
  return (
    <Page
      title={task ? localised(taskName(task)) : t('task')}
      subtitle={task ? `${task.meeting.siteName} · ${task.meeting.roomName}` : undefined}
      trail={[{ title: t('day'), to: '/meetings/tasks' }]}
      width="text"
      extra={task ? <StateTag machine={taskStates} state={task.state} /> : null}
    >
      {read.isPending ? <Loading /> : null}
      {read.error && !task ? <Problem error={read.error} onRetry={() => void read.refetch()} /> : null}
      {task ? <Task task={task} lines={lines} /> : null}
    </Page>
  )
}

type Detail = NonNullable<ReturnType<typeof useRead<typeof meetings.actions.readTask>>['data']>

function Task({ task, lines }: { task: Detail; lines: readonly ListedLine[] }) {
  const t = useText(messages)
  const localised = useLocalised()
  const { meeting } = task
  const list = useTaskChecklist(task.id, lines)
  return (
    <div className="hq-stack">
      <UnsentTask taskId={task.id} />
      <Section>
        <Facts
          items={[
            {
              title: t('time'),
              value: <TaskTime startsAt={task.startsAt} dueAt={task.dueAt} on={meeting.from} />,
            },
            {
              title: t('meeting'),
              value: `${meeting.title} ${formatTime(meeting.from)}–${formatTime(meeting.to)}`,
            },
            { title: t('persons'), value: meeting.headcount === null ? '—' : String(meeting.headcount) },
            ...(meeting.layout ? [{ title: t('layout'), value: localised(layouts[meeting.layout]) }] : []),
            {
              title: t('services'),
              value: meeting.services.map((one) => localised(services[one])).join('、') || '—',
              wide: true,
            },
            ...(meeting.note ? [{ title: t('note'), value: meeting.note, wide: true }] : []),
          ]}
        />
      </Section>
      {task.state === 'PLANNED' ? null : (
        <ChecklistCard lines={lines} list={list} open={task.can.check === true} />
      )}
      <LinkTo to={`/meetings/${meeting.id}`}>{t('whole')}</LinkTo>
      <TaskButton task={task} lines={lines} list={list} />
    </div>
  )
}

function useTaskChecklist(taskId: string, lines: readonly ListedLine[]) {
  const send = useTaskDeed(meetings.actions.recordTaskChecklist)
  const way = useMemo<ChecklistWay>(
    () => ({
      path: meetings.actions.recordTaskChecklist.path,
      record: (answers, what, pictures) => send({ taskId, answers }, what, pictures),
    }),
    [send, taskId],
  )
  return useChecklist(taskId, lines, way)
}

interface TaskButtonProps {
  task: Detail
  lines: readonly ListedLine[]
  list: ReturnType<typeof useChecklist>
}

/** The one next step at the thumb; without a signal it is kept and sent later. */
function TaskButton({ task, lines, list }: TaskButtonProps) {
  const t = useText(messages)
  const localised = useLocalised()
  const go = useGo()
  const { message } = App.useApp()
  const start = useTaskDeed(meetings.actions.startTask)
  const finish = useTaskDeed(meetings.actions.finishTask)
  const name = localised(taskName(task))
  // What is not met is said so and kept; what is not answered holds up the finish.
  const missing = missingLines(lines, list.drafts).filter(({ lack }) => lack !== 'notOk')
  const end = async () => {
    const [first] = missing
    if (first) {
      message.warning(t('missing', { n: missing.length }))
      document
        .getElementById(`line-${first.line.id}`)
        ?.scrollIntoView({ behavior: 'smooth', block: 'center' })
      return
    }
    await list.settle()
    if (await finish({ taskId: task.id }, t('finished', { task: name }))) go('/meetings/tasks')
  }
  if (!task.can.start && !task.can.finish) return null
  return (
    <div className="meeting-thumb">
      {task.can.start ? (
        <button
          type="button"
          className="meeting-button meeting-primary"
          onClick={() => void start({ taskId: task.id }, t('started', { task: name }))}
        >
          {t('start')}
        </button>
      ) : (
        <button type="button" className="meeting-button meeting-primary" onClick={() => void end()}>
          {t('finish')}
        </button>
      )}
    </div>
  )
}
