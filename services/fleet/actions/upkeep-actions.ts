import { Type } from 'typebox'
import { ChecklistAnswer, ChecklistLine, ChecklistScore, ExecutedLine } from '#engines/standards/schema.ts'
import { Day, Done, download, Id, Nullable, read, write } from '#kernel/contract/action.ts'
import { text } from '#kernel/contract/text.ts'
import { DueItem, Fen, Format, Km, keysOf, Made, Note, Short } from '../register-schema.ts'
import { dueKinds, paperKinds, recordKinds } from '../register-words.ts'

const vehiclePath = '/fleet/vehicles/:vehicleId' as const
const keep = 'fleet.keep-register'
const vehicleId = Id
const dueFilters = {
  days: Type.Optional(Type.Integer({ minimum: 0, maximum: 366 })),
  kind: Type.Optional(Type.Array(keysOf(dueKinds), { maxItems: 20 })),
}

/** Papers, keys and cards, maintenance, and everything that falls due. */
export const upkeepActions = {
  listDue: read({
    path: '/fleet/due',
    permission: 'fleet.read-board',
    input: Type.Object(dueFilters),
    output: Type.Object({ items: Type.Array(DueItem) }),
    summary: text('到期日历', 'What falls due'),
  }),
  exportDue: download({
    path: '/fleet/due/export',
    permission: 'fleet.read-board',
    input: Type.Object({ ...dueFilters, format: Format }),
    summary: text('导出到期日历', 'Export what falls due'),
  }),
  addPaper: write({
    path: `${vehiclePath}/papers`,
    permission: keep,
    input: Type.Object({
      vehicleId,
      kind: keysOf(paperKinds),
      number: Type.String({ minLength: 1, maxLength: 60 }),
      holder: Type.Optional(Type.String({ maxLength: 100 })),
      validFrom: Type.Optional(Nullable(Day)),
      /** Absent for an inspection: by the statutory interval. */
      validUntil: Type.Optional(Nullable(Day)),
      costFen: Type.Optional(Nullable(Fen)),
      fileId: Type.Optional(Nullable(Id)),
      note: Type.Optional(Note),
    }),
    output: Type.Object({ id: Id, validUntil: Nullable(Day) }),
    summary: text('登记证照', 'Register a paper'),
  }),
  endPaper: write({
    path: `${vehiclePath}/papers/:paperId/end`,
    permission: keep,
    input: Type.Object({ vehicleId, paperId: Id, reason: Short }),
    output: Done,
    summary: text('停用证照', 'Take a paper out of use'),
  }),
  handOut: write({
    path: `${vehiclePath}/papers/:paperId/hand-out`,
    permission: keep,
    input: Type.Object({
      vehicleId,
      paperId: Id,
      driverId: Type.Optional(Id),
      holderName: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
      note: Type.Optional(Note),
    }),
    output: Made,
    summary: text('领用钥匙或加油卡', 'Hand out a key or a fuel card'),
  }),
  handBack: write({
    path: `${vehiclePath}/papers/:paperId/hand-back`,
    permission: keep,
    input: Type.Object({ vehicleId, paperId: Id }),
    output: Done,
    summary: text('归还钥匙或加油卡', 'Take a key or a fuel card back'),
  }),
  makePlan: write({
    path: `${vehiclePath}/plans`,
    permission: keep,
    input: Type.Object({
      vehicleId,
      title: Type.String({ minLength: 1, maxLength: 100 }),
      everyDays: Type.Optional(Nullable(Type.Integer({ minimum: 1, maximum: 3660 }))),
      everyKm: Type.Optional(Nullable(Type.Integer({ minimum: 100, maximum: 500_000 }))),
      everyHours: Type.Optional(Nullable(Type.Integer({ minimum: 1, maximum: 50_000 }))),
      aheadDays: Type.Optional(Type.Integer({ minimum: 0, maximum: 365 })),
      aheadKm: Type.Optional(Type.Integer({ minimum: 0, maximum: 20_000 })),
      fromDay: Type.Optional(Day),
      fromKm: Type.Optional(Km),
    }),
    output: Made,
    summary: text('设定保养计划', 'Plan maintenance'),
  }),
  endPlan: write({
    path: `${vehiclePath}/plans/:planId/end`,
    permission: keep,
    input: Type.Object({ vehicleId, planId: Id, reason: Short }),
    output: Done,
    summary: text('停止保养计划', 'End a maintenance plan'),
  }),
  recordMaintenance: write({
    path: `${vehiclePath}/maintenance`,
    permission: keep,
    input: Type.Object({
      vehicleId,
      kind: keysOf(recordKinds),
      planId: Type.Optional(Nullable(Id)),
      followsId: Type.Optional(Nullable(Id)),
      onDay: Day,
      km: Type.Optional(Nullable(Km)),
      shop: Type.Optional(Type.String({ maxLength: 100 })),
      what: Type.String({ minLength: 1, maxLength: 1000 }),
      costFen: Type.Optional(Fen),
      passed: Type.Optional(Nullable(Type.Boolean())),
      fileId: Type.Optional(Nullable(Id)),
      /** The checklist of the upkeep standard; what is mandatory in the version in force must be answered. */
      answers: Type.Optional(Type.Array(ChecklistAnswer, { maxItems: 100 })),
    }),
    output: Made,
    summary: text('登记保养、维修或检验', 'Record upkeep, a repair or an inspection'),
  }),
  listUpkeepLines: read({
    path: '/fleet/upkeep-lines',
    permission: keep,
    input: Type.Object({ kind: keysOf(recordKinds) }),
    output: Type.Object({ lines: Type.Array(ChecklistLine) }),
    summary: text('保养维修检查清单', 'The checklist for upkeep, a repair or an inspection'),
  }),
  readUpkeepCheck: read({
    path: `${vehiclePath}/maintenance/:recordId/checklist`,
    permission: 'fleet.read-register',
    input: Type.Object({ vehicleId, recordId: Id }),
    output: Type.Object({ lines: Type.Array(ExecutedLine), score: ChecklistScore }),
    summary: text('保养维修记录的检查清单', 'The checklist of a maintenance record'),
  }),
  voidMaintenance: write({
    path: `${vehiclePath}/maintenance/:recordId/voiding`,
    permission: keep,
    input: Type.Object({ vehicleId, recordId: Id, reason: Short }),
    output: Done,
    summary: text('作废保养维修记录', 'Void a maintenance record'),
  }),
}
