import { type Static, Type } from 'typebox'
import { Can, Day, Id, Moment, Nullable, TextPair } from '#kernel/contract/action.ts'
import { sensitive } from '#kernel/contract/sensitive.ts'
import { channels, closingResults, costKinds, holderRoles, pauseReasons, urgencies } from './words.ts'

/** One of the keys of a table of words. */
export function oneOf<const T extends Record<string, unknown>>(words: T) {
  return Type.Enum(Object.keys(words) as (keyof T & string)[])
}

export const Urgency = oneOf(urgencies)
export const PauseReason = oneOf(pauseReasons)
export const Phone = Type.String({ pattern: '^[0-9+][0-9 -]{2,24}$' })
/** Names of a service line and of what a worker must know: `repairs`, `plumbing`. */
export const LineName = Type.String({ pattern: '^[a-z][a-z-]{1,30}$' })
export const Note = Type.String({ maxLength: 400 })
export const Reason = Type.String({ minLength: 1, maxLength: 400, pattern: '\\S' })
export const Ref = Type.Object({ id: Id, name: Type.String() })

/** Who holds it, since when: with `finishDueAt` one sentence. */
export const Holder = Type.Object({
  role: oneOf(holderRoles),
  personId: Nullable(Id),
  /** The person's name, else the unit's. */
  name: Type.String(),
  phone: Nullable(Type.String()),
  since: Moment,
  dueAt: Nullable(Moment),
})

/** An order as a list shows it. */
export const OrderRow = Type.Object({
  id: Id,
  number: Type.String(),
  line: Type.String(),
  kind: Type.String(),
  skill: Nullable(Type.String()),
  /** Masked while the order is sealed to the reader. */
  title: Type.String(),
  urgency: Urgency,
  channel: oneOf(channels),
  state: Type.String(),
  restricted: Type.Boolean(),
  /** Restricted, and not opened by this reader. */
  sealed: Type.Boolean(),
  clientUnit: Ref,
  site: Ref,
  room: Nullable(Ref),
  placeText: Type.String(),
  requesterName: Type.String(),
  firstContactOwner: Nullable(Ref),
  holder: Holder,
  worker: Nullable(Ref),
  pauseReason: Nullable(PauseReason),
  createdAt: Moment,
  respondedAt: Nullable(Moment),
  startedAt: Nullable(Moment),
  finishedAt: Nullable(Moment),
  completedAt: Nullable(Moment),
  respondDueAt: Nullable(Moment),
  finishDueAt: Nullable(Moment),
  /** Open and past its promise now. */
  overdue: Type.Boolean(),
  /** Whether the work ended in time; null while open or without a promise. */
  onTime: Nullable(Type.Boolean()),
  closingResult: Nullable(oneOf(closingResults)),
  reminderCount: Type.Integer(),
  reopenCount: Type.Integer(),
  costFen: Type.Integer(),
  overallRating: Nullable(Type.Integer()),
  can: Can,
})
export type OrderRow = Static<typeof OrderRow>

/** A clock read now; minutes are working minutes. */
export const ClockView = Type.Object({
  state: Type.Enum(['running', 'paused', 'overdue', 'met', 'missed']),
  dueAt: Moment,
  provisional: Type.Boolean(),
  pledgedMinutes: Type.Integer(),
  usedMinutes: Type.Integer(),
  heldMinutes: Type.Integer(),
  remainingMinutes: Type.Integer(),
})

export const Evaluation = Type.Object({
  at: Moment,
  byName: Type.String(),
  overall: Type.Integer(),
  scores: Type.Array(Type.Object({ dimension: Type.String(), score: Type.Integer() })),
  comment: Type.String(),
})

/** An order as its own page shows it. */
export const OrderDetail = Type.Object({
  ...OrderRow.properties,
  description: Type.String(),
  requesterPersonId: Nullable(Id),
  requesterPhone: sensitive('phone', 'requesterPersonId'),
  managingUnit: Ref,
  providerUnit: Ref,
  item: Nullable(Type.Object({ versionId: Id, nameZh: Type.String(), nameEn: Type.String() })),
  firstContactAt: Nullable(Moment),
  confirmedAt: Nullable(Moment),
  closingNote: Type.String(),
  mergedInto: Nullable(Type.Object({ id: Id, number: Type.String() })),
  mergedFrom: Type.Array(Type.Object({ id: Id, number: Type.String(), requesterName: Type.String() })),
  respond: Nullable(ClockView),
  finish: Nullable(ClockView),
  /** The holder's own clock, fair to whoever received it late. */
  hold: Nullable(ClockView),
  evaluations: Type.Array(Evaluation),
  /** Newest first; `forName`: who called, where the desk noted it down. */
  reminders: Type.Array(
    Type.Object({
      at: Moment,
      byName: Type.String(),
      forName: Nullable(Type.String()),
      note: Type.String(),
    }),
  ),
  escalations: Type.Array(
    Type.Object({
      clock: Type.String(),
      name: TextPair,
      level: Type.Integer(),
      dueAt: Moment,
      firedAt: Moment,
      toRole: Type.String(),
    }),
  ),
  dimensions: Type.Array(Type.Object({ code: Type.String(), nameZh: Type.String(), nameEn: Type.String() })),
})
export type OrderDetail = Static<typeof OrderDetail>

