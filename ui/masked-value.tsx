import { Button } from 'antd'
import { useState } from 'react'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { problemOf } from '#kernel/web/problem-of.ts'

const messages = defineMessages({
  show: text('查看', 'Show'),
  recorded: text('查看完整号码会记入审计记录', 'Showing it in full goes on record'),
})

/** A telephone number whose middle is hidden, and a button that fetches it whole; the server records that. */
export function MaskedPhone({
  value,
  reveal,
}: {
  value: string | null
  reveal: () => Promise<string | null>
}) {
  const t = useText(messages)
  const [shown, setShown] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState('')
  if (value === null) return '—'
  const whole = shown ?? (value.includes('****') ? null : value)
  if (whole !== null)
    return (
      <a className="hq-nowrap" href={`tel:${whole.replace(/[^\d+]/g, '')}`}>
        {whole}
      </a>
    )
  const show = async () => {
    setBusy(true)
    try {
      setShown(await reveal())
    } catch (error) {
      setRefused(problemOf(error).title)
    } finally {
      setBusy(false)
    }
  }
  return (
    <span className="hq-nowrap">
      {value}{' '}
      <Button type="link" size="small" title={t('recorded')} loading={busy} onClick={() => void show()}>
        {t('show')}
      </Button>
      {refused ? <small role="alert">{refused}</small> : null}
    </span>
  )
}
