import { Type } from 'typebox'
import {
  Day,
  Done,
  download,
  Id,
  Moment,
  Nullable,
  PageOf,
  paging,
  read,
  write,
} from '#kernel/contract/action.ts'
import { text } from '#kernel/contract/text.ts'
import { Format, ParkingCheck, SealedVehicle, SealingRow, Why } from '../trip-schema.ts'

const sealingPath = '/fleet/sealings/:sealingId' as const
const sealingId = Id
const one = { sealingId, vehicleId: Id }
const checkFilters = {
  from: Type.Optional(Day),
  to: Type.Optional(Day),
  vehicleId: Type.Optional(Id),
  elsewhere: Type.Optional(Type.Boolean()),
  sort: Type.Optional(Type.Enum(['at', '-at'])),
}

/** Holiday sealing and fixed parking: what stands where when nobody drives it. */
export const parkingActions = {
  listSealings: read({
    path: '/fleet/sealings',
    permission: 'fleet.read-register',
    input: Type.Object({}),
    output: Type.Object({
      items: Type.Array(SealingRow),
      /** Holidays of the calendar to come that have no sealing yet. */
      holidays: Type.Array(Type.Object({ title: Type.String(), from: Day, to: Day })),
    }),
    summary: text('节假日封存', 'Holiday sealing'),
  }),
  makeSealing: write({
    path: '/fleet/sealings',
    permission: 'fleet.dispatch',
    input: Type.Object({ title: Type.String({ minLength: 1, maxLength: 60 }), from: Day, to: Day }),
    output: Type.Object({ id: Id }),
    summary: text('安排封存', 'Arrange a sealing'),
  }),
  readSealing: read({
    path: sealingPath,
    permission: 'fleet.read-register',
    input: Type.Object({ sealingId }),
    output: Type.Object({ ...SealingRow.properties, items: Type.Array(SealedVehicle) }),
    summary: text('一次封存的车辆', 'The vehicles of a sealing'),
  }),
  sealVehicle: write({
    path: `${sealingPath}/vehicles/:vehicleId/seal`,
    permission: 'fleet.drive',
    input: Type.Object({ ...one, photoId: Id }),
    output: Done,
    summary: text('拍照确认封存', 'Confirm a seal by photo'),
  }),
  exemptVehicle: write({
    path: `${sealingPath}/vehicles/:vehicleId/exemption`,
    permission: 'fleet.dispatch',
    input: Type.Object({ ...one, reason: Why, approvedBy: Type.String({ minLength: 1, maxLength: 100 }) }),
    output: Done,
    summary: text('批准封存期间使用', 'Exempt from sealing'),
  }),
  listParkingChecks: read({
    path: '/fleet/parking-checks',
    permission: 'fleet.read-register',
    input: Type.Object({ ...paging, ...checkFilters }),
    output: PageOf(ParkingCheck),
    summary: text('停放检查记录', 'Parking checks'),
  }),
  exportParkingChecks: download({
    path: '/fleet/parking-checks/export',
    permission: 'fleet.read-register',
    input: Type.Object({ ...checkFilters, format: Format }),
    summary: text('导出停放检查记录', 'Export parking checks'),
  }),
  recordParkingCheck: write({
    path: '/fleet/parking-checks',
    permission: 'fleet.drive',
    input: Type.Object({
      vehicleId: Id,
      /** One of our places; absent: `place` in words. */
      siteId: Type.Optional(Nullable(Id)),
      place: Type.Optional(Type.String({ maxLength: 200 })),
      at: Type.Optional(Moment),
      photoId: Type.Optional(Nullable(Id)),
      note: Type.Optional(Type.String({ maxLength: 500 })),
    }),
    output: Type.Object({ id: Id, elsewhere: Type.Boolean() }),
    summary: text('登记停放检查', 'Record a parking check'),
  }),
} as const
