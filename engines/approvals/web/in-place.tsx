import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import type { ApprovalRow } from '../schema.ts'

const messages = defineMessages({
  only: text('代{names}办理', 'In the place of {names}'),
  both: text('以本人名义，并代{names}办理', 'In your own name, and in the place of {names}'),
})

/** In whose name I answer, when it is not only my own. */
export function InPlace({ row }: { row: Pick<ApprovalRow, 'inPlaceOf' | 'inOwnName'> }) {
  const t = useText(messages)
  if (row.inPlaceOf.length === 0) return null
  return (
    <span className="hq-soft">{t(row.inOwnName ? 'both' : 'only', { names: row.inPlaceOf.join('、') })}</span>
  )
}
