import { describe, expect, it } from 'vitest'
import { judgeLight, type LightFacts } from './judge-light.ts'

const at = (time: string) => new Date(`2026-03-02T${time}:00+08:00`)
const plain: LightFacts = {
  id: 'trip',
  imported: false,
  startsAt: at('10:00'),
  endsAt: at('12:00'),
  leftAt: at('10:00'),
  returnedAt: at('12:00'),
  approveUntil: '2026-03-03',
  outKm: 1000,
  distanceKm: 42,
  gpsKm: null,
  requests: [
    { id: 'q', number: 'YC-1', approvedAt: at('08:00'), emergency: false, expectedKm: 40, measured: true },
  ],
  previous: { km: 1000, tripId: null },
  vehicle: { id: 'v', seats: 5, body: 'CAR' },
  driver: { id: 'd', licence: 'C1', licenceUntil: '2030-01-01' },
  photoOut: true,
  photoIn: true,
  costsWithoutReceipt: 0,
  sealed: null,
  parkedElsewhere: null,
}
const says = (more: Partial<LightFacts>, today = '2026-03-02') => {
  const { light, reasons } = judgeLight({ ...plain, ...more }, today)
  return [light, ...reasons.map(({ code }) => code)]
}
const [request] = plain.requests

describe('the light of a trip', () => {
  it('[FLEET-15] [EVAL-10] is green when request, approval, trip and odometer agree', () => {
    expect(says({})).toEqual(['GREEN'])
    expect(says({ outKm: 1002, leftAt: at('09:30'), returnedAt: at('12:30') })).toEqual(['GREEN'])
  })

  it('[EVAL-10] is red without request or approval, sealed, far beyond the route, with an unfit driver', () => {
    expect(says({ requests: [] })).toEqual(['RED', 'NO_REQUEST'])
    expect(says({ requests: [{ ...request!, approvedAt: null }] })).toEqual(['RED', 'NOT_APPROVED'])
    expect(says({ requests: [{ ...request!, approvedAt: at('10:20') }] })).toEqual(['RED', 'APPROVED_LATE'])
    expect(says({ sealed: { id: 'p', title: '国庆节' } })).toEqual(['RED', 'SEALED'])
    expect(says({ distanceKm: 100 })).toEqual(['GREEN'])
    expect(says({ distanceKm: 101 })).toEqual(['RED', 'TOO_FAR'])
    const unmeasured = [{ ...request!, expectedKm: 16, measured: false }]
    expect(says({ distanceKm: 52, requests: unmeasured })).toEqual(['GREEN'])
    expect(says({ distanceKm: 53, requests: unmeasured })).toEqual(['YELLOW', 'FAR_FOR_REACH'])
    expect(says({ distanceKm: 900, requests: unmeasured, imported: true })).toEqual(['GREEN'])
    expect(says({ driver: { ...plain.driver, licenceUntil: '2026-03-01' } })).toEqual([
      'RED',
      'DRIVER_LICENCE_OVER',
    ])
    expect(says({ vehicle: { ...plain.vehicle, seats: 19 } })).toEqual(['RED', 'DRIVER_LICENCE_CLASS'])
    expect(says({ outKm: 1021 })).toEqual(['RED', 'GAP_LARGE'])
  })

  it('an emergency may be approved until the next working day is over: yellow till then, then red', () => {
    const requests = [{ ...request!, emergency: true, approvedAt: null }]
    expect(says({ requests }, '2026-03-03')).toEqual(['YELLOW', 'APPROVAL_DUE'])
    expect(says({ requests }, '2026-03-04')).toEqual(['RED', 'NOT_APPROVED'])
    const approved = (day: string) => [{ ...requests[0]!, approvedAt: new Date(`${day}T17:00:00+08:00`) }]
    expect(says({ requests: approved('2026-03-03') }, '2026-03-09')).toEqual(['GREEN'])
    expect(says({ requests: approved('2026-03-04') }, '2026-03-09')).toEqual(['RED', 'APPROVED_LATE'])
  })

  it('is yellow for what wants a look: photos, receipts, times, a small gap, parking', () => {
    expect(says({ photoOut: false, photoIn: false })).toEqual(['YELLOW', 'NO_PHOTO_OUT', 'NO_PHOTO_IN'])
    expect(says({ costsWithoutReceipt: 2 })).toEqual(['YELLOW', 'NO_RECEIPT'])
    expect(says({ returnedAt: at('12:31') })).toEqual(['YELLOW', 'LATE'])
    expect(says({ leftAt: at('09:29') })).toEqual(['YELLOW', 'LEFT_EARLY'])
    expect(says({ leftAt: at('10:31') })).toEqual(['YELLOW', 'LEFT_LATE'])
    expect(says({ outKm: 1003 })).toEqual(['YELLOW', 'GAP'])
    expect(says({ parkedElsewhere: { place: '路边' } })).toEqual(['YELLOW', 'PARKED_ELSEWHERE'])
    expect(says({ photoIn: false, requests: [] })).toEqual(['RED', 'NO_REQUEST', 'NO_PHOTO_IN'])
  })

  it('[FLEET-15] holds the odometer against the satellite: yellow beyond 3 km and 10 %, red beyond 10 km and 30 %', () => {
    expect(says({ gpsKm: 42 })).toEqual(['GREEN'])
    expect(says({ gpsKm: 37.8 })).toEqual(['GREEN'])
    expect(says({ gpsKm: 37.7 })).toEqual(['YELLOW', 'GPS_KM'])
    expect(says({ gpsKm: 46.3 })).toEqual(['YELLOW', 'GPS_KM'])
    expect(says({ gpsKm: 29.4 })).toEqual(['YELLOW', 'GPS_KM'])
    expect(says({ gpsKm: 29.3 })).toEqual(['RED', 'GPS_KM_LARGE'])
    // On a short way a few kilometres are the yard's, whatever their share.
    expect(says({ distanceKm: 4, gpsKm: 1 })).toEqual(['GREEN'])
    expect(says({ distanceKm: 4, gpsKm: 0.9 })).toEqual(['YELLOW', 'GPS_KM'])
    expect(says({ distanceKm: 20, gpsKm: 9 })).toEqual(['RED', 'GPS_KM_LARGE'])
    expect(judgeLight({ ...plain, gpsKm: 20.5 }, '2026-03-02').reasons[0]!.params).toEqual({
      km: 42,
      gps: 20.5,
    })
  })

  it('does not ask of an old sheet what a sheet cannot carry', () => {
    const imported = { imported: true, photoOut: false, photoIn: false, costsWithoutReceipt: 3 }
    const requests = [{ ...request!, approvedAt: null, measured: false }]
    expect(says({ ...imported, requests })).toEqual(['GREEN'])
    expect(says({ ...imported, requests, vehicle: { ...plain.vehicle, seats: 19 } })).toEqual([
      'YELLOW',
      'DRIVER_LICENCE_HISTORY',
    ])
  })
})
