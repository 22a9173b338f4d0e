import { canteen } from './canteen.ts'
import { documents } from './documents.ts'
import { energy } from './energy.ts'
import { equipment } from './equipment.ts'
import { fireAndGuard } from './fire-and-guard.ts'
import { information } from './information.ts'
import { labour } from './labour.ts'
import { lifts } from './lifts.ts'
import { meetingFees } from './meeting-fees.ts'
import { officeSpace } from './office-space.ts'
import { procurement } from './procurement.ts'
import { reception } from './reception.ts'
import { retention } from './retention.ts'
import type { FieldSeed } from './seed.ts'
import { vehicles } from './vehicles.ts'

/** Every national value this release brings, by field, in the order they are listed. */
export const nationalRules: readonly FieldSeed[] = [
  ...[officeSpace, vehicles, reception, meetingFees, equipment, canteen, lifts, procurement],
  ...[energy, fireAndGuard, labour, documents, information, retention],
]
