import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { History } from '#ui/history.tsx'
import { Section } from '#ui/section.tsx'
import type { HistoryEntry } from '../schema.ts'

const messages = defineMessages({ history: text('变更记录', 'History') })

/** What happened to a room or to equipment, newest first; nothing for those who may not see it. */
export function RecordHistory({ events }: { events: readonly HistoryEntry[] | null }) {
  const t = useText(messages)
  if (!events || events.length === 0) return null
  return (
    <Section title={t('history')}>
      <History
        events={events.map(({ id, at, title, actorName, reason, note }) => ({
          id,
          at,
          title,
          who: actorName,
          note: [note, reason].filter(Boolean).join('；') || null,
        }))}
      />
    </Section>
  )
}
