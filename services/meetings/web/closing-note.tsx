import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'

const messages = defineMessages({
  now: text('已停用', 'Closed'),
  since: text('已从 {day} 起停用：{why}（{by}）', 'Closed since {day}: {why} ({by})'),
  planned: text('将从 {day} 起停用：{why}（{by}）', 'Going to be closed from {day}: {why} ({by})'),
})

interface ClosingNoteProps {
  closing: { fromDay: string; reason: string; by: string } | null
  closedAt: string | null
}

/** Says that a room or equipment is closed, or is going to be, from when and why. */
export function ClosingNote({ closing, closedAt }: ClosingNoteProps) {
  const t = useText(messages)
  const format = useFormat()
  if (!closing && closedAt === null) return null
  const words = closing
    ? t(closedAt ? 'since' : 'planned', {
        day: format.day(closing.fromDay, 'plain'),
        why: closing.reason,
        by: closing.by,
      })
    : t('now')
  return (
    <p className="meeting-closing" role="status">
      {words}
    </p>
  )
}
