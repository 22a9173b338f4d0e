import { Button, Progress } from 'antd'
import { kernelActions } from '#kernel/actions.ts'
import { text } from '#kernel/contract/text.ts'
import type { ImportRun } from './import-findings.tsx'
import { defineMessages, useText } from './messages.ts'
import { useWrite } from './use-write.ts'

const messages = defineMessages({
  checking: text('正在预检 {name}', 'Checking {name}'),
  importing: text('正在导入 {name}', 'Importing {name}'),
  read: text('已读 {n} 行，已处理 {taken} 行', '{n} {n|row|rows} read, {taken} worked off'),
  waiting: text('排队中，马上开始。', 'Waiting for its turn.'),
  leave: text(
    '可以离开此页，回来时接着显示。',
    'You may leave this page; it goes on, and shows again when you return.',
  ),
  cancel: text('取消，什么都不写入', 'Cancel, and write nothing'),
  cancelled: text('已取消，什么都没有写入。', 'Cancelled; nothing was written.'),
  interrupted: text(
    '服务器中途重启，这次导入已停止，什么都没有写入。请重新选择表格。',
    'The server restarted and this import stopped; nothing was written. Choose the sheet again.',
  ),
})

/** How far a run is, with the way to stop it; or why it came to no end. Nothing for one that is done. */
export function ImportProgress({ run }: { run: ImportRun }) {
  const t = useText(messages)
  const cancel = useWrite(kernelActions.cancelImport, { invalidates: ['/imports/runs'] })
  if (run.state === 'done') return null
  if (run.state === 'cancelled') return <p role="status">{t('cancelled')}</p>
  if (run.state === 'interrupted') return <p role="alert">{t('interrupted')}</p>
  if (run.state === 'failed') return <p role="alert">{run.problem}</p>
  const share = run.rowsRead > 0 ? Math.floor((run.rowsTaken / run.rowsRead) * 100) : 0
  const counts = t('read', { n: run.rowsRead, taken: run.rowsTaken })
  return (
    <div className="hq-stack hq-stack-tight">
      <p role="status">{t(run.mode === 'commit' ? 'importing' : 'checking', { name: run.fileName })}</p>
      <Progress percent={share} aria-label={counts} />
      <p className="hq-soft">
        {run.state === 'queued' ? t('waiting') : counts} {t('leave')}
      </p>
      <div>
        <Button loading={cancel.isPending} onClick={() => cancel.mutate({ runId: run.id })}>
          {t('cancel')}
        </Button>
      </div>
    </div>
  )
}
