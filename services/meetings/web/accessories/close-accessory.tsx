import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { meetings } from '../../module.ts'
import { Opener } from '../opener.tsx'
import { ReasonForm } from '../reason-form.tsx'

const messages = defineMessages({
  close: text('停用', 'Close'),
  none: text('没有人在借用或预订，停用后不再借出。', 'Nobody has it; it will not be lent any more.'),
  standing: text(
    '有 {n} 个会议正在借用或已预订，照常使用；停用后不再接受新的借用。',
    '{n} meetings have it or have booked it and keep it; nobody else can claim it any more.',
  ),
  closed: text('已停用', 'Closed'),
  reopen: text('恢复使用', 'Use again'),
  reopened: text('已恢复使用', 'In use again'),
})

const stale = ['/meetings/accessories']
interface Named {
  id: string
}

export function CloseAccessory({ accessory, standing }: { accessory: Named; standing: number }) {
  const t = useText(messages)
  return (
    <Opener title={t('close')} danger>
      {(close) => <CloseForm id={accessory.id} standing={standing} onClose={close} />}
    </Opener>
  )
}

function CloseForm({ id, standing, onClose }: { id: string; standing: number; onClose: () => void }) {
  const t = useText(messages)
  const write = useWrite(meetings.actions.closeAccessory, {
    quiet: true,
    invalidates: stale,
    success: t('closed'),
    onDone: onClose,
  })
  return (
    <ReasonForm
      submit={t('close')}
      danger
      write={write}
      onSubmit={({ reason }) => write.mutate({ accessoryId: id, reason })}
      onClose={onClose}
    >
      <p className="hq-soft">{standing > 0 ? t('standing', { n: standing }) : t('none')}</p>
    </ReasonForm>
  )
}

export function ReopenAccessory({ accessory }: { accessory: Named }) {
  const t = useText(messages)
  return <Opener title={t('reopen')}>{(close) => <ReopenForm id={accessory.id} onClose={close} />}</Opener>
}

function ReopenForm({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useText(messages)
  const write = useWrite(meetings.actions.reopenAccessory, {
    quiet: true,
    invalidates: stale,
    success: t('reopened'),
    onDone: onClose,
  })
  return (
    <ReasonForm
      submit={t('reopen')}
      write={write}
      onSubmit={({ reason }) => write.mutate({ accessoryId: id, reason })}
      onClose={onClose}
    />
  )
}
