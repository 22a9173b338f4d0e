import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { routeOf } from '../../route-words.ts'
import { luggages, purposes, vehicleClasses, ways } from '../../words.ts'
import type { QueuedRequest } from './board-types.ts'

const messages = defineMessages({
  people: text('{n} 人', '{n} {n|person|people}'),
  waiting: text('已等 {time}', 'waiting {time}'),
  alone: text('不拼车', 'Not shared'),
  emergency: text('应急', 'Emergency'),
  gaveWay: text('让车：{reason}', 'Gave way: {reason}'),
})

interface RequestCardProps {
  request: QueuedRequest
  chosen: boolean
  now: number
  onChoose: () => void
  /** Absent: it may not be dragged. */
  onCarry?: (carried: boolean) => void
}

/** One request in the queue: when, where, how many, what they wish, since when they wait. */
export function RequestCard({ request, chosen, now, onChoose, onCarry }: RequestCardProps) {
  const t = useText(messages)
  const say = useLocalised()
  const format = useFormat()
  const waited = Math.max(0, Math.round((now - Date.parse(request.waitingSince)) / 60_000))
  const wishes = [
    say(ways[request.way]),
    say(purposes[request.purpose]),
    request.vehicleClass ? say(vehicleClasses[request.vehicleClass]) : null,
    request.luggage === 'NONE' ? null : say(luggages[request.luggage]),
    request.mayPool ? null : t('alone'),
  ]
  return (
    <li>
      <button
        type="button"
        className="dispatch-card"
        data-chosen={chosen || undefined}
        data-urgent={request.emergency || undefined}
        aria-pressed={chosen}
        data-request={request.id}
        data-number={request.number}
        draggable={onCarry !== undefined}
        onDragStart={(event) => {
          event.dataTransfer.setData('text/plain', request.number)
          event.dataTransfer.effectAllowed = 'move'
          onCarry?.(true)
        }}
        onDragEnd={() => onCarry?.(false)}
        onClick={onChoose}
      >
        <span className="dispatch-card-head">
          <b>
            {format.time(request.from)}–{format.time(request.to)}
          </b>
          <span>{t('people', { n: request.passengers })}</span>
          {request.emergency ? <b className="dispatch-urgent">{t('emergency')}</b> : null}
        </span>
        <span className="dispatch-way">{routeOf(request)}</span>
        <span className="hq-soft">{wishes.filter(Boolean).join(' · ')}</span>
        <span className="hq-soft dispatch-foot">
          <span>
            {request.unitName} {request.requesterName}
          </span>
          <span className="hq-nowrap">{t('waiting', { time: format.duration(waited) })}</span>
        </span>
        {request.displacedReason ? (
          <span className="dispatch-urgent">{t('gaveWay', { reason: request.displacedReason })}</span>
        ) : null}
      </button>
    </li>
  )
}
