import { useMemo, useState } from 'react'
import { useLocalised, useText } from '#kernel/web/messages.ts'
import { layRoom, type Seat } from '../../seating/layouts.ts'
import { clear, place, reshape, seatAll, seatOf, unseated } from '../../seating/protocol-order.ts'
import type { Participant, SeatingPlan } from '../../seating/schema.ts'
import { seatingMessages } from './messages.ts'

export interface SeatingProps {
  plan: SeatingPlan
  /** Everybody who takes part, seated or not. */
  people: readonly Participant[]
  /** The bureau's ranks, highest first. */
  ranks: readonly string[]
  onChange: (plan: SeatingPlan) => void
}

const STEPS_BACK = 30

/** What a person does to a seat plan: pick somebody up, put them down, seat all, take it back; and what is said of it. */
export function useSeating({ plan, people, ranks, onChange }: SeatingProps) {
  const t = useText(seatingMessages)
  const say = useLocalised()
  const [held, setHeld] = useState<Participant | null>(null)
  const [said, setSaid] = useState('')
  const [before, setBefore] = useState<SeatingPlan[]>([])
  const { layout, dimensions, evenRule } = plan
  const room = useMemo(() => layRoom(layout, dimensions, evenRule), [layout, dimensions, evenRule])

  const change = (next: SeatingPlan, words: string) => {
    setBefore([...before.slice(1 - STEPS_BACK), plan])
    setHeld(null)
    setSaid(words)
    onChange(next)
  }
  const pick = (person: Participant) => {
    setHeld(person)
    setSaid(t('held', { name: person.name }))
  }
  const cancel = () => {
    if (!held) return
    setHeld(null)
    setSaid(t('cancelled', { name: held.name }))
  }
  const putDown = (person: Participant, seat: Seat) => {
    const other = plan.taken[seat.id]
    if (other?.id === person.id) return cancel()
    const words = { name: person.name, seat: say(seat.label), other: other?.name ?? '' }
    const key = !other ? 'placed' : seatOf(plan, person.id) ? 'swapped' : 'replaced'
    change(place(plan, seat.id, person), t(key, words))
  }
  return {
    room,
    held,
    said,
    unseated: unseated(plan, people),
    canUndo: before.length > 0,
    pick: (person: Participant) => (held?.id === person.id ? cancel() : pick(person)),
    hold: pick,
    cancel,
    putDown,
    /** A tap or Enter on a seat: puts down who is held, else picks up who sits there. */
    choose(seat: Seat) {
      const sitting = plan.taken[seat.id]
      if (held) putDown(held, seat)
      else if (sitting) pick(sitting)
      else setSaid(t('nobodyHeld'))
    },
    free(person: Participant) {
      const seatId = seatOf(plan, person.id)
      if (seatId) change(clear(plan, seatId), t('freed', { name: person.name }))
    },
    seatAll() {
      const done = seatAll(plan, people, ranks)
      change(done.plan, t('seatAllDone', { n: people.length - done.remainder.length }))
    },
    clear: () => change(clear(plan), t('clear')),
    reshape: (to: Pick<SeatingPlan, 'layout' | 'dimensions'>) => change(reshape(plan, to).plan, ''),
    setEvenRule: (rule: SeatingPlan['evenRule']) => change({ ...plan, evenRule: rule }, ''),
    undo() {
      const last = before.at(-1)
      if (!last) return
      setBefore(before.slice(0, -1))
      setHeld(null)
      setSaid(t('undone'))
      onChange(last)
    },
  }
}

export type Seating = ReturnType<typeof useSeating>
