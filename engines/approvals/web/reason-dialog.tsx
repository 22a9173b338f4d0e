import { Input, Modal } from 'antd'
import { useState } from 'react'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { Problem } from '#ui/problem.tsx'

const messages = defineMessages({
  reason: text('原因', 'Reason'),
  missing: text('请写一句原因，申请人会看到', 'Say why; the requester will read it'),
  no: text('先不', 'Not now'),
})

interface ReasonDialogProps {
  title: string
  /** What follows from it. */
  note: string
  yes: string
  danger?: boolean
  busy: boolean
  error: unknown
  onYes: (reason: string) => void
  onClose: () => void
}

/** Asks why, which the requester reads. */
export function ReasonDialog({ title, note, yes, danger, busy, error, onYes, onClose }: ReasonDialogProps) {
  const t = useText(messages)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const given = reason.trim()
  return (
    <Modal
      open
      title={title}
      okText={yes}
      cancelText={t('no')}
      okButtonProps={{ danger: danger ?? false }}
      confirmLoading={busy}
      onOk={() => {
        setTried(true)
        if (given) onYes(given)
      }}
      onCancel={onClose}
    >
      <div className="hq-stack hq-stack-tight">
        <p className="hq-soft">{note}</p>
        <Input.TextArea
          aria-label={t('reason')}
          placeholder={t('reason')}
          value={reason}
          maxLength={400}
          autoSize={{ minRows: 2, maxRows: 5 }}
          status={tried && !given ? 'error' : undefined}
          onChange={({ target }) => setReason(target.value)}
        />
        {tried && !given ? <p role="alert">{t('missing')}</p> : null}
        {error ? <Problem error={error} /> : null}
      </div>
    </Modal>
  )
}
