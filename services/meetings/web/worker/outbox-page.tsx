import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useDeeds } from '#kernel/web/offline/outbox.ts'
import { Empty } from '#ui/empty.tsx'
import { Page } from '#ui/page.tsx'
import { UnsentTask } from './unsent-task.tsx'
import '../meetings.css'

const messages = defineMessages({
  title: text('待上传', 'To be sent'),
  day: text('会务任务', 'Meeting tasks'),
  none: text('都已上传', 'Everything has been sent'),
  noneNote: text('没有信号时做的事会先记在这里。', 'What you do without a signal is noted here first.'),
})

/** What is still on this phone, task by task. */
export default function OutboxPage() {
  const t = useText(messages)
  const unsent = useDeeds().filter(({ sentAt, path }) => sentAt === null && path.startsWith('/meetings/'))
  const subjects = [...new Set(unsent.map(({ subject }) => subject))]
  return (
    <Page title={t('title')} trail={[{ title: t('day'), to: '/meetings/tasks' }]} width="text">
      {subjects.length === 0 ? <Empty icon="tasks" title={t('none')} next={t('noneNote')} /> : null}
      <div className="hq-stack">
        {subjects.map((taskId) => (
          <UnsentTask key={taskId} taskId={taskId} linked />
        ))}
      </div>
    </Page>
  )
}
