import { localDayOf } from '#engines/calendar/local-day.ts'
import { licenceCovers } from '../../licence-covers.ts'
import type { LightReason } from '../../trip-schema.ts'
import { type LightCode, lightCodes } from '../../trip-words.ts'
import type { Body, LicenceClass, Light } from '../../words.ts'
import { gpsDeviation } from './gps-km.ts'

/** What request, approval, trip, odometer and parking say, for one trip that is back. Kilometres; moments. */
export interface LightFacts {
  id: string
  imported: boolean
  startsAt: Date
  endsAt: Date
  leftAt: Date
  returnedAt: Date
  /** Last day on which an emergency may still be approved: the working day after it left. */
  approveUntil: string
  outKm: number
  distanceKm: number
  /** By its positions; null where they say nothing. */
  gpsKm: number | null
  requests: readonly {
    id: string
    number: string
    approvedAt: Date | null
    emergency: boolean
    /** There and back where it was so asked. */
    expectedKm: number
    /** By the requester or the table of distances; else only by its reach. */
    measured: boolean
  }[]
  /** The reading before it left: whose trip, if any. */
  previous: { km: number; tripId: string | null } | null
  vehicle: { id: string; seats: number; body: Body }
  driver: { id: string; licence: LicenceClass; licenceUntil: string }
  photoOut: boolean
  photoIn: boolean
  costsWithoutReceipt: number
  sealed: { id: string; title: string } | null
  parkedElsewhere: { place: string } | null
}

interface Judged {
  light: Light
  reasons: LightReason[]
}

/** Kilometres nobody explains: a few are the yard's. */
const smallGapKm = 2
const largeGapKm = 20
const aMinute = 60_000
const planMinutes = 30

/** The light of a trip with every reason, gravest first. `now` and `today` in Asia/Shanghai. */
export function judgeLight(facts: LightFacts, today: string): Judged {
  const found = [
    ...approvalReasons(facts, today),
    ...routeReasons(facts),
    ...driverReasons(facts),
    ...gapReasons(facts),
    ...gpsReasons(facts),
    ...proofReasons(facts),
    ...timeReasons(facts),
  ]
  const reasons = [
    ...found.filter(({ light }) => light === 'RED'),
    ...found.filter(({ light }) => light !== 'RED'),
  ]
  return { light: reasons[0]?.light ?? 'GREEN', reasons }
}

function because(code: LightCode, href: string, params: LightReason['params'] = {}): LightReason {
  return { code, light: lightCodes[code].light, params, href }
}

const minutesBetween = (from: Date, to: Date) => Math.round((to.getTime() - from.getTime()) / aMinute)

/** A sheet of old trips carries no approval, which is then no reason. */
function approvalReasons({ id, imported, requests, leftAt, approveUntil }: LightFacts, today: string) {
  if (requests.length === 0) return [because('NO_REQUEST', `/fleet/trips/${id}`)]
  if (imported) return []
  return requests.flatMap(({ id: requestId, number, approvedAt, emergency }) => {
    const href = `/fleet/requests/${requestId}`
    if (approvedAt === null) {
      if (emergency && today <= approveUntil)
        return [because('APPROVAL_DUE', href, { request: number, due: approveUntil })]
      return [because('NOT_APPROVED', href, { request: number })]
    }
    if (approvedAt <= leftAt) return []
    if (emergency && localDayOf(approvedAt) <= approveUntil) return []
    return [because('APPROVED_LATE', href, { request: number, minutes: minutesBetween(leftAt, approvedAt) })]
  })
}

function routeReasons({ id, sealed, requests, distanceKm, imported }: LightFacts) {
  const reasons: LightReason[] = []
  if (sealed) reasons.push(because('SEALED', `/fleet/sealings/${sealed.id}`, { period: sealed.title }))
  const measured = requests.every((one) => one.measured)
  // A sheet names places in its own words: what nobody measured says nothing there.
  if (requests.length === 0 || (imported && !measured)) return reasons
  const expected = requests.reduce((sum, { expectedKm }) => sum + expectedKm, 0)
  if (distanceKm > 2 * expected + 20)
    reasons.push(
      because(measured ? 'TOO_FAR' : 'FAR_FOR_REACH', `/fleet/trips/${id}`, { km: distanceKm, expected }),
    )
  return reasons
}

function driverReasons({ imported, driver, vehicle, leftAt }: LightFacts) {
  const href = `/fleet/drivers/${driver.id}`
  const reasons: LightReason[] = []
  if (driver.licenceUntil < localDayOf(leftAt))
    reasons.push(because('DRIVER_LICENCE_OVER', href, { until: driver.licenceUntil }))
  if (!licenceCovers(driver.licence, vehicle))
    reasons.push(
      because(imported ? 'DRIVER_LICENCE_HISTORY' : 'DRIVER_LICENCE_CLASS', href, {
        licence: driver.licence,
        seats: vehicle.seats,
      }),
    )
  return reasons
}

function gapReasons({ previous, outKm, vehicle }: LightFacts) {
  const km = previous ? outKm - previous.km : 0
  if (km <= smallGapKm) return []
  const href = previous?.tripId ? `/fleet/trips/${previous.tripId}` : `/fleet/vehicles/${vehicle.id}`
  return [because(km > largeGapKm ? 'GAP_LARGE' : 'GAP', href, { km })]
}

/** Odometer and satellite speak of the same journey, or one of them is wrong. */
function gpsReasons({ id, distanceKm, gpsKm }: LightFacts) {
  const deviation = gpsKm === null ? null : gpsDeviation(distanceKm, gpsKm)
  if (gpsKm === null || deviation === null) return []
  const code = deviation === 'LARGE' ? 'GPS_KM_LARGE' : 'GPS_KM'
  return [because(code, `/fleet/trips/${id}`, { km: distanceKm, gps: gpsKm })]
}

function proofReasons(facts: LightFacts) {
  const href = `/fleet/trips/${facts.id}`
  const reasons: LightReason[] = []
  if (!facts.imported) {
    if (!facts.photoOut) reasons.push(because('NO_PHOTO_OUT', href))
    if (!facts.photoIn) reasons.push(because('NO_PHOTO_IN', href))
    if (facts.costsWithoutReceipt > 0)
      reasons.push(because('NO_RECEIPT', href, { n: facts.costsWithoutReceipt }))
  }
  if (facts.parkedElsewhere)
    reasons.push(
      because('PARKED_ELSEWHERE', `/fleet/parking?vehicleId=${facts.vehicle.id}`, {
        place: facts.parkedElsewhere.place,
      }),
    )
  return reasons
}

/** A sheet has one pair of times only, so it is never before or after its plan. */
function timeReasons({ id, startsAt, endsAt, leftAt, returnedAt }: LightFacts) {
  const href = `/fleet/trips/${id}`
  const reasons: LightReason[] = []
  const late = minutesBetween(endsAt, returnedAt)
  const left = minutesBetween(startsAt, leftAt)
  if (late > planMinutes) reasons.push(because('LATE', href, { minutes: late }))
  if (left < -planMinutes) reasons.push(because('LEFT_EARLY', href, { minutes: -left }))
  if (left > planMinutes) reasons.push(because('LEFT_LATE', href, { minutes: left }))
  return reasons
}
