import { Type } from 'typebox'
import {
  Day,
  Done,
  download,
  Id,
  Moment,
  Nothing,
  Nullable,
  PageOf,
  paging,
  read,
  write,
} from '#kernel/contract/action.ts'
import { text } from '#kernel/contract/text.ts'
import {
  Absence,
  Assessment,
  DriverDetail,
  DriverRow,
  Duty,
  driverFilters,
  Licence,
  Month,
} from '../driver-schema.ts'
import { Format, keysOf, Made, Note, Short } from '../register-schema.ts'
import { absenceKinds, shifts } from '../register-words.ts'
import { absenceStates } from '../states.ts'
import { pools } from '../words.ts'

const driverPath = '/fleet/drivers/:driverId' as const
const absencePath = '/fleet/absences/:absenceId' as const
const see = 'fleet.read-register'
const keep = 'fleet.keep-register'
const driverId = Id
const absence = {
  kind: keysOf(absenceKinds),
  from: Moment,
  to: Moment,
  reason: Type.Optional(Note),
}
const changing = {
  name: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
  personId: Type.Optional(Nullable(Id)),
  phone: Type.Optional(Type.String({ maxLength: 40 })),
  licenceClass: Type.Optional(Licence),
  licenceUntil: Type.Optional(Day),
  pool: Type.Optional(keysOf(pools)),
}

/** Drivers, their leave, the roster and what their month was like. */
export const driverActions = {
  listDrivers: read({
    path: '/fleet/drivers',
    permission: see,
    input: Type.Object({ ...paging, ...driverFilters }),
    output: PageOf(DriverRow),
    summary: text('驾驶员', 'Drivers'),
  }),
  exportDrivers: download({
    path: '/fleet/drivers/export',
    permission: keep,
    input: Type.Object({ ...driverFilters, format: Format }),
    summary: text('导出驾驶员，可再导入', 'Export drivers, importable again'),
  }),
  readDriver: read({
    path: driverPath,
    permission: see,
    input: Type.Object({ driverId }),
    output: DriverDetail,
    summary: text('一名驾驶员', 'One driver'),
  }),
  readOwnDriver: read({
    path: '/fleet/me',
    permission: 'fleet.own-trips',
    input: Nothing,
    output: Type.Object({ driver: Nullable(DriverDetail) }),
    summary: text('我的请假和排班', 'Own leave and duty'),
  }),
  registerDriver: write({
    path: '/fleet/drivers',
    permission: keep,
    input: Type.Object({
      ...changing,
      staffNo: Type.String({ minLength: 1, maxLength: 40 }),
      name: Type.String({ minLength: 1, maxLength: 100 }),
      licenceClass: Licence,
      licenceUntil: Day,
    }),
    output: Made,
    summary: text('登记驾驶员', 'Register a driver'),
  }),
  changeDriver: write({
    method: 'PATCH',
    path: driverPath,
    permission: keep,
    input: Type.Object({ driverId, ...changing }),
    output: Done,
    summary: text('修改驾驶员', 'Change a driver'),
  }),
  releaseDriver: write({
    path: `${driverPath}/leaving`,
    permission: keep,
    input: Type.Object({ driverId, leftOn: Day, reason: Short }),
    output: Done,
    summary: text('驾驶员离岗', 'A driver leaves the staff'),
  }),
  takeDriverBack: write({
    path: `${driverPath}/return`,
    permission: keep,
    input: Type.Object({ driverId }),
    output: Done,
    summary: text('驾驶员返岗', 'A driver comes back'),
  }),
  listAbsences: read({
    path: '/fleet/absences',
    permission: see,
    input: Type.Object({
      ...paging,
      driverId: Type.Optional(Id),
      state: Type.Optional(Type.Array(keysOf(absenceStates.states), { maxItems: 4 })),
      from: Type.Optional(Day),
      to: Type.Optional(Day),
    }),
    output: PageOf(Absence),
    summary: text('请假', 'Leave'),
  }),
  askForLeave: write({
    path: '/fleet/absences',
    permission: 'fleet.drive',
    input: Type.Object({
      ...absence,
      /** Absent: one's own; the dispatcher names whose. */
      driverId: Type.Optional(Id),
    }),
    output: Made,
    summary: text('请假', 'Ask for leave'),
  }),
  grantLeave: write({
    path: `${absencePath}/grant`,
    permission: 'fleet.dispatch',
    input: Type.Object({ absenceId: Id, reason: Type.Optional(Short) }),
    output: Type.Object({
      /** Trips planned for that time: somebody has to give them to another driver. */
      trips: Type.Array(Type.Object({ id: Id, number: Type.String(), from: Moment })),
    }),
    summary: text('准假', 'Grant leave'),
  }),
  refuseLeave: write({
    path: `${absencePath}/refusal`,
    permission: 'fleet.dispatch',
    input: Type.Object({ absenceId: Id, reason: Short }),
    output: Done,
    summary: text('不准假', 'Refuse leave'),
  }),
  withdrawLeave: write({
    path: `${absencePath}/withdrawal`,
    permission: 'fleet.drive',
    input: Type.Object({ absenceId: Id }),
    output: Done,
    summary: text('撤回请假、销假', 'Withdraw leave, or come back early'),
  }),
  readRoster: read({
    path: '/fleet/roster',
    permission: see,
    input: Type.Object({ month: Month }),
    output: Type.Object({
      days: Type.Array(Type.Object({ day: Day, working: Type.Boolean() })),
      drivers: Type.Array(
        Type.Object({
          id: Id,
          name: Type.String(),
          staffNo: Type.String(),
          duties: Type.Array(Duty),
          absences: Type.Array(Type.Object({ from: Day, to: Day, kind: keysOf(absenceKinds) })),
        }),
      ),
      can: Type.Object({ change: Type.Boolean() }),
    }),
    summary: text('排班表', 'The duty roster'),
  }),
  setDuties: write({
    method: 'PUT',
    path: '/fleet/roster',
    permission: keep,
    input: Type.Object({
      duties: Type.Array(Type.Object({ driverId: Id, day: Day, shift: Nullable(keysOf(shifts)) }), {
        minItems: 1,
        maxItems: 500,
      }),
    }),
    output: Done,
    summary: text('排班', 'Set duties'),
  }),
  readAssessment: read({
    path: `${driverPath}/assessments/:month`,
    permission: see,
    input: Type.Object({ driverId, month: Month }),
    output: Assessment,
    summary: text('驾驶员月度考核', 'A driver’s month'),
  }),
  settleAssessment: write({
    path: `${driverPath}/assessments/:month/settlement`,
    permission: 'fleet.retire',
    input: Type.Object({ driverId, month: Month, note: Type.Optional(Type.String({ maxLength: 1000 })) }),
    output: Done,
    summary: text('确认月度考核', 'Settle a driver’s month'),
  }),
}
