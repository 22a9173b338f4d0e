import { App } from 'antd'
import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { discardDeeds, retryDeeds, useDeeds } from '#kernel/web/offline/outbox.ts'

const messages = defineMessages({
  waiting: text(
    '有 {n} 项记在手机上，有信号就自动上传',
    '{n} kept on this phone; sent when there is a signal',
  ),
  refused: text('没有送达：{why}', 'Not delivered: {why}'),
  again: text('再试一次', 'Try again'),
  discard: text('丢弃', 'Discard'),
  sure: text('丢弃这 {n} 项？', 'Discard {n|this|these} {n} {n|entry|entries}?'),
  note: text('从手机上删除，不能恢复。', 'Deleted from this phone; they cannot be brought back.'),
  keep: text('先不', 'Not now'),
  task: text('任务', 'Task'),
})

/** What is on the phone of one task; if it was not taken: why, what it was, and the ways out. */
export function UnsentTask({ taskId, linked = false }: { taskId: string; linked?: boolean }) {
  const t = useText(messages)
  const format = useFormat()
  const { modal } = App.useApp()
  const deeds = useDeeds().filter(({ subject, sentAt }) => subject === taskId && sentAt === null)
  const refusal = deeds.find((deed) => deed.refusal)?.refusal
  // On the task's own page the checklist says what waits; only what was refused needs a person.
  if (deeds.length === 0 || (!linked && !refusal)) return null
  const discard = () =>
    modal.confirm({
      title: t('sure', { n: deeds.length }),
      content: t('note'),
      okText: t('discard'),
      okButtonProps: { danger: true },
      cancelText: t('keep'),
      onOk: () => discardDeeds(taskId),
    })
  return (
    <section className="unsent-task" role="status">
      {linked ? <LinkTo to={`/meetings/tasks/${taskId}`}>{t('task')}</LinkTo> : null}
      <p className={refusal ? 'meeting-lack' : undefined}>
        {refusal ? t('refused', { why: refusal.detail || refusal.title }) : t('waiting', { n: deeds.length })}
      </p>
      <ol>
        {deeds.map((deed) => (
          <li key={deed.id}>
            {deed.what} <small className="hq-faint">{format.when(deed.at)}</small>
          </li>
        ))}
      </ol>
      {refusal ? (
        <div className="hq-row">
          <button type="button" className="meeting-button" onClick={() => void retryDeeds(taskId)}>
            {t('again')}
          </button>
          <button type="button" className="meeting-button" onClick={discard}>
            {t('discard')}
          </button>
        </div>
      ) : null}
    </section>
  )
}
