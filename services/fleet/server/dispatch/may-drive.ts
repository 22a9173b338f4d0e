import { neededClasses } from '../../licence-covers.ts'
import type { Body, LicenceClass } from '../../words.ts'

/** How demanding a vehicle is: who may drive one may also drive what comes before it. */
export const levels = ['SMALL', 'MEDIUM', 'LARGE'] as const
export type Level = (typeof levels)[number]

const typical = {
  SMALL: { body: 'CAR', seats: 5 },
  MEDIUM: { body: 'MEDIUM_BUS', seats: 19 },
  LARGE: { body: 'LARGE_BUS', seats: 45 },
} as const

/** What a vehicle asks of its driver; seats with the driver's. */
export function levelOf({ body, seats }: { body: Body; seats: number }): Level | 'TRUCK' {
  if (body === 'TRUCK') return 'TRUCK'
  if (body === 'LARGE_BUS' || seats > 19) return 'LARGE'
  return body === 'MEDIUM_BUS' || seats > 9 ? 'MEDIUM' : 'SMALL'
}

export const mayDrive = (licence: LicenceClass, level: Level) =>
  neededClasses(typical[level]).includes(licence)
