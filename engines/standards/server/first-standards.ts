import { firstMeetingStandard } from './first-meeting-standard.ts'
import { firstReformInstrument } from './first-reform-instrument.ts'
import { firstServiceInstrument } from './first-service-instrument.ts'
import { firstStandard } from './first-standard.ts'
import { firstVehicleStandard } from './first-vehicle-standard.ts'

/** What every bureau begins with, each in a file of its own. */
export const firstStandards = [
  firstStandard,
  firstMeetingStandard,
  firstVehicleStandard,
  firstServiceInstrument,
  firstReformInstrument,
]
