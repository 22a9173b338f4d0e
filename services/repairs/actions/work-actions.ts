import { Type } from 'typebox'
import { ChecklistScore } from '#engines/standards/schema.ts'
import { Done, Id, Moment, Nullable, write } from '#kernel/contract/action.ts'
import { text } from '#kernel/contract/text.ts'
import { ChecklistInput, Fen, FileIds, Grade, Kind, Stage, Words, WorkResult } from '../schema.ts'

const orderId = Id
const Note = Type.String({ maxLength: 2000 })
const Made = Type.Object({ id: Id })

/** What is written down while a repair is carried out: prepare, do, look back. */
export const workActions = {
  gradeRepair: write({
    method: 'PUT',
    path: '/repairs/:orderId/grade',
    permission: 'repairs.grade',
    input: Type.Object({ orderId, grade: Grade, reason: Type.Optional(Note) }),
    output: Done,
    summary: text('定维修等级', 'Grade a repair'),
  }),
  describeFault: write({
    method: 'PATCH',
    path: '/repairs/:orderId',
    permission: 'repairs.work',
    input: Type.Object({ orderId, kind: Type.Optional(Kind), cause: Type.Optional(Note) }),
    output: Done,
    summary: text('记录类别和原因', 'Record kind and cause'),
  }),
  prepareRepair: write({
    method: 'PUT',
    path: '/repairs/:orderId/preparation',
    permission: 'repairs.work',
    input: Type.Object({
      orderId,
      ready: Type.Array(Type.String({ maxLength: 40 }), { maxItems: 30, uniqueItems: true }),
    }),
    output: Done,
    summary: text('出发前准备', 'Prepare before setting out'),
  }),
  recordVisit: write({
    path: '/repairs/:orderId/visits',
    permission: 'repairs.work',
    input: Type.Object({
      orderId,
      arrivedAt: Type.Optional(Moment),
      leftAt: Type.Optional(Nullable(Moment)),
      metName: Type.Optional(Type.String({ maxLength: 50 })),
      found: Words,
      done: Type.Optional(Note),
    }),
    output: Made,
    summary: text('上门服务记录', 'Record an on-site visit'),
  }),
  recordChecklist: write({
    method: 'PUT',
    path: '/repairs/:orderId/checklist',
    permission: 'repairs.work',
    input: Type.Object({ orderId, answers: ChecklistInput }),
    output: Type.Object({ score: ChecklistScore }),
    summary: text('填写检查清单', 'Record the checklist'),
  }),
  addPart: write({
    path: '/repairs/:orderId/parts',
    permission: 'repairs.work',
    input: Type.Object({
      orderId,
      name: Type.String({ minLength: 1, maxLength: 100 }),
      quantity: Type.Number({ exclusiveMinimum: 0, maximum: 100_000 }),
      unit: Type.Optional(Type.String({ maxLength: 20 })),
      unitPriceFen: Fen,
    }),
    output: Made,
    summary: text('登记用料', 'Record parts used'),
  }),
  addLabour: write({
    path: '/repairs/:orderId/labour',
    permission: 'repairs.work',
    input: Type.Object({
      orderId,
      people: Type.Integer({ minimum: 1, maximum: 50 }),
      minutes: Type.Integer({ minimum: 1, maximum: 100_000 }),
      /** Charged per person and hour; absent: own people, not charged. */
      hourlyFen: Type.Optional(Fen),
      note: Type.Optional(Type.String({ maxLength: 200 })),
    }),
    output: Made,
    summary: text('登记工时', 'Record labour'),
  }),
  addPhotos: write({
    path: '/repairs/:orderId/photos',
    permission: 'repairs.work',
    input: Type.Object({ orderId, photos: FileIds, stage: Stage }),
    output: Done,
    summary: text('登记照片', 'Add photos'),
  }),
  completeRepair: write({
    path: '/repairs/:orderId/completion',
    permission: 'repairs.work',
    input: Type.Object({
      orderId,
      result: Type.Optional(WorkResult),
      note: Type.Optional(Note),
      cause: Type.Optional(Note),
      photos: Type.Optional(FileIds),
    }),
    output: Done,
    summary: text('完工', 'Finish a repair'),
  }),
  handOver: write({
    path: '/repairs/:orderId/handovers',
    permission: 'repairs.work',
    input: Type.Object({
      orderId,
      /** Why it did not arrive as what it was. */
      reason: Type.String({ minLength: 1, maxLength: 400 }),
      note: Type.Optional(Note),
      deeds: Type.Array(Type.Object({ at: Moment, what: Type.String({ minLength: 1, maxLength: 500 }) }), {
        minItems: 1,
        maxItems: 200,
      }),
      photos: Type.Optional(Type.Array(Id, { maxItems: 60, uniqueItems: true })),
    }),
    output: Made,
    summary: text('没有送达的工作转交调度', 'Hand undelivered work over to the desk'),
  }),
  recordOmission: write({
    path: '/repairs/:orderId/omissions',
    permission: 'repairs.remedy',
    input: Type.Object({ orderId, lineId: Type.Optional(Nullable(Id)), what: Words }),
    output: Made,
    summary: text('登记漏项', 'Record something left out'),
  }),
  remedyOmission: write({
    path: '/repairs/:orderId/omissions/:omissionId/remedy',
    permission: 'repairs.work',
    input: Type.Object({
      orderId,
      omissionId: Id,
      remedy: Words,
      photoId: Type.Optional(Nullable(Id)),
      /** Where the line has a limit. */
      reading: Type.Optional(Nullable(Type.Number({ minimum: -1e9, maximum: 1e9 }))),
    }),
    output: Done,
    summary: text('漏项补台', 'Make good what was left out'),
  }),
  reflect: write({
    path: '/repairs/:orderId/reflections',
    permission: 'repairs.work',
    input: Type.Object({
      orderId,
      note: Words,
      /** The clause that should change, and how. */
      clauseId: Type.Optional(Nullable(Id)),
      proposal: Type.Optional(Note),
    }),
    output: Made,
    summary: text('事后总结，改进标准', 'Look back and improve the standard'),
  }),
}
