import { todayInChina } from '#kernel/web/format.ts'
import type { Luggage, Purpose, Reach, VehicleClass, Way } from '../../words.ts'

/** What the form holds while it is filled. */
export interface RideDraft {
  purpose: Purpose
  reason: string
  passengers: number
  origin: string
  /** On the way, in their order; an empty one is being typed. */
  stops: readonly string[]
  destination: string
  reach: Reach
  distanceKm: number | null
  way: Way
  /** `2026-03-05` */
  day: string
  /** Minutes of the day. */
  start: number
  /** From leaving to being free again. */
  minutes: number
  luggage: Luggage
  mayPool: boolean
  emergency: boolean
  contactPhone: string
  /** Null: any that fits. */
  vehicleClass: VehicleClass | null
  forPersonId: string | null
}

/** A moment of a day in China, by its minutes. */
export function momentOf(day: string, minutes: number): string {
  return new Date(Date.parse(`${day}T00:00:00+08:00`) + minutes * 60_000).toISOString()
}

/** The day and the minutes of a moment, as the form has them. */
export function timeOf(from: string, to: string): Pick<RideDraft, 'day' | 'start' | 'minutes'> {
  const local = new Date(Date.parse(from) + 8 * 3_600_000)
  return {
    day: local.toISOString().slice(0, 10),
    start: local.getUTCHours() * 60 + local.getUTCMinutes(),
    minutes: Math.round((Date.parse(to) - Date.parse(from)) / 60_000),
  }
}

/** An hour from now on the half hour; after four the next weekday at nine. */
export function nextStart(now = Date.now()): Pick<RideDraft, 'day' | 'start'> {
  const local = new Date(now + 8 * 3_600_000)
  const start = Math.ceil((local.getUTCHours() * 60 + local.getUTCMinutes() + 60) / 30) * 30
  const weekend = [0, 6].includes(local.getUTCDay())
  if (start <= 1020 && !weekend) return { day: todayInChina(now), start: Math.max(start, 540) }
  let later = now + 86_400_000
  while ([0, 6].includes(new Date(later + 8 * 3_600_000).getUTCDay())) later += 86_400_000
  return { day: todayInChina(later), start: 540 }
}

/** The draft as the server takes it. */
export function wishesOf(draft: RideDraft) {
  const { day, start, minutes, contactPhone, forPersonId: _, distanceKm, ...rest } = draft
  return {
    ...rest,
    reason: draft.reason.trim(),
    origin: draft.origin.trim(),
    stops: draft.stops.map((stop) => stop.trim()).filter(Boolean),
    destination: draft.destination.trim(),
    from: momentOf(day, start),
    to: momentOf(day, start + minutes),
    ...(distanceKm === null ? {} : { distanceKm }),
    ...(contactPhone.trim() ? { contactPhone: contactPhone.trim() } : {}),
  }
}

/** What still has to be said before it can be sent. */
export function lacks(draft: RideDraft): 'destination' | 'origin' | 'reason' | 'distance' | null {
  if (!draft.destination.trim()) return 'destination'
  if (!draft.origin.trim()) return 'origin'
  if (!draft.reason.trim()) return 'reason'
  return draft.reach === 'BEYOND' && draft.distanceKm === null ? 'distance' : null
}
