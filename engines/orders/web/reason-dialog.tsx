import { Button, Input, Modal } from 'antd'
import { useId, useState } from 'react'
import { type Text, text } from '#kernel/contract/text.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { Problem } from '#ui/problem.tsx'

const messages = defineMessages({
  back: text('先不', 'Not now'),
  label: text('原因', 'Reason'),
  missing: text('请说一句原因，或点上面的一条', 'Say why, or tap one of the lines above'),
})

export interface ReasonDialogProps {
  open: boolean
  title: string
  /** What will follow. */
  note?: string
  /** The usual reasons; one tap each. */
  usual: readonly Text[]
  yes: string
  /** Whether words must be there. */
  needed?: boolean
  /** What follows cannot be undone. */
  danger?: boolean
  busy: boolean
  error: unknown
  onSubmit: (reason: string) => void
  onClose: () => void
}

/** Asks why, with the usual answers as one tap; keeps what was typed when refused. */
export function ReasonDialog(props: ReasonDialogProps) {
  const {
    open,
    title,
    note,
    usual,
    yes,
    needed = true,
    danger = false,
    busy,
    error,
    onSubmit,
    onClose,
  } = props
  const t = useText(messages)
  const say = useLocalised()
  const id = useId()
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const submit = () => {
    if (needed && !reason.trim()) setMissing(true)
    else onSubmit(reason.trim())
  }
  return (
    <Modal
      open={open}
      title={title}
      onCancel={onClose}
      onOk={submit}
      okText={yes}
      cancelText={t('back')}
      confirmLoading={busy}
      okButtonProps={{ danger }}
      destroyOnHidden
    >
      <div className="hq-stack hq-stack-tight">
        {note ? <p className="hq-soft">{note}</p> : null}
        <div className="hq-buttons">
          {usual.map((one) => (
            <Button
              key={one.zh}
              type={reason === say(one) ? 'primary' : 'default'}
              ghost={reason === say(one)}
              onClick={() => setReason(say(one))}
            >
              {say(one)}
            </Button>
          ))}
        </div>
        <label htmlFor={id} className="hq-hidden">
          {t('label')}
        </label>
        <Input.TextArea
          id={id}
          value={reason}
          maxLength={400}
          autoSize={{ minRows: 2, maxRows: 6 }}
          placeholder={t('label')}
          status={missing && !reason.trim() ? 'error' : undefined}
          onChange={({ target }) => setReason(target.value)}
        />
        {missing && !reason.trim() ? <p role="alert">{t('missing')}</p> : null}
        {error ? <Problem error={error} /> : null}
      </div>
    </Modal>
  )
}
