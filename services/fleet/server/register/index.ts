import {
  askAgain,
  askForVehicle,
  registerBought,
  withdrawAcquisition,
} from '../acquisitions/ask-for-vehicle.ts'
import {
  exportAcquisitions,
  listAcquisitions,
  previewLimits,
  readAcquisition,
} from '../acquisitions/list-acquisitions.ts'
import { addInsurer, inviteInsurers, openRound } from '../insurance/hold-round.ts'
import { exportRounds, listInsurers, listRounds, readRound } from '../insurance/read-rounds.ts'
import { readInvitation, sealQuote } from '../insurance/seal-quote.ts'
import { exportIncidents, listIncidents } from './all-incidents.ts'
import { readAssessment, settleAssessment } from './assessment.ts'
import {
  listEtiquetteChecks,
  readEtiquetteCheck,
  recordEtiquetteCheck,
  voidEtiquetteCheck,
} from './etiquette-checks.ts'
import { askForLeave, grantLeave, refuseLeave, withdrawLeave } from './leave.ts'
import { exportDrivers, listDrivers } from './list-drivers.ts'
import { exportDue, listDue } from './list-due.ts'
import { exportViolations, listAccidents, listViolations } from './list-incidents.ts'
import { exportVehicles, listVehicles } from './list-vehicles.ts'
import { endPlan, makePlan, recordMaintenance, voidMaintenance } from './maintenance.ts'
import { addPaper, endPaper, handBack, handOut } from './papers.ts'
import { readDriver, readOwnDriver } from './read-driver.ts'
import { readVehicle } from './read-vehicle.ts'
import { addReading, listReadings, voidReading } from './readings.ts'
import {
  nameDriver,
  recordAccident,
  recordViolation,
  settleBlame,
  settleViolation,
  voidAccident,
  voidViolation,
} from './record-incidents.ts'
import { putBackVehicle, retireVehicle, takeOutVehicle } from './retire-vehicle.ts'
import { readRoster, setDuties } from './roster.ts'
import { listAbsences } from './select-absences.ts'
import { listUpkeepLines, readUpkeepCheck } from './upkeep-check.ts'
import { changeDriver, registerDriver, releaseDriver, takeDriverBack } from './write-driver.ts'
import { changeVehicle, registerVehicle } from './write-vehicle.ts'

export { registerMetricHandlers } from './metrics.ts'

/** The handlers of `actions/register-actions.ts`. */
export const registerHandlers = {
  listVehicles,
  exportVehicles,
  readVehicle,
  registerVehicle,
  changeVehicle,
  takeOutVehicle,
  putBackVehicle,
  retireVehicle,
  listReadings,
  addReading,
  voidReading,
  listDue,
  exportDue,
  addPaper,
  endPaper,
  handOut,
  handBack,
  makePlan,
  endPlan,
  recordMaintenance,
  voidMaintenance,
  listUpkeepLines,
  readUpkeepCheck,
  listIncidents,
  exportIncidents,
  listAccidents,
  recordAccident,
  settleBlame,
  voidAccident,
  listViolations,
  exportViolations,
  recordViolation,
  nameDriver,
  settleViolation,
  voidViolation,
  listDrivers,
  exportDrivers,
  readDriver,
  readOwnDriver,
  registerDriver,
  changeDriver,
  releaseDriver,
  takeDriverBack,
  listAbsences,
  askForLeave,
  grantLeave,
  refuseLeave,
  withdrawLeave,
  readRoster,
  setDuties,
  readAssessment,
  settleAssessment,
  listEtiquetteChecks,
  readEtiquetteCheck,
  recordEtiquetteCheck,
  voidEtiquetteCheck,
  previewLimits,
  listAcquisitions,
  exportAcquisitions,
  readAcquisition,
  askForVehicle,
  askAgain,
  withdrawAcquisition,
  registerBought,
  listInsurers,
  addInsurer,
  listRounds,
  exportRounds,
  readRound,
  inviteInsurers,
  openRound,
  readInvitation,
  sealQuote,
} as const
