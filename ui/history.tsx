import type { ReactNode } from 'react'
import type { StateTone } from '#kernel/contract/states.ts'
import type { Text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { useLocalised } from '#kernel/web/messages.ts'
import { Shape } from './shape.tsx'

export interface HistoryEvent {
  id: string
  at: string
  /** Words of the event: from the module's `events`. */
  title: Text | string
  who?: string | null
  /** Reason, note, photos. */
  note?: ReactNode
  tone?: StateTone
}

/** What happened, newest first as given: when, who, what, why. */
export function History({ events }: { events: readonly HistoryEvent[] }) {
  const localised = useLocalised()
  const format = useFormat()
  return (
    <ol className="hq-history">
      {events.map((event) => (
        <li key={event.id} className={`hq-tone-${event.tone ?? 'ended'}`}>
          <span className="hq-history-mark">
            <Shape tone={event.tone ?? 'ended'} />
          </span>
          <div className="hq-history-words">
            <div>
              <strong>{localised(event.title)}</strong>
              {event.who ? <span className="hq-soft"> {event.who}</span> : null}
            </div>
            <time className="hq-faint" dateTime={event.at} title={format.moment(event.at)}>
              {format.when(event.at)}
            </time>
            {event.note ? <div className="hq-history-note">{event.note}</div> : null}
          </div>
        </li>
      ))}
    </ol>
  )
}
