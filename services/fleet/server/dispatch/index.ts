import type { MetricHandler } from '#kernel/server-module.ts'
import type { dispatchMetrics } from '../../dispatch-metrics.ts'
import { assignTrip } from './assign-trip.ts'
import { cancelTrip } from './cancel-trip.ts'
import { acceptDayPlan, listDayPlans, readDayPlan } from './day-plans.ts'
import { changeZone, closeZone, createZone, listZones, setDistance } from './keep-zones.ts'
import { pooledRate, unservedCount, utilisation } from './measure-dispatch.ts'
import { planDay } from './plan-day.ts'
import { listProposals } from './propose.ts'
import { readBoard, readBoardTrip } from './read-board.ts'
import { addToTrip, rearrangeTrip, takeOutOfTrip } from './rearrange-trip.ts'
import { takeForEmergency } from './take-for-emergency.ts'

/** The handlers of `actions/dispatch-actions.ts`. */
export const dispatchHandlers = {
  readBoard,
  readBoardTrip,
  listProposals,
  assignTrip,
  rearrangeTrip,
  addToTrip,
  takeOutOfTrip,
  cancelTrip,
  takeForEmergency,
  planDay,
  readDayPlan,
  listDayPlans,
  acceptDayPlan,
  listZones,
  createZone,
  changeZone,
  closeZone,
  setDistance,
} as const

export const dispatchMetricHandlers: Record<keyof typeof dispatchMetrics, MetricHandler> = {
  'trips.pooled.rate': pooledRate,
  'vehicles.utilisation.rate': utilisation,
  'trips.unserved.count': unservedCount,
}
