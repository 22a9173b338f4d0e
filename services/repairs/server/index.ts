import { implement } from '#kernel/server-module.ts'
import { repairs } from '../module.ts'
import { addLabour, addPart } from './add-cost.ts'
import { addPhotos } from './add-photos.ts'
import { addQuote } from './add-quote.ts'
import { chooseContractor } from './choose-contractor.ts'
import { completeRepair } from './complete-repair.ts'
import { createPlaceCodes } from './create-place-codes.ts'
import { fillDemo } from './demo.ts'
import { describeFault } from './describe-fault.ts'
import { followRepair } from './follow-repair.ts'
import { followReport } from './follow-report.ts'
import { gradeRepair } from './grade-repair.ts'
import { handOver } from './hand-over.ts'
import { repairsImport } from './import.ts'
import { exportPlaceCodes, listPlaceCodes, printPlaceCodes } from './list-place-codes.ts'
import { exportRepairs, listRepairs } from './list-repairs.ts'
import { repairsMetricHandlers } from './metrics.ts'
import { repairsPersonal } from './personal.ts'
import { prepareRepair } from './prepare-repair.ts'
import { exportCosts, readCosts } from './read-costs.ts'
import { readRepair } from './read-repair.ts'
import { readUse } from './read-use.ts'
import { recordChecklist } from './record-checklist.ts'
import { recordOmission } from './record-omission.ts'
import { recordVisit } from './record-visit.ts'
import { reflect } from './reflect.ts'
import { remedyOmission } from './remedy-omission.ts'
import { report } from './report.ts'
import { reportByCode, storePublicPhoto } from './report-by-code.ts'
import { revokePlaceCode } from './revoke-place-code.ts'
import { finishWorks, startWorks } from './run-works.ts'
import { scanPlace } from './scan-place.ts'
import { suggestDuplicates } from './suggest-duplicates.ts'
import { surveyWork } from './survey-work.ts'
import { takeCall } from './take-call.ts'
import { tellOfRepairs } from './tell-repairs.ts'
import { planVerification, verifyWorks } from './verify-works.ts'

/** The repairs on the server. */
export const repairsServer = implement(repairs, {
  migrations: new URL('../migrations', import.meta.url).pathname,
  actions: {
    report,
    takeCall,
    suggestDuplicates,
    followRepair,
    scanPlace,
    reportByCode,
    storePublicPhoto,
    followReport,
    listPlaceCodes,
    exportPlaceCodes,
    printPlaceCodes,
    createPlaceCodes,
    revokePlaceCode,
    listRepairs,
    exportRepairs,
    readCosts,
    exportCosts,
    readUse,
    readRepair,
    gradeRepair,
    describeFault,
    prepareRepair,
    recordVisit,
    recordChecklist,
    addPart,
    addLabour,
    addPhotos,
    completeRepair,
    handOver,
    recordOmission,
    remedyOmission,
    reflect,
    surveyWork,
    addQuote,
    chooseContractor,
    startWorks,
    finishWorks,
    planVerification,
    verifyWorks,
  },
  imports: { repairs: repairsImport },
  metrics: repairsMetricHandlers,
  personal: repairsPersonal,
  on: tellOfRepairs,
  demo: fillDemo,
})
