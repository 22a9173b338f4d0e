import { Type } from 'typebox'
import { Day, Done, download, Id, Moment, PageOf, paging, read, write } from '#kernel/contract/action.ts'
import { text } from '#kernel/contract/text.ts'
import {
  Format,
  Km,
  Made,
  Note,
  Reading,
  Short,
  VehicleDetail,
  VehicleInput,
  VehicleRow,
  vehicleFilters,
} from '../register-schema.ts'
import { acquisitionActions } from './acquisition-actions.ts'
import { driverActions } from './driver-actions.ts'
import { etiquetteActions } from './etiquette-actions.ts'
import { incidentActions } from './incident-actions.ts'
import { insuranceActions } from './insurance-actions.ts'
import { upkeepActions } from './upkeep-actions.ts'

const vehiclePath = '/fleet/vehicles/:vehicleId' as const
const see = 'fleet.read-register'
const keep = 'fleet.keep-register'
const vehicleId = Id

/** What of the register the server does; the handlers stand under the same names in `server/`. */
export const registerActions = {
  listVehicles: read({
    path: '/fleet/vehicles',
    permission: see,
    input: Type.Object({ ...paging, ...vehicleFilters }),
    output: PageOf(VehicleRow),
    summary: text('车辆', 'Vehicles'),
  }),
  exportVehicles: download({
    path: '/fleet/vehicles/export',
    permission: keep,
    input: Type.Object({ ...vehicleFilters, format: Format }),
    summary: text('导出车辆，可再导入', 'Export vehicles, importable again'),
  }),
  readVehicle: read({
    path: vehiclePath,
    permission: see,
    input: Type.Object({ vehicleId }),
    output: VehicleDetail,
    summary: text('一辆车', 'One vehicle'),
  }),
  registerVehicle: write({
    path: '/fleet/vehicles',
    permission: keep,
    input: Type.Object({ ...VehicleInput, km: Km }),
    output: Made,
    summary: text('登记车辆', 'Register a vehicle'),
  }),
  changeVehicle: write({
    method: 'PATCH',
    path: vehiclePath,
    permission: keep,
    input: Type.Object({ vehicleId, ...Type.Partial(Type.Object(VehicleInput)).properties }),
    output: Done,
    summary: text('修改车辆', 'Change a vehicle'),
  }),
  takeOutVehicle: write({
    path: `${vehiclePath}/suspension`,
    permission: keep,
    input: Type.Object({ vehicleId, reason: Short }),
    output: Done,
    summary: text('停用车辆', 'Take a vehicle out of use'),
  }),
  putBackVehicle: write({
    path: `${vehiclePath}/return`,
    permission: keep,
    input: Type.Object({ vehicleId }),
    output: Done,
    summary: text('恢复使用', 'Put a vehicle back into use'),
  }),
  retireVehicle: write({
    path: `${vehiclePath}/retirement`,
    permission: 'fleet.retire',
    input: Type.Object({ vehicleId, retiredOn: Day, reason: Short }),
    output: Done,
    summary: text('处置车辆', 'Retire a vehicle'),
  }),
  listReadings: read({
    path: `${vehiclePath}/readings`,
    permission: keep,
    input: Type.Object({ vehicleId, ...paging }),
    output: PageOf(Reading),
    summary: text('里程台账', 'The odometer ledger'),
  }),
  addReading: write({
    path: `${vehiclePath}/readings`,
    permission: keep,
    input: Type.Object({ vehicleId, at: Moment, km: Km, note: Type.Optional(Note) }),
    output: Made,
    summary: text('登记里程，可补记', 'Record a reading, also a late one'),
  }),
  voidReading: write({
    path: `${vehiclePath}/readings/:readingId/voiding`,
    permission: keep,
    input: Type.Object({ vehicleId, readingId: Id, reason: Short }),
    output: Done,
    summary: text('作废里程读数', 'Void a reading'),
  }),
  ...upkeepActions,
  ...incidentActions,
  ...driverActions,
  ...etiquetteActions,
  ...acquisitionActions,
  ...insuranceActions,
} as const
