import { Button } from 'antd'
import { useText } from '#kernel/web/messages.ts'
import { seatOf } from '../../seating/protocol-order.ts'
import { seatingMessages } from './messages.ts'
import { PeopleList } from './people-list.tsx'
import { RuleNote } from './rule-note.tsx'
import { SeatCanvas } from './seat-canvas.tsx'
import './seating.css'
import { ShapeFields } from './shape-fields.tsx'
import { useDrag } from './use-drag.ts'
import { type SeatingProps, useSeating } from './use-seating.ts'

/** The whole of a seat plan on a page: shape, people, drawing, rules. Keeps nothing: the plan is the caller's. */
export function SeatingEditor(props: SeatingProps) {
  const { plan, people } = props
  const t = useText(seatingMessages)
  const seating = useSeating(props)
  const { room, held, said } = seating
  const { drag, begin, endsDrag } = useDrag((person, seatId) => {
    const seat = room.seats.find(({ id }) => id === seatId)
    if (seat) seating.putDown(person, seat)
    else seating.free(person)
  })
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape works wherever the focus is inside
    <div className="hq-seating" onKeyDown={(event) => event.key === 'Escape' && seating.cancel()}>
      <ShapeFields plan={plan} onReshape={seating.reshape} onEvenRule={seating.setEvenRule} />
      <div className="hq-seat-hold" data-held={held ? '' : undefined}>
        <p role="status">{said || t('help')}</p>
        {held ? (
          <span className="hq-row">
            {seatOf(plan, held.id) ? <Button onClick={() => seating.free(held)}>{t('free')}</Button> : null}
            <Button onClick={seating.cancel}>{t('cancel')}</Button>
          </span>
        ) : null}
      </div>
      <PeopleList plan={plan} people={people} seating={seating} onGrab={begin} endsDrag={endsDrag} />
      <SeatCanvas
        plan={plan}
        room={room}
        held={drag?.person ?? held}
        over={drag?.over ?? null}
        onChoose={(seat) => endsDrag() || seating.choose(seat)}
        onFree={seating.free}
        onCancel={seating.cancel}
        onGrab={begin}
      />
      <RuleNote plan={plan} />
      {drag ? (
        <span className="hq-seat-dragged" style={{ left: drag.x, top: drag.y }} aria-hidden="true">
          {drag.person.name}
        </span>
      ) : null}
    </div>
  )
}
