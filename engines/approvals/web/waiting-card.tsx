import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { Figure, Figures } from '#ui/figure.tsx'
import { decideActions } from '../actions-decide.ts'

const messages = defineMessages({
  waiting: text('等我审批', 'Waiting for me'),
  unit: text('件', 'requests'),
  overdue: text('其中 {n} 件超时', '{n} of them overdue'),
})

/** How many wait for my answer; one tap to the inbox. Nothing waits: nothing is shown. */
export default function WaitingCard() {
  const t = useText(messages)
  const count = useRead(decideActions.countInbox, {})
  if (!count.data?.waiting) return null
  const { waiting, overdue } = count.data
  return (
    <Figures>
      <Figure
        title={t('waiting')}
        value={waiting}
        unit={t('unit')}
        decimals={0}
        to="/approvals"
        {...(overdue > 0 ? { flag: t('overdue', { n: overdue }) } : {})}
      />
    </Figures>
  )
}
