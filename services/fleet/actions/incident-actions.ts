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
import { Accident, Fen, Format, IncidentRow, keysOf, Search, Short, Violation } from '../register-schema.ts'
import { blames, foundBy, incidentKinds, incidentStates } from '../register-words.ts'

const keep = 'fleet.keep-register'
const see = 'fleet.read-board'
const people = Type.Integer({ minimum: 0, maximum: 1000 })
const place = Type.String({ minLength: 1, maxLength: 200 })
const filters = {
  search: Search,
  vehicleId: Type.Optional(Id),
  driverId: Type.Optional(Id),
  foundBy: Type.Optional(keysOf(foundBy)),
  from: Type.Optional(Day),
  to: Type.Optional(Day),
}
const allFilters = {
  ...filters,
  kind: Type.Optional(keysOf(incidentKinds)),
  state: Type.Optional(keysOf(incidentStates)),
  sort: Type.Optional(Type.Enum(['at', '-at', 'cost', '-cost'])),
}
const Recorded = Type.Object({ id: Id, foundBy: keysOf(foundBy), driverName: Nullable(Type.String()) })

/** Accidents and violations; who drove is found from the trip, or named by hand. */
export const incidentActions = {
  listIncidents: read({
    path: '/fleet/incidents',
    permission: see,
    input: Type.Object({ ...paging, ...allFilters }),
    output: PageOf(IncidentRow),
    summary: text('全部车辆的事故和违章', 'Accidents and violations of all vehicles'),
  }),
  exportIncidents: download({
    path: '/fleet/incidents/export',
    permission: see,
    input: Type.Object({ ...allFilters, format: Format }),
    summary: text('导出事故和违章', 'Export accidents and violations'),
  }),
  listAccidents: read({
    path: '/fleet/accidents',
    permission: see,
    input: Type.Object({ ...paging, ...filters }),
    output: PageOf(Accident),
    summary: text('事故', 'Accidents'),
  }),
  recordAccident: write({
    path: '/fleet/accidents',
    permission: keep,
    input: Type.Object({
      vehicleId: Id,
      driverId: Type.Optional(Id),
      at: Moment,
      place,
      what: Type.String({ minLength: 1, maxLength: 1000 }),
      injured: Type.Optional(people),
      dead: Type.Optional(people),
      blame: Type.Optional(keysOf(blames)),
      damageFen: Type.Optional(Fen),
      insuredFen: Type.Optional(Fen),
    }),
    output: Recorded,
    summary: text('登记事故', 'Record an accident'),
  }),
  settleBlame: write({
    path: '/fleet/accidents/:accidentId/blame',
    permission: keep,
    input: Type.Object({
      accidentId: Id,
      blame: Type.Enum(['NONE', 'PART', 'FULL']),
      ground: Short,
    }),
    output: Done,
    summary: text('认定事故责任', 'Settle the blame of an accident'),
  }),
  voidAccident: write({
    path: '/fleet/accidents/:accidentId/voiding',
    permission: keep,
    input: Type.Object({ accidentId: Id, reason: Short }),
    output: Done,
    summary: text('作废事故记录', 'Void an accident record'),
  }),
  listViolations: read({
    path: '/fleet/violations',
    permission: see,
    input: Type.Object({ ...paging, ...filters, open: Type.Optional(Type.Boolean()) }),
    output: PageOf(Violation),
    summary: text('违章', 'Violations'),
  }),
  exportViolations: download({
    path: '/fleet/violations/export',
    permission: see,
    input: Type.Object({ ...filters, open: Type.Optional(Type.Boolean()), format: Format }),
    summary: text('导出违章', 'Export violations'),
  }),
  recordViolation: write({
    path: '/fleet/violations',
    permission: keep,
    input: Type.Object({
      vehicleId: Id,
      driverId: Type.Optional(Id),
      noticeNo: Type.String({ minLength: 1, maxLength: 40 }),
      at: Moment,
      place,
      what: Short,
      fineFen: Type.Optional(Fen),
      points: Type.Optional(Type.Integer({ minimum: 0, maximum: 12 })),
    }),
    output: Recorded,
    summary: text('登记违章', 'Record a violation'),
  }),
  nameDriver: write({
    method: 'PUT',
    path: '/fleet/violations/:violationId/driver',
    permission: keep,
    input: Type.Object({ violationId: Id, driverId: Id, reason: Short }),
    output: Done,
    summary: text('指定当时的驾驶员', 'Name the driver of that time'),
  }),
  settleViolation: write({
    path: '/fleet/violations/:violationId/settlement',
    permission: keep,
    input: Type.Object({ violationId: Id, settledOn: Day }),
    output: Done,
    summary: text('违章已处理', 'Violation settled'),
  }),
  voidViolation: write({
    path: '/fleet/violations/:violationId/voiding',
    permission: keep,
    input: Type.Object({ violationId: Id, reason: Short }),
    output: Done,
    summary: text('作废违章记录', 'Void a violation record'),
  }),
}
