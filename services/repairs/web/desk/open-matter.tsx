import { Button } from 'antd'
import { orderStates } from '#engines/orders/states.ts'
import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { StateTag } from '#ui/state-tag.tsx'

const messages = defineMessages({
  told: text('{holder}在办，{since} 报', 'With {holder}; reported {since}'),
  promised: text('，承诺{when}', ', promised {when}'),
  same: text('是它，打开', 'Yes: open it'),
  remind: text('催办', 'Remind'),
})

/** What the caller may be asking about. */
export interface Matter {
  id: string
  number: string
  title: string
  state: string
  holder: { name: string }
  createdAt: string
  finishDueAt: string | null
}

interface OpenMatterProps {
  matter: Matter
  onOpen: () => void
  onRemind: () => void
}

/** One open order to a caller: who has it, since when, promised when; remind for them or open it. */
export function OpenMatter({ matter, onOpen, onRemind }: OpenMatterProps) {
  const t = useText(messages)
  const format = useFormat()
  return (
    <li>
      <span>
        {matter.title} <small className="hq-faint">{matter.number}</small>
        <br />
        <small className="hq-soft">
          {t('told', { holder: matter.holder.name, since: format.when(matter.createdAt) })}
          {matter.finishDueAt ? t('promised', { when: format.when(matter.finishDueAt) }) : ''}
        </small>
      </span>
      <StateTag machine={orderStates} state={matter.state} />
      <span className="hq-buttons">
        <Button onClick={onRemind}>{t('remind')}</Button>
        <Button onClick={onOpen}>{t('same')}</Button>
      </span>
    </li>
  )
}
