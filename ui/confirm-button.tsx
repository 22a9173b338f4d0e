import { App, Button } from 'antd'
import type { ReactNode } from 'react'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'

const messages = defineMessages({ keep: text('先不', 'Not now') })

export interface ConfirmButtonProps {
  children: ReactNode
  /** The question with its consequence: 作废后不能恢复，确定作废这份报告？ */
  question: string
  detail?: ReactNode
  /** The word on the button that does it: 作废. */
  yes: string
  onConfirm: () => Promise<unknown> | undefined
  danger?: boolean
  type?: 'primary' | 'default' | 'text' | 'link'
  disabled?: boolean
  loading?: boolean
}

/** Asks before what cannot be undone, with the consequence in the question. */
export function ConfirmButton({
  children,
  question,
  detail,
  yes,
  onConfirm,
  danger = true,
  ...button
}: ConfirmButtonProps) {
  const t = useText(messages)
  const { modal } = App.useApp()
  const ask = () =>
    modal.confirm({
      title: question,
      content: detail,
      okText: yes,
      cancelText: t('keep'),
      okButtonProps: { danger },
      onOk: onConfirm,
    })
  return (
    <Button {...button} danger={danger} onClick={ask}>
      {children}
    </Button>
  )
}
