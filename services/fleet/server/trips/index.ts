import { recordTripCheck } from './check-trip.ts'
import { correctOdometer } from './correct-odometer.ts'
import { leaveTrip } from './leave-trip.ts'
import { exportTrips, listMyTrips, listTrips } from './list-trips.ts'
import { exportParkingChecks, listParkingChecks, recordParkingCheck } from './parking-checks.ts'
import { readTrip } from './read-trip.ts'
import { returnTrip } from './return-trip.ts'
import { exemptVehicle, sealVehicle } from './seal-vehicle.ts'
import { listSealings, makeSealing, readSealing } from './sealings.ts'
import { addTripCost, correctTripCost } from './trip-costs.ts'
import { verifyTrips } from './verify-trips.ts'
import { resumeTrip, waitOnTrip } from './wait-on-trip.ts'

export { tripMetricHandlers } from './measure-trips.ts'

/** The handlers of `actions/trip-actions.ts`. */
export const tripHandlers = {
  listTrips,
  exportTrips,
  listMyTrips,
  readTrip,
  recordTripCheck,
  leaveTrip,
  waitOnTrip,
  resumeTrip,
  returnTrip,
  addTripCost,
  correctTripCost,
  correctOdometer,
  verifyTrips,
  listSealings,
  makeSealing,
  readSealing,
  sealVehicle,
  exemptVehicle,
  listParkingChecks,
  exportParkingChecks,
  recordParkingCheck,
} as const
