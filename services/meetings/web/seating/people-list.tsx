import { Button, Input } from 'antd'
import { type PointerEvent, useState } from 'react'
import { useLocalised, useText } from '#kernel/web/messages.ts'
import { seatOf } from '../../seating/protocol-order.ts'
import type { Participant, SeatingPlan } from '../../seating/schema.ts'
import { seatingMessages } from './messages.ts'
import type { Seating } from './use-seating.ts'

interface PeopleListProps {
  plan: SeatingPlan
  people: readonly Participant[]
  seating: Seating
  onGrab: (event: PointerEvent, person: Participant) => void
  endsDrag: () => boolean
}

/** Who has no seat yet. A search also finds those who have one, and says where. Dropping somebody here frees the seat. */
export function PeopleList({ plan, people, seating, onGrab, endsDrag }: PeopleListProps) {
  const t = useText(seatingMessages)
  const say = useLocalised()
  const [words, setWords] = useState('')
  const wanted = words.trim().toLowerCase()
  const shown = wanted
    ? people.filter(({ name, unit }) => `${name} ${unit ?? ''}`.toLowerCase().includes(wanted))
    : seating.unseated
  const seated = Object.keys(plan.taken).length
  const free = seating.room.seats.length - seated
  const missing = seating.unseated.length - free
  const labels = new Map(seating.room.seats.map(({ id, label }) => [id, say(label)]))
  return (
    <section className="hq-seat-people" data-people="" aria-label={t('people')}>
      <Input
        allowClear
        value={words}
        onChange={(event) => setWords(event.target.value)}
        placeholder={t('find')}
        aria-label={t('find')}
      />
      <p className="hq-soft">{t('count', { n: seating.unseated.length, seated, free })}</p>
      {missing > 0 ? <p className="hq-seat-missing">{t('tooFew', { n: missing })}</p> : null}
      <ul>
        {shown.map((person) => {
          const seat = labels.get(seatOf(plan, person.id) ?? '')
          return (
            <li key={person.id}>
              <button
                type="button"
                className="hq-seat-person"
                aria-pressed={seating.held?.id === person.id}
                onClick={() => endsDrag() || seating.pick(person)}
                onPointerDown={(event) => onGrab(event, person)}
              >
                <strong>{person.name}</strong>
                <span className="hq-soft">
                  {[person.party === 'GUEST' && t('guest'), person.rank, person.unit, seat]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </button>
            </li>
          )
        })}
      </ul>
      {shown.length === 0 ? <p className="hq-faint">{t(wanted ? 'nobodyFound' : 'allSeated')}</p> : null}
      <div className="hq-row">
        <Button type="primary" onClick={seating.seatAll} disabled={people.length === 0}>
          {t('seatAll')}
        </Button>
        <Button onClick={seating.undo} disabled={!seating.canUndo}>
          {t('undo')}
        </Button>
        <Button onClick={seating.clear} disabled={seated === 0}>
          {t('clear')}
        </Button>
      </div>
    </section>
  )
}
