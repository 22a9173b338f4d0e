import { Input, Modal } from 'antd'
import { useState } from 'react'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'

const messages = defineMessages({
  reason: text('理由', 'Reason'),
  no: text('先不', 'Not now'),
})

interface WordsDialogProps {
  title: string
  /** What it is about, or what is warned of. */
  about: string
  yes: string
  busy: boolean
  danger?: boolean
  onSay: (words: string) => void
  onClose: () => void
}

/** Asks for the words of a decision; nothing goes without them. */
export function WordsDialog({ title, about, yes, busy, danger, onSay, onClose }: WordsDialogProps) {
  const t = useText(messages)
  const [words, setWords] = useState('')
  return (
    <Modal
      open
      title={title}
      okText={yes}
      cancelText={t('no')}
      confirmLoading={busy}
      okButtonProps={{ disabled: words.trim() === '', danger: danger ?? false }}
      onOk={() => onSay(words.trim())}
      onCancel={onClose}
    >
      <div className="hq-stack hq-stack-tight">
        <p>{about}</p>
        <Input.TextArea
          aria-label={t('reason')}
          placeholder={t('reason')}
          value={words}
          rows={3}
          maxLength={500}
          autoFocus
          onChange={(event) => setWords(event.target.value)}
        />
      </div>
    </Modal>
  )
}
