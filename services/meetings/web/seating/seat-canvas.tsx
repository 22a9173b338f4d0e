import { type KeyboardEvent, type PointerEvent, useState } from 'react'
import { useLocalised, useText } from '#kernel/web/messages.ts'
import type { Room, Seat } from '../../seating/layouts.ts'
import { type Direction, neighbourSeat } from '../../seating/neighbour-seat.ts'
import type { Participant, SeatingPlan } from '../../seating/schema.ts'
import { furnitureWords } from '../../seating/words.ts'
import { seatingMessages } from './messages.ts'
import { SeatShape, UNIT } from './seat-shape.tsx'

const arrows: Record<string, Direction> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
}

export interface SeatCanvasProps {
  plan: SeatingPlan
  room: Room
  /** Who is picked up, and will sit on the seat chosen next. */
  held?: Participant | null
  /** The seat below somebody dragged. */
  over?: string | null
  /** Without it the plan can only be looked at. */
  onChoose?: (seat: Seat) => void
  onFree?: (person: Participant) => void
  onCancel?: () => void
  onGrab?: (event: PointerEvent, person: Participant) => void
}

/**
 * The room as a drawing. Tab leads to one seat, arrows to its neighbours, Enter or Space picks up and puts down, Delete
 * frees, Escape cancels. It scrolls sideways where its chairs would be too small for a finger.
 */
export function SeatCanvas(props: SeatCanvasProps) {
  const { plan, room, held, over, onChoose, onFree, onCancel, onGrab } = props
  const t = useText(seatingMessages)
  const say = useLocalised()
  const [active, setActive] = useState<string | null>(null)
  const first = room.seats.find(({ precedence }) => precedence === 1)
  const activeId = room.seats.some(({ id }) => id === active) ? active : first?.id

  const press = (event: KeyboardEvent, seat: Seat) => {
    const person = plan.taken[seat.id]
    const direction = arrows[event.key]
    if (direction) {
      const next = neighbourSeat(room.seats, seat, direction)
      if (next)
        event.currentTarget.parentElement?.querySelector<SVGGElement>(`[data-seat="${next.id}"]`)?.focus()
    } else if (event.key === 'Enter' || event.key === ' ') onChoose?.(seat)
    else if ((event.key === 'Delete' || event.key === 'Backspace') && person) onFree?.(person)
    else if (event.key === 'Escape' && held) onCancel?.()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <fieldset className="hq-seat-canvas" aria-label={t('plan')}>
      <svg
        viewBox={`-6 -6 ${room.width * UNIT.width + 12} ${room.height * UNIT.height + 12}`}
        style={{ minWidth: `${room.width * 3.5}rem`, maxWidth: `${room.width * 7}rem` }}
        className={held ? 'hq-seats hq-seats-held' : 'hq-seats'}
        role="presentation"
      >
        {room.furniture.map(({ kind, x, y, width, height }) => (
          <g key={`${x} ${y}`} className="hq-furniture">
            <rect
              x={x * UNIT.width}
              y={y * UNIT.height + 2}
              width={width * UNIT.width}
              height={height * UNIT.height - 4}
            />
            <text x={(x + width / 2) * UNIT.width} y={(y + height / 2) * UNIT.height + 5}>
              {say(furnitureWords[kind])}
            </text>
          </g>
        ))}
        {room.seats.map((seat) => {
          const person = plan.taken[seat.id]
          const words = {
            seat: say(seat.label),
            name: [person?.name, person?.unit].filter(Boolean).join('，'),
          }
          return (
            <SeatShape
              key={seat.id}
              seat={seat}
              person={person}
              label={t(person ? 'seatTaken' : 'seatFree', words)}
              look={{
                isHeld: person !== undefined && person.id === held?.id,
                isOver: over === seat.id,
                isTarget: Boolean(held),
              }}
              isActive={seat.id === activeId}
              isReadOnly={!onChoose}
              onChoose={() => onChoose?.(seat)}
              onKey={(event) => press(event, seat)}
              onFocus={() => setActive(seat.id)}
              onGrab={(event) => person && onGrab?.(event, person)}
            />
          )
        })}
      </svg>
    </fieldset>
  )
}
