import { Button } from 'antd'
import type { ReactNode } from 'react'
import { text } from '#kernel/contract/text.ts'
import { useConnection } from '#kernel/web/connection.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { Problem } from '#ui/problem.tsx'
import { usePhone } from '#ui/use-phone.ts'

const messages = defineMessages({
  send: text('提交报修', 'Send the report'),
  offline: text(
    '现在没有网络。您填的都保存在这台手机上，有网络后点“提交报修”即可。',
    'There is no network now. What you filled in is kept on this device; send it when you are back online.',
  ),
})

interface SendBarProps {
  /** What is still missing, in words; the button then leads there. */
  missing: string | null
  busy: boolean
  error: unknown
  onSend: () => void
  /** Asks something first; then the button waits for the answer. */
  question?: ReactNode
  /** The promise. */
  children: ReactNode
}

/** The end of the form, at the thumb: the promise, what is missing, the one button. */
export function SendBar({ missing, busy, error, onSend, question, children }: SendBarProps) {
  const t = useText(messages)
  const phone = usePhone()
  const offline = useConnection() === 'offline'
  const look = phone ? 'hq-page-thumb hq-send' : 'hq-send'
  if (question && !error) return <div className={look}>{question}</div>
  return (
    <div className={look}>
      {error ? <Problem error={error} /> : null}
      {offline ? (
        <p className="hq-send-offline" role="alert">
          {t('offline')}
        </p>
      ) : null}
      {missing ? (
        <p className="hq-send-missing" role="alert">
          {missing}
        </p>
      ) : null}
      {missing || offline ? null : children}
      <Button type="primary" size="large" block={phone} loading={busy} disabled={offline} onClick={onSend}>
        {t('send')}
      </Button>
    </div>
  )
}
