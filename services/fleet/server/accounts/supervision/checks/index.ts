import type { Check } from '../check.ts'
import { approvedAfterwards } from './approved-afterwards.ts'
import { fuelOutliers } from './fuel-outliers.ts'
import { inspectionOverdue } from './inspection-overdue.ts'
import { overStandard } from './over-standard.ts'
import { redTrips } from './red-trips.ts'
import { sealedUse } from './sealed-use.ts'
import { unexplainedKm } from './unexplained-km.ts'
import { withoutReceipt } from './without-receipt.ts'
import { withoutRequest } from './without-request.ts'

/** What supervision of official vehicles looks for, in the order in which it is shown. */
export const fleetChecks: readonly Check[] = [
  redTrips,
  withoutRequest,
  approvedAfterwards,
  sealedUse,
  inspectionOverdue,
  unexplainedKm,
  overStandard,
  fuelOutliers,
  withoutReceipt,
]
