import type { BorrowingInput } from '../borrowing-schema.ts'
import type { createDocument } from './create-document.ts'
import { firstDispatchStandard } from './first-dispatch-standard.ts'
import { firstEtiquetteStandard } from './first-etiquette-standard.ts'
import { firstMeetingStandard } from './first-meeting-standard.ts'
import { firstReformInstrument } from './first-reform-instrument.ts'
import { firstServiceInstrument } from './first-service-instrument.ts'
import { firstStandard } from './first-standard.ts'
import { firstUpkeepStandard } from './first-upkeep-standard.ts'
import { firstVehicleStandard } from './first-vehicle-standard.ts'

type NewDocument = Parameters<typeof createDocument>[1]

/** A standard that every bureau begins with. */
export interface FirstStandard extends Omit<NewDocument, 'nodeId' | 'family' | 'plannedId' | 'borrowed'> {
  nodeCode: string
  /** Borrowed on the day the bureau takes the standard over. */
  borrowed?: Omit<BorrowingInput, 'borrowedOn'>[]
}

/** The standards a bureau begins with; one more is one line. */
export const firstStandards: readonly FirstStandard[] = [
  firstStandard,
  firstMeetingStandard,
  firstVehicleStandard,
  firstUpkeepStandard,
  firstDispatchStandard,
  firstEtiquetteStandard,
  firstServiceInstrument,
  firstReformInstrument,
]
