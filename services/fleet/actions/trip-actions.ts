import { Type } from 'typebox'
import { ChecklistAnswer, ChecklistScore } from '#engines/standards/schema.ts'
import { Day, Done, download, Id, Nullable, PageOf, paging, read, write } from '#kernel/contract/action.ts'
import { text } from '#kernel/contract/text.ts'
import {
  CostKindName,
  DriverTrip,
  Format,
  Km,
  LightName,
  TripDetail,
  TripRow,
  tripFilters,
  Why,
} from '../trip-schema.ts'
import { parkingActions } from './parking-actions.ts'

const tripPath = '/fleet/trips/:tripId' as const
const tripId = Id
/** What was read at the odometer; the photo is the phone's own upload. */
const reading = { tripId, km: Km, photoId: Type.Optional(Nullable(Id)) }

/** Trips: the driver's steps on the phone, costs, corrections, the light; with sealing and parking. */
export const tripActions = {
  listTrips: read({
    path: '/fleet/trips',
    permission: 'fleet.read-board',
    input: Type.Object({ ...paging, ...tripFilters }),
    output: PageOf(TripRow),
    summary: text('出车记录', 'Trips'),
  }),
  exportTrips: download({
    path: '/fleet/trips/export',
    permission: 'fleet.read-board',
    input: Type.Object({ ...tripFilters, format: Format }),
    summary: text('导出出车记录', 'Export trips'),
  }),
  listMyTrips: read({
    path: '/fleet/trips/mine',
    permission: 'fleet.own-trips',
    input: Type.Object({ day: Type.Optional(Day) }),
    output: Type.Object({ day: Day, items: Type.Array(DriverTrip) }),
    summary: text('我当天的出车任务', 'My trips of a day'),
  }),
  readTrip: read({
    path: tripPath,
    permission: 'fleet.read-requests',
    input: Type.Object({ tripId }),
    output: TripDetail,
    summary: text('一趟出车的来龙去脉', 'A trip and its reasons'),
  }),
  recordTripCheck: write({
    method: 'PUT',
    path: `${tripPath}/check`,
    permission: 'fleet.drive',
    input: Type.Object({ tripId, answers: Type.Array(ChecklistAnswer, { minItems: 1, maxItems: 100 }) }),
    output: Type.Object({ score: ChecklistScore, mayLeave: Type.Boolean() }),
    summary: text('填写出车前检查', 'Record the check before leaving'),
  }),
  leaveTrip: write({
    path: `${tripPath}/departure`,
    permission: 'fleet.drive',
    input: Type.Object(reading),
    output: Done,
    summary: text('出车', 'Leave'),
  }),
  waitOnTrip: write({
    path: `${tripPath}/wait`,
    permission: 'fleet.drive',
    input: Type.Object({ tripId, place: Type.Optional(Type.String({ maxLength: 200 })) }),
    output: Done,
    summary: text('到达等候', 'Arrive and wait'),
  }),
  resumeTrip: write({
    path: `${tripPath}/resumption`,
    permission: 'fleet.drive',
    input: Type.Object({ tripId }),
    output: Done,
    summary: text('继续行驶', 'Go on'),
  }),
  returnTrip: write({
    path: `${tripPath}/return`,
    permission: 'fleet.drive',
    input: Type.Object(reading),
    output: Type.Object({ light: LightName }),
    summary: text('收车', 'Come back'),
  }),
  addTripCost: write({
    path: `${tripPath}/costs`,
    permission: 'fleet.drive',
    input: Type.Object({
      tripId,
      kind: CostKindName,
      amountFen: Type.Integer({ minimum: 1, maximum: 10_000_000 }),
      litres: Type.Optional(Nullable(Type.Number({ exclusiveMinimum: 0, maximum: 2000 }))),
      energyKwh: Type.Optional(Nullable(Type.Number({ exclusiveMinimum: 0, maximum: 2000 }))),
      receiptId: Type.Optional(Nullable(Id)),
      note: Type.Optional(Type.String({ maxLength: 500 })),
    }),
    output: Type.Object({ id: Id }),
    summary: text('登记费用', 'Note a cost'),
  }),
  correctTripCost: write({
    path: `${tripPath}/costs/:costId/correction`,
    permission: 'fleet.dispatch',
    input: Type.Object({
      tripId,
      costId: Id,
      /** What it should have been; 0: not this trip's. */
      amountFen: Type.Integer({ minimum: 0, maximum: 10_000_000 }),
      reason: Why,
    }),
    output: Done,
    summary: text('更正费用', 'Correct a cost'),
  }),
  correctOdometer: write({
    path: `${tripPath}/odometer-correction`,
    permission: 'fleet.dispatch',
    input: Type.Object({ tripId, reading: Type.Enum(['OUT', 'IN']), km: Km, reason: Why }),
    output: Done,
    summary: text('更正里程', 'Correct the odometer'),
  }),
  verifyTrips: write({
    path: '/fleet/trips/verification',
    permission: 'fleet.dispatch',
    input: Type.Object({
      tripIds: Type.Array(Id, { minItems: 1, maxItems: 200, uniqueItems: true }),
      note: Type.Optional(Type.String({ maxLength: 500 })),
    }),
    output: Type.Object({
      items: Type.Array(
        Type.Object({ tripId: Id, verified: Type.Boolean(), reason: Nullable(Type.String()) }),
      ),
    }),
    summary: text('标为已核对', 'Mark as looked at'),
  }),
  ...parkingActions,
} as const
