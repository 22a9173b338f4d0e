import type { MetricHandler } from '#kernel/server-module.ts'
import type { accountMetrics } from '../../account-metrics.ts'
import { closeMonth } from './close-month.ts'
import { exportExchange, listExchangeEntities, readExchange } from './exchange/read-exchange.ts'
import { exportAccounts, listAccounts } from './list-accounts.ts'
import { lookAtTrack } from './look-at-track.ts'
import {
  costOfVehicles,
  daysWithoutInjury,
  fuelPer100km,
  kilometresPerVehicle,
  safetyMeetings,
} from './metrics.ts'
import {
  exportPublication,
  exportPublications,
  listPublications,
  previewPublication,
  publish,
  readPublication,
  takeDownPublication,
} from './publications.ts'
import { exportVehicleAccount, readVehicleAccount } from './read-vehicle-account.ts'
import {
  addSafetyMeeting,
  exportSafetyMeetings,
  listSafetyMeetings,
  readSafetyMeeting,
  signSafetyMeeting,
  voidSafetyMeeting,
} from './safety-meetings.ts'
import { readSafetyRecord } from './safety-record.ts'
import { readCase } from './supervision/read-case.ts'
import { exportChecks, listCheckRows, listChecks } from './supervision/run-checks.ts'
import { takeJt808, takePositions } from './take-positions.ts'
import { exportTerminals, fitTerminal, listTerminals, removeTerminal } from './terminals.ts'
import { exportTrackLooks, listTrackLooks } from './track-looks.ts'
import { exportUnitUse, readUnitUse } from './unit-use.ts'

/** The handlers of `actions/account-actions.ts`. */
export const accountHandlers = {
  listAccounts,
  exportAccounts,
  closeMonth,
  readVehicleAccount,
  exportVehicleAccount,
  readUnitUse,
  exportUnitUse,
  listPublications,
  previewPublication,
  publish,
  readPublication,
  takeDownPublication,
  exportPublication,
  exportPublications,
  listSafetyMeetings,
  exportSafetyMeetings,
  readSafetyRecord,
  readSafetyMeeting,
  addSafetyMeeting,
  signSafetyMeeting,
  voidSafetyMeeting,
  listChecks,
  listCheckRows,
  exportChecks,
  readCase,
  listExchangeEntities,
  readExchange,
  exportExchange,
  takePositions,
  takeJt808,
  listTerminals,
  exportTerminals,
  fitTerminal,
  removeTerminal,
  lookAtTrack,
  listTrackLooks,
  exportTrackLooks,
} as const

export const accountMetricHandlers: Record<keyof typeof accountMetrics, MetricHandler> = {
  'vehicles.cost.sum': costOfVehicles,
  'fleet.fuel-per-100km.litres': fuelPer100km,
  'fleet.km-per-vehicle.mean': kilometresPerVehicle,
  'fleet.safety-meetings.count': safetyMeetings,
  'fleet.days-without-injury.count': daysWithoutInjury,
}
