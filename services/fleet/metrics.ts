import { accountMetrics } from './account-metrics.ts'
import { dispatchMetrics } from './dispatch-metrics.ts'
import { opinionMetrics } from './opinion-metrics.ts'
import { registerMetrics } from './register-metrics.ts'
import { rentalMetrics } from './rental-metrics.ts'
import { requestMetrics } from './request-metrics.ts'
import { tripMetrics } from './trip-metrics.ts'

/** The figures of the vehicles, part by part. */
export const fleetMetrics = {
  ...registerMetrics,
  ...requestMetrics,
  ...dispatchMetrics,
  ...tripMetrics,
  ...accountMetrics,
  ...opinionMetrics,
  ...rentalMetrics,
}
