import { type Static, Type } from 'typebox'
import {
  Cost,
  HistoryLine,
  Holder,
  OrderDetail,
  OrderRow,
  oneOf,
  Phone,
  Ref,
  Urgency,
} from '#engines/orders/schema.ts'
import { orderStates } from '#engines/orders/states.ts'
import { ChecklistAnswer, ChecklistLine, ChecklistScore, ExecutedLine } from '#engines/standards/schema.ts'
import { Can, Day, Id, Moment, Nullable, TextPair } from '#kernel/contract/action.ts'
import { majorStates } from './states.ts'
import { faultKinds, grades, photoStages, verificationResults, workResults } from './words.ts'

export { Phone, Urgency }
export const Kind = oneOf(faultKinds)
export const Grade = oneOf(grades)
export const OrderStateName = oneOf(orderStates.states)
export const MajorStateName = oneOf(majorStates.states)
export const WorkResult = oneOf(workResults)
export const Stage = oneOf(photoStages)
export const Verdict = oneOf(verificationResults)
export const Format = Type.Optional(Type.Union([Type.Literal('xlsx'), Type.Literal('csv')]))

export const Words = Type.String({ minLength: 1, maxLength: 2000 })
export const PlaceText = Type.String({ maxLength: 200 })
export const FileIds = Type.Array(Id, { maxItems: 9, uniqueItems: true })
export const Fen = Type.Integer({ minimum: 0, maximum: 100_000_000_000 })
/** Made on a phone that had no signal; the same key again gives the first answer. */
export const ClientKey = Type.String({ minLength: 8, maxLength: 100 })

/** Where something is: the site, one of its rooms, and what the map does not know. */
export const placeInput = {
  siteId: Id,
  roomId: Type.Optional(Nullable(Id)),
  placeText: Type.Optional(PlaceText),
}
export const Place = Type.Object({
  siteId: Id,
  siteName: Type.String(),
  roomId: Nullable(Id),
  roomName: Nullable(Type.String()),
  placeText: Type.String(),
  /** 办公楼1号 3楼 302室 · 窗边 */
  label: Type.String(),
})
/** What a reporter gets back at once: the number, who holds it, and the promised moments. */
export const Receipt = Type.Object({
  id: Id,
  number: Type.String(),
  state: OrderStateName,
  holder: Holder,
  respondDueAt: Nullable(Moment),
  finishDueAt: Nullable(Moment),
  /** The same fault was here within 30 days: the earlier order. */
  repeatOf: Nullable(Type.Object({ id: Id, number: Type.String(), createdAt: Moment })),
  /** The same client key came before; nothing new was made. */
  replayed: Type.Boolean(),
})

/** What a repair adds to its order, in lists and on its page. */
const repairFields = {
  state: OrderStateName,
  kind: Kind,
  grade: Grade,
  /** 办公楼1号 · 302室 · 窗边 */
  placeLabel: Type.String(),
  majorState: Nullable(MajorStateName),
  /** The same kind of fault was here within 30 days. */
  repeatOf: Nullable(Type.Object({ id: Id, number: Type.String() })),
  /** First picture, for the list's thumbnail. */
  photoId: Nullable(Id),
}

export const RepairRow = Type.Object({ ...OrderRow.properties, ...repairFields })
export type RepairRow = Static<typeof RepairRow>

const Photo = Type.Object({ fileId: Id, stage: Stage, at: Moment, by: Type.String() })
const Visit = Type.Object({
  id: Id,
  by: Type.String(),
  arrivedAt: Moment,
  leftAt: Nullable(Moment),
  metName: Type.String(),
  found: Type.String(),
  done: Type.String(),
})
const Labour = Type.Object({
  id: Id,
  at: Moment,
  by: Type.String(),
  people: Type.Integer(),
  minutes: Type.Integer(),
  note: Type.String(),
})
const PrepareLine = Type.Object({
  code: Type.String(),
  title: TextPair,
  ready: Type.Boolean(),
  by: Nullable(Type.String()),
})
const Omission = Type.Object({
  id: Id,
  lineId: Nullable(Id),
  what: Type.String(),
  foundAt: Moment,
  foundBy: Type.String(),
  remedy: Nullable(Type.String()),
  remedyPhotoId: Nullable(Id),
  remediedAt: Nullable(Moment),
  remediedBy: Nullable(Type.String()),
})
const Reflection = Type.Object({
  id: Id,
  at: Moment,
  by: Type.String(),
  note: Type.String(),
  clause: Nullable(Type.Object({ id: Id, code: Type.String(), title: TextPair })),
  proposal: Nullable(Type.String()),
})
const Handover = Type.Object({
  id: Id,
  at: Moment,
  by: Type.String(),
  reason: Type.String(),
  note: Type.String(),
  deeds: Type.Array(Type.Object({ at: Moment, what: Type.String() })),
  photoIds: Type.Array(Id),
})
const EarlierFault = Type.Object({
  id: Id,
  number: Type.String(),
  createdAt: Moment,
  title: Type.String(),
  state: OrderStateName,
  workerName: Nullable(Type.String()),
})

