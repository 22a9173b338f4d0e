import { Type } from 'typebox'
import { Can, Day, Id, Moment, Nullable } from '#kernel/contract/action.ts'
import { sensitive } from '#kernel/contract/sensitive.ts'
import { oneOf, Ref } from './schema.ts'
import { complaintChannels, followUpOutcomes } from './words.ts'

/** A follow-up call (回访) drawn by sample. */
export const FollowUp = Type.Object({
  id: Id,
  month: Day,
  dueOn: Day,
  order: Type.Object({
    id: Id,
    number: Type.String(),
    title: Type.String(),
    line: Type.String(),
    sealed: Type.Boolean(),
    requesterName: Type.String(),
    /** Masked; `readFollowUpPhone` shows it. */
    requesterPhone: sensitive('phone'),
    workerName: Nullable(Type.String()),
    overallRating: Nullable(Type.Integer()),
  }),
  doneAt: Nullable(Moment),
  outcome: Nullable(oneOf(followUpOutcomes)),
  result: Type.String(),
  byName: Nullable(Type.String()),
  can: Can,
})

/** Something of a service: `type` is its schema and table. */
export const MatterType = Type.String({ pattern: '^[a-z][a-z-]*\\.[a-z][a-z_]*$', maxLength: 80 })
export const Matter = Type.Object({ type: Type.String(), id: Id, label: Type.String(), path: Type.String() })

/** A complaint (投诉) by phone, mailbox, web or visit. */
export const Complaint = Type.Object({
  id: Id,
  number: Type.String(),
  channel: oneOf(complaintChannels),
  order: Nullable(Type.Object({ id: Id, number: Type.String() })),
  /** What else of a service it is about. */
  matter: Nullable(Matter),
  line: Nullable(Type.String()),
  about: Type.String(),
  words: Type.String(),
  complainantName: Type.String(),
  /** Masked but for the complainant; `readComplaintPhone` shows it. */
  complainantPhone: sensitive('phone'),
  unit: Nullable(Ref),
  owner: Ref,
  state: Type.String(),
  registeredAt: Moment,
  dueAt: Moment,
  overdue: Type.Boolean(),
  answeredAt: Nullable(Moment),
  answer: Nullable(Type.String()),
  justified: Nullable(Type.Boolean()),
  closedAt: Nullable(Moment),
  can: Can,
})

/** A worker's duty, as a roster shows it. */
export const WorkerDuty = Type.Object({
  personId: Id,
  name: Type.String(),
  unitName: Type.String(),
  skills: Type.Array(Type.String()),
  onDuty: Type.Boolean(),
  onDutyUntil: Nullable(Moment),
  maxLoad: Type.Integer(),
  load: Type.Integer(),
  site: Nullable(Ref),
})

const whole = (minimum: number, maximum: number) => Type.Integer({ minimum, maximum })
/** How a bureau runs its orders. */
export const settingShape = {
  /** Working days after which a finished order is taken as confirmed. */
  confirmDays: whole(1, 60),
  /** Days after completion within which it may be reopened. */
  reopenDays: whole(1, 90),
  /** The least working minutes somebody gets who receives an order late. */
  fairMinutes: whole(5, 1440),
  /** Minutes between two reminders of one order. */
  reminderMinutes: whole(5, 1440),
  /** Share of completed orders followed up by call, a month. */
  followUpPercent: whole(0, 100),
  /** Working days in which a complaint is answered. */
  complaintDays: whole(1, 30),
  /** Minutes for which a restricted order stays open to its reader. */
  openingMinutes: whole(1, 480),
}
export const Setting = Type.Object(settingShape)