const flag = Type.Optional(Type.Boolean())
/** The filters a list and its export share. */
export const orderFilters = {
  state: Type.Optional(Type.Array(Type.String({ maxLength: 20 }), { maxItems: 11 })),
  /** Everything not ended. */
  open: flag,
  line: Type.Optional(LineName),
  kind: Type.Optional(Type.String({ maxLength: 60 })),
  unitId: Type.Optional(Id),
  siteId: Type.Optional(Id),
  roomId: Type.Optional(Id),
  urgency: Type.Optional(Urgency),
  holderId: Type.Optional(Id),
  workerId: Type.Optional(Id),
  /** What this person asked for. */
  requesterId: Type.Optional(Id),
  /** What I asked for. */
  mine: flag,
  /** What is in my hands, or was offered to me. */
  inMyHands: flag,
  /** Of which I am the first-contact owner. */
  owned: flag,
  overdue: flag,
  /** Finished after its promise. */
  late: flag,
  /** With a worker, not started, though the time to respond is over. */
  notStarted: flag,
  restricted: flag,
  search: Type.Optional(Type.String({ maxLength: 60 })),
  from: Type.Optional(Day),
  to: Type.Optional(Day),
}

export const LedgerLine = Type.Object({
  holder: Type.String(),
  holderPersonId: Nullable(Id),
  role: oneOf(holderRoles),
  phase: Type.String(),
  from: Moment,
  to: Moment,
  calendarMinutes: Type.Integer(),
  workingMinutes: Type.Integer(),
  heldMinutes: Type.Integer(),
  pauseReason: Nullable(Type.String()),
})

/** 流转台账: every minute of an order, and why it came too late if it did. */
export const LedgerView = Type.Object({
  asOf: Moment,
  lines: Type.Array(LedgerLine),
  totalWorkingMinutes: Type.Integer(),
  heldMinutes: Type.Integer(),
  pledges: Type.Array(
    Type.Object({
      at: Moment,
      respondMinutes: Type.Integer(),
      finishMinutes: Type.Integer(),
      roundTheClock: Type.Boolean(),
      movedEarlierMinutes: Nullable(Type.Integer()),
      byName: Type.String(),
      note: Type.String(),
    }),
  ),
  breach: Nullable(
    Type.Object({
      holderWhenDue: Type.String(),
      roleWhenDue: Type.String(),
      overdueMinutes: Type.Integer(),
      shares: Type.Array(
        Type.Object({
          holder: Type.String(),
          role: Type.String(),
          minutesBeforeDue: Type.Integer(),
          minutesAfterDue: Type.Integer(),
          share: Type.Number(),
        }),
      ),
    }),
  ),
})

/** Somebody who could do it. */
export const Candidate = Type.Object({
  personId: Id,
  name: Type.String(),
  unitName: Type.String(),
  /** Masked. */
  mobile: sensitive('phone'),
  skills: Type.Array(Type.String()),
  skilled: Type.Boolean(),
  onDuty: Type.Boolean(),
  onDutyUntil: Nullable(Moment),
  load: Type.Integer(),
  maxLoad: Type.Integer(),
  full: Type.Boolean(),
  near: Type.Union([Type.Literal('site'), Type.Literal('campus'), Type.Literal('elsewhere')]),
  /** When the last turn was, for 轮询. */
  lastTurnAt: Nullable(Moment),
  /** Returned this very order before. */
  refused: Type.Boolean(),
  /** The one whose turn it is. */
  next: Type.Boolean(),
})
export type Candidate = Static<typeof Candidate>

export const Cost = Type.Object({
  id: Id,
  at: Moment,
  kind: oneOf(costKinds),
  title: Type.String(),
  quantity: Type.Number(),
  unit: Type.String(),
  unitPriceFen: Type.Integer(),
  amountFen: Type.Integer(),
  correctsId: Nullable(Id),
  corrected: Type.Boolean(),
  reason: Type.String(),
  byName: Type.String(),
})

export const HistoryLine = Type.Object({
  id: Id,
  at: Moment,
  actorName: Type.String(),
  type: Type.String(),
  title: Type.Object({ zh: Type.String(), en: Type.String() }),
  reason: Nullable(Type.String()),
  after: Type.Unknown(),
})
