import { expect, it } from 'vitest'
import { fleet } from '../../../module.ts'
import type { DriverTrip } from '../../../trip-schema.ts'
import { lastKmOf, projectTrip } from './project-trip.ts'

const { actions } = fleet
const trip: DriverTrip = {
  id: '1',
  number: 'PC-1',
  state: 'ASSIGNED',
  vehicle: { id: 'v', plate: '粤B10001', energy: 'PETROL' },
  driver: { id: 'd', name: '王师傅' },
  unit: { id: 'u', name: '财政局' },
  from: '2026-03-02T02:00:00.000Z',
  to: '2026-03-02T04:00:00.000Z',
  leftAt: null,
  returnedAt: null,
  outKm: null,
  inKm: null,
  distanceKm: null,
  costFen: 0,
  passengers: 2,
  requests: [],
  light: null,
  reasons: [],
  verifiedAt: null,
  verifiedBy: null,
  cancelReason: null,
  note: '',
  imported: false,
  can: { check: true, leave: true, wait: false, resume: false, comeBack: false, addCost: false },
  lastKm: 12_000,
  stepAt: null,
  place: '',
  check: { lines: [], safetyClauses: [] },
}
const at = Date.parse('2026-03-02T02:05:00.000Z')
const deed = (action: { path: string }, input: Record<string, unknown> = {}) => ({
  path: action.path,
  input,
  at,
})

it('[FLEET-02] shows a shift without a signal as done, step by step, and nothing that could not follow', () => {
  const left = projectTrip(trip, [deed(actions.leaveTrip, { km: 12_000 })])
  expect([left.state, left.outKm, left.can.wait, left.can.leave]).toEqual(['UNDER_WAY', 12_000, true, false])
  const back = projectTrip(trip, [
    deed(actions.leaveTrip, { km: 12_000 }),
    deed(actions.waitOnTrip, { place: '机场' }),
    deed(actions.addTripCost, { amountFen: 1500 }),
    deed(actions.resumeTrip),
    deed(actions.returnTrip, { km: 12_040 }),
  ])
  expect(back).toMatchObject({ state: 'COMPLETED', place: '机场', costFen: 1500, distanceKm: 40 })
  expect(back.can).toMatchObject({ comeBack: false, addCost: true })
  expect(projectTrip(trip, [deed(actions.returnTrip, { km: 12_040 })]).state).toBe('ASSIGNED')
})

it('offers the next trip of the vehicle what was read here, before the ledger knows it', () => {
  const back = { ...trip, inKm: 12_040, lastKm: 12_040 }
  expect(lastKmOf([back, { ...trip, id: '2' }]).get('v')).toBe(12_040)
})
