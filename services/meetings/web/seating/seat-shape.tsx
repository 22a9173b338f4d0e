import type { KeyboardEvent, PointerEvent } from 'react'
import type { Seat } from '../../seating/layouts.ts'
import type { Participant } from '../../seating/schema.ts'

/** One chair's width and height in the drawing's pixels. */
export const UNIT = { width: 96, height: 60 }

interface SeatShapeProps {
  seat: Seat
  person: Participant | undefined
  label: string
  look: { isHeld: boolean; isOver: boolean; isTarget: boolean }
  /** The one seat that Tab leads to. */
  isActive: boolean
  isReadOnly: boolean
  onChoose: () => void
  onKey: (event: KeyboardEvent) => void
  onFocus: () => void
  onGrab: (event: PointerEvent) => void
}

/** A chair: its number while free, else the name and the unit. The thick edge is its back. */
export function SeatShape(props: SeatShapeProps) {
  const { seat, person, label, look, isActive, isReadOnly } = props
  const classes = ['hq-seat', person && 'hq-seat-taken', look.isHeld && 'hq-seat-held']
  if (look.isOver) classes.push('hq-seat-over')
  if (look.isTarget) classes.push('hq-seat-target')
  const name = person?.name ?? ''
  const middle = UNIT.width / 2
  return (
    // biome-ignore lint/a11y/useSemanticElements: there is no button inside a drawing
    <g
      role="button"
      data-seat={seat.id}
      className={classes.filter(Boolean).join(' ')}
      transform={`translate(${seat.x * UNIT.width} ${seat.y * UNIT.height})`}
      tabIndex={isActive ? 0 : -1}
      aria-label={label}
      aria-pressed={isReadOnly ? undefined : look.isHeld}
      aria-disabled={isReadOnly || undefined}
      onClick={props.onChoose}
      onKeyDown={props.onKey}
      onFocus={props.onFocus}
      onPointerDown={props.onGrab}
    >
      <rect x={4} y={4} width={UNIT.width - 8} height={UNIT.height - 8} rx={7} />
      <path className="hq-seat-back" d={backOf(seat)} />
      {person ? (
        <>
          <text
            className={person.unit ? 'hq-seat-name' : undefined}
            x={middle}
            y={person.unit ? 32 : 38}
            style={{ fontSize: fitted(name, 23) }}
          >
            {name}
          </text>
          {person.unit ? (
            <text className="hq-seat-unit" x={middle} y={48} style={{ fontSize: fitted(person.unit, 11) }}>
              {person.unit}
            </text>
          ) : null}
        </>
      ) : (
        <text x={middle} y={36} style={{ fontSize: 16 }}>
          {seat.number}
        </text>
      )}
    </g>
  )
}

/** As large as the chair is wide; never so small that nothing can be seen. */
function fitted(words: string, largest: number): number {
  // Letters take about half the width of a character.
  const width = [...words].reduce((sum, letter) => sum + (letter < '\u2000' ? 0.58 : 1), 0)
  return Math.max(7, Math.min(largest, (UNIT.width - 14) / width))
}

function backOf({ facing }: Seat): string {
  const [left, right, top, bottom] = [6, UNIT.width - 6, 4, UNIT.height - 4]
  if (facing === 'down') return `M${left + 8} ${top}H${right - 8}`
  if (facing === 'up') return `M${left + 8} ${bottom}H${right - 8}`
  const x = facing === 'right' ? 4 : UNIT.width - 4
  return `M${x} ${top + 8}V${bottom - 8}`
}
