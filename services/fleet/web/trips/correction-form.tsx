import { Button, Input, InputNumber } from 'antd'
import { useState } from 'react'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'

const messages = defineMessages({
  reason: text('为什么更正？', 'Why is it corrected?'),
  save: text('保存更正', 'Save'),
})

interface Props {
  label: string
  pending: boolean
  onSave: (value: number, reason: string) => void
}

/** What it should have been, and why: nothing is overwritten. */
export function CorrectionForm({ label, pending, onSave }: Props) {
  const t = useText(messages)
  const [value, setValue] = useState<number | null>(null)
  const [reason, setReason] = useState('')
  return (
    <div className="hq-row">
      <InputNumber
        aria-label={label}
        placeholder={label}
        min={0}
        value={value}
        onChange={setValue}
        style={{ minWidth: '12rem' }}
      />
      <Input
        aria-label={t('reason')}
        placeholder={t('reason')}
        maxLength={500}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
        style={{ flex: '1 1 12rem', width: 'auto' }}
      />
      <Button
        type="primary"
        loading={pending}
        disabled={value === null || reason.trim() === ''}
        onClick={() => value !== null && onSave(value, reason.trim())}
      >
        {t('save')}
      </Button>
    </div>
  )
}
