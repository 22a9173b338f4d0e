import { doorOpensMinutes, lateAfterMinutes } from '../../attendance-words.ts'
import { isCalledOff } from './find-list.ts'

interface Span {
  state: string
  starts_at: string
  ends_at: string
}

const minute = 60_000

/** From when people may sign in. */
export const opensAt = ({ starts_at }: Pick<Span, 'starts_at'>): Date =>
  new Date(Date.parse(starts_at) - doorOpensMinutes * minute)

/** How the door stands: closed with the meeting, whether it ended early, was called off, or its time is over. */
export function doorState(now: Date, meeting: Span): 'EARLY' | 'OPEN' | 'OVER' {
  if (meeting.state === 'ENDED' || isCalledOff(meeting) || now >= new Date(meeting.ends_at)) return 'OVER'
  return now < opensAt(meeting) || meeting.state === 'WAITING' ? 'EARLY' : 'OPEN'
}

/** What somebody is who arrives now. */
export function markOf(now: Date, { starts_at }: Pick<Span, 'starts_at'>): 'PRESENT' | 'LATE' {
  return now.getTime() > Date.parse(starts_at) + lateAfterMinutes * minute ? 'LATE' : 'PRESENT'
}