export const MajorWork = Type.Object({
  state: MajorStateName,
  surveys: Type.Array(
    Type.Object({
      id: Id,
      contractor: Type.String(),
      surveyedAt: Moment,
      findings: Type.String(),
      by: Type.String(),
    }),
  ),
  quotes: Type.Array(
    Type.Object({
      id: Id,
      contractor: Type.String(),
      amountFen: Type.Integer(),
      content: Type.String(),
      quotedAt: Moment,
      chosen: Type.Boolean(),
      lowest: Type.Boolean(),
    }),
  ),
  choiceReason: Nullable(Type.String()),
  startedOn: Nullable(Day),
  plannedTo: Nullable(Day),
  finishedOn: Nullable(Day),
  /** 雨后: what must have happened before the result can be judged. */
  verificationCondition: Nullable(Type.String()),
  verificationDueOn: Nullable(Day),
  verifications: Type.Array(
    Type.Object({
      id: Id,
      at: Moment,
      condition: Type.String(),
      result: Verdict,
      note: Type.String(),
      by: Type.String(),
    }),
  ),
  can: Can,
})

/** Everything the page of one repair shows. */
export const RepairDetail = Type.Object({
  ...OrderDetail.properties,
  ...repairFields,
  cause: Type.String(),
  prepare: Type.Array(PrepareLine),
  checklist: Type.Object({
    lines: Type.Array(Type.Object({ line: ChecklistLine, executed: Nullable(ExecutedLine) })),
    score: Nullable(ChecklistScore),
  }),
  omissions: Type.Array(Omission),
  reflections: Type.Array(Reflection),
  visits: Type.Array(Visit),
  labour: Type.Array(Labour),
  costs: Type.Array(Cost),
  photos: Type.Array(Photo),
  /** What was done without a signal and came too late, as it was handed to the desk. */
  handovers: Type.Array(Handover),
  /** The same kind of fault at the same place in the 30 days before, newest first. */
  repeats: Type.Array(EarlierFault),
  major: Nullable(MajorWork),
  history: Type.Array(HistoryLine),
})
export type RepairDetail = Static<typeof RepairDetail>

/** An open order at the same place, to join instead of reporting again. */
export const Duplicate = Type.Object({
  id: Id,
  number: Type.String(),
  title: Type.String(),
  kind: Kind,
  state: OrderStateName,
  place: Place,
  holder: Holder,
  createdAt: Moment,
  finishDueAt: Nullable(Moment),
})

/** The filters of the list and of its export. */
export const filters = {
  search: Type.Optional(Type.String({ maxLength: 50 })),
  state: Type.Optional(Type.Array(OrderStateName, { maxItems: 11 })),
  open: Type.Optional(Type.Boolean()),
  kind: Type.Optional(Kind),
  grade: Type.Optional(Grade),
  urgency: Type.Optional(Urgency),
  majorState: Type.Optional(MajorStateName),
  siteId: Type.Optional(Id),
  unitId: Type.Optional(Id),
  workerId: Type.Optional(Id),
  overdue: Type.Optional(Type.Boolean()),
  repeat: Type.Optional(Type.Boolean()),
  mine: Type.Optional(Type.Boolean()),
  /** Day it was reported, inclusive. */
  from: Type.Optional(Day),
  to: Type.Optional(Day),
}
export type Filters = Static<Type.TObject<typeof filters>>

export const UnitCost = Type.Object({
  unit: Ref,
  count: Type.Integer(),
  costFen: Type.Integer(),
})

export const PlaceCode = Type.Object({
  id: Id,
  /** Signed; what the printed square holds behind `path`. */
  code: Type.String(),
  path: Type.String(),
  place: Place,
  createdAt: Moment,
  createdBy: Type.String(),
  revokedAt: Nullable(Moment),
  revokedReason: Nullable(Type.String()),
  /** Reports that came through it. */
  reports: Type.Integer(),
  can: Can,
})

/** What somebody without an account sees of a report, by the link they were given. */
export const PublicProgress = Type.Object({
  number: Type.String(),
  state: OrderStateName,
  stateTitle: TextPair,
  title: Type.String(),
  place: Type.String(),
  holderName: Type.String(),
  createdAt: Moment,
  respondDueAt: Nullable(Moment),
  finishDueAt: Nullable(Moment),
  finishedAt: Nullable(Moment),
  steps: Type.Array(Type.Object({ at: Moment, title: TextPair })),
})

export const ChecklistInput = Type.Array(ChecklistAnswer, { minItems: 1, maxItems: 100 })
