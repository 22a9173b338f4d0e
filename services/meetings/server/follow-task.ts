import { localDayOf } from '#engines/calendar/local-day.ts'
import type { PlannedTask } from '../plan-tasks.ts'
import type { TaskKind } from '../words.ts'

/** A task as it stands: its room is null where it was planned before rooms were kept. */
export interface StandingTask {
  kind: string
  step: string
  state: string
  starts_at: string
  due_at: string
  room_id: string | null
  created_at: string
}

/** What becomes of a task once its meeting is at `rooms` and the plan wants `wanted` for it. */
export type Fate = 'keep' | 'retime' | 'restore' | 'replace'

/**
 * What has not begun moves along. What was begun or done for another room or day is of no use there: it stays on record,
 * and another is planned. What was missed is planned again where there is time for it once more.
 */
export function fateOf(own: StandingTask, wanted: PlannedTask, rooms: readonly string[], now: Date): Fate {
  const moved = differs(own, wanted) || isElsewhere(own, rooms)
  if (own.state === 'CANCELLED') return 'restore'
  if (own.state === 'PLANNED') return moved ? 'retime' : 'keep'
  const before = own.step === 'SET_UP'
  if (own.state === 'MISSED')
    return wanted.dueAt > now || (before && isElsewhere(own, rooms)) ? 'replace' : 'keep'
  // What was agreed holds wherever the meeting is.
  const stale = own.kind !== 'TAKE_ON' && (isElsewhere(own, rooms) || isOtherDay(own, wanted))
  if (stale && (before || wanted.startsAt > now)) return 'replace'
  return own.state === 'STARTED' && moved ? 'retime' : 'keep'
}

const isElsewhere = ({ room_id }: StandingTask, rooms: readonly string[]) =>
  room_id !== null && !rooms.includes(room_id)

const isOtherDay = ({ due_at }: StandingTask, { dueAt }: PlannedTask) =>
  localDayOf(new Date(due_at)) !== localDayOf(dueAt)

function differs(own: StandingTask, { startsAt, dueAt }: PlannedTask): boolean {
  return Date.parse(own.starts_at) !== startsAt.getTime() || Date.parse(own.due_at) !== dueAt.getTime()
}

/** What would have been due before the task was planned is due at once. */
export function notBefore(task: PlannedTask, at: Date): PlannedTask {
  const later = (one: Date) => (one < at ? at : one)
  return { ...task, startsAt: later(task.startsAt), dueAt: later(task.dueAt) }
}

const movesFurniture: readonly TaskKind[] = ['SET_UP', 'ROSTRUM', 'NAME_PLATES', 'AV_TEST', 'LOUNGE', 'TEA']

/** Whether a room was made ready by it, and has to be reset when the meeting does not come there. */
export function leavesRoom({ kind, step, state }: StandingTask): boolean {
  return (
    step === 'SET_UP' &&
    movesFurniture.includes(kind as TaskKind) &&
    (state === 'DONE' || state === 'STARTED')
  )
}
