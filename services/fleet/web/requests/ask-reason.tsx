import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { type Text, text } from '#kernel/contract/text.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { Problem } from '#ui/problem.tsx'

const messages = defineMessages({
  back: text('先不', 'Not now'),
  label: text('原因', 'Reason'),
  missing: text('请说一句原因，或点上面的一条', 'Say why, or tap one of the lines above'),
})

interface AskReasonProps {
  title: string
  note?: string
  /** The usual reasons; one tap each. */
  usual: readonly Text[]
  yes: string
  busy: boolean
  error: unknown
  onSubmit: (reason: string) => void
  onClose: () => void
}

/** Asks why, with the usual answers as one tap; keeps what was typed when refused. */
export function AskReason({ title, note, usual, yes, busy, error, onSubmit, onClose }: AskReasonProps) {
  const t = useText(messages)
  const say = useLocalised()
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  return (
    <Modal
      open
      title={title}
      okText={yes}
      cancelText={t('back')}
      confirmLoading={busy}
      onCancel={onClose}
      onOk={() => (reason.trim() ? onSubmit(reason.trim()) : setMissing(true))}
    >
      <div className="hq-stack hq-stack-tight">
        {note ? <p className="hq-soft">{note}</p> : null}
        <div className="hq-buttons">
          {usual.map((one) => (
            <Button
              key={one.zh}
              type={reason === say(one) ? 'primary' : 'default'}
              onClick={() => setReason(say(one))}
            >
              {say(one)}
            </Button>
          ))}
        </div>
        <Input.TextArea
          aria-label={t('label')}
          placeholder={t('label')}
          maxLength={500}
          autoSize={{ minRows: 2, maxRows: 6 }}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
        {missing && !reason.trim() ? <p role="alert">{t('missing')}</p> : null}
        {error ? <Problem error={error} /> : null}
      </div>
    </Modal>
  )
}
