import { text } from '#kernel/contract/text.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { StateTag } from '#ui/state-tag.tsx'
import type { TaskRow } from '../schema.ts'
import { taskStates } from '../states.ts'
import { steps } from '../words.ts'
import { taskName } from './task-name.ts'
import { TaskTime } from './task-time.tsx'

const messages = defineMessages({
  pool: text('待分派', 'Not assigned'),
  former: text('原会场或原日期：{room}', 'Earlier room or day: {room}'),
  lines: text('清单 {done}/{all}', 'checklist {done}/{all}'),
})

interface SupportTimelineProps {
  tasks: readonly TaskRow[]
  /** Of a meeting in several rooms: tasks elsewhere say where. */
  mainRoom: string | null
}

/** The tasks in order of time, by the four steps; each opens for those who may do it. */
export function SupportTimeline({ tasks, mainRoom }: SupportTimelineProps) {
  const localised = useLocalised()
  const order = ['TAKE_ON', 'SET_UP', 'IN_SESSION', 'RESET'] as const
  return (
    <div className="support">
      {order.map((step) => {
        const own = tasks.filter((task) => task.step === step)
        if (own.length === 0) return null
        return (
          <section key={step}>
            <h3>{localised(steps[step])}</h3>
            <ol>
              {own.map((task) => (
                <SupportLine key={task.id} task={task} mainRoom={mainRoom} />
              ))}
            </ol>
          </section>
        )
      })}
    </div>
  )
}

function SupportLine({ task, mainRoom }: { task: TaskRow; mainRoom: string | null }) {
  const t = useText(messages)
  const localised = useLocalised()
  const name = localised(taskName(task))
  const elsewhere = mainRoom !== null && task.meeting.roomName !== mainRoom
  const opens = task.can.start || task.can.check || task.can.finish
  return (
    <li className="support-line">
      <TaskTime startsAt={task.startsAt} dueAt={task.dueAt} on={task.meeting.from} />
      <span className="support-words">
        {opens ? <LinkTo to={`/meetings/tasks/${task.id}`}>{name}</LinkTo> : <span>{name}</span>}
        {task.former ? (
          <small className="meeting-missed">{t('former', { room: task.meeting.roomName })}</small>
        ) : null}
        <small className="hq-faint">
          {elsewhere && !task.former ? `${task.meeting.roomName} · ` : ''}
          {task.doneBy ?? task.owner?.name ?? t('pool')}
          {task.linesDue > 0 ? ` · ${t('lines', { done: task.linesAnswered, all: task.linesDue })}` : ''}
        </small>
      </span>
      <StateTag machine={taskStates} state={task.state} />
    </li>
  )
}
