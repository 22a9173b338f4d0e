import { Button } from 'antd'
import type { OutputOf } from '#kernel/contract/action.ts'
import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useGo } from '#kernel/web/navigate.ts'
import { Shape } from '#ui/shape.tsx'
import { usePhone } from '#ui/use-phone.ts'
import type { repairs } from '../module.ts'

const messages = defineMessages({
  title: text('已报上', 'Reported'),
  holds: text('现在在{holder}手里', '{holder} has it now'),
  respond: text('{when}\u00a0前有人答复您', 'Answer: {when}'),
  finish: text('{when}\u00a0前修好', 'Fixed: {when}'),
  number: text('工单号', 'Number'),
  repeat: text(
    '这里 30 天内报过同样的问题（{number}），会请师傅彻底查一查。',
    'The same fault was here within 30 days ({number}); the cause will be looked for.',
  ),
  follow: text('看进度', 'Follow it'),
  again: text('再报一处', 'Report another'),
})

type Receipt = OutputOf<typeof repairs.actions.report>

interface SentNoticeProps {
  receipt: Receipt
  /** Where it is followed. */
  to: string
  onAgain: () => void
}

/** What comes back at once: the number, a name, two promised moments. */
export function SentNotice({ receipt, to, onAgain }: SentNoticeProps) {
  const t = useText(messages)
  const format = useFormat()
  const go = useGo()
  const phone = usePhone()
  const size = phone ? 'large' : 'middle'
  return (
    <section className="hq-sent" role="status">
      <span className="hq-sent-mark">
        <Shape tone="good" />
      </span>
      <h2>{t('title')}</h2>
      <p className="hq-sent-main">{t('holds', { holder: receipt.holder.name })}</p>
      {receipt.respondDueAt ? <p>{t('respond', { when: format.when(receipt.respondDueAt) })}</p> : null}
      {receipt.finishDueAt ? (
        <p className="hq-sent-main">{t('finish', { when: format.when(receipt.finishDueAt) })}</p>
      ) : null}
      <p className="hq-faint">
        {t('number')} <span className="hq-number">{receipt.number}</span>
      </p>
      {receipt.repeatOf ? (
        <p className="hq-soft">{t('repeat', { number: receipt.repeatOf.number })}</p>
      ) : null}
      <div className="hq-buttons hq-sent-buttons">
        <Button type="primary" size={size} onClick={() => go(to)}>
          {t('follow')}
        </Button>
        <Button size={size} onClick={onAgain}>
          {t('again')}
        </Button>
      </div>
    </section>
  )
}
