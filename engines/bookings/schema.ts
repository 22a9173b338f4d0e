import { type Static, Type } from 'typebox'
import { Can, Day, Id, Line, Moment, Nullable } from '#kernel/contract/action.ts'
import { bookingStates } from './states.ts'
import { offDayRules, quotaPeriods, ranks, resourceKinds, scopes } from './words.ts'

type KeyOf<T> = Extract<keyof T, string>
/** One of the keys of an object, as a wire shape. */
export function keysOf<T extends object>(words: T) {
  return Type.Enum(Object.keys(words) as KeyOf<T>[])
}

export const Kind = keysOf(resourceKinds)
export const RankName = keysOf(ranks)
export const OffDays = keysOf(offDayRules)
export const ScopeName = keysOf(scopes)
export const StateName = keysOf(bookingStates.states)
export const QuotaPeriod = keysOf(quotaPeriods)
export const Reason = Type.String({ minLength: 1, maxLength: 1000 })
export const Headcount = Type.Integer({ minimum: 1, maximum: 100_000 })
export const Words = Type.Optional(Type.String({ maxLength: 50 }))
export const Format = Type.Optional(Type.Union([Type.Literal('xlsx'), Type.Literal('csv')]))

/** What a booking wants: so many pieces of a resource. All of the list, or none. */
export const ClaimInput = Type.Object({
  resourceId: Id,
  quantity: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000 })),
})
export type ClaimInput = Static<typeof ClaimInput>
export const ClaimInputs = Type.Array(ClaimInput, { minItems: 1, maxItems: 30 })

/** One resource for another. */
export const Swap = Type.Object({ from: Id, to: Id })

export const ResourceRef = Type.Object({ id: Id, kind: Kind, name: Type.String() })
export const Claim = Type.Object({ ...ResourceRef.properties, quantity: Type.Integer() })

/** The rules of a resource; null is no rule. */
export const Policy = Type.Object({
  noticeAddMinutes: Nullable(Type.Integer({ minimum: 0, maximum: 525_600 })),
  noticeChangeMinutes: Nullable(Type.Integer({ minimum: 0, maximum: 525_600 })),
  noticeCancelMinutes: Nullable(Type.Integer({ minimum: 0, maximum: 525_600 })),
  shortestMinutes: Nullable(Type.Integer({ minimum: 1, maximum: 525_600 })),
  longestMinutes: Nullable(Type.Integer({ minimum: 1, maximum: 525_600 })),
  bufferBeforeMinutes: Type.Integer({ minimum: 0, maximum: 1440 }),
  bufferAfterMinutes: Type.Integer({ minimum: 0, maximum: 1440 }),
  horizonDays: Nullable(Type.Integer({ minimum: 1, maximum: 3660 })),
  quotaCount: Nullable(Type.Integer({ minimum: 1, maximum: 100_000 })),
  quotaMinutes: Nullable(Type.Integer({ minimum: 1, maximum: 10_000_000 })),
  quotaPeriod: QuotaPeriod,
  /** Empty: everybody; else these units and those below them. */
  unitIds: Type.Array(Id, { maxItems: 200, uniqueItems: true }),
  checkInMinutes: Nullable(Type.Integer({ minimum: 1, maximum: 1440 })),
  strikes: Nullable(Type.Integer({ minimum: 1, maximum: 100 })),
})
export type Policy = Static<typeof Policy>

export const ResourceRow = Type.Object({
  id: Id,
  kind: Kind,
  code: Type.String(),
  name: Type.String(),
  quantity: Type.Integer(),
  site: Nullable(Type.Object({ id: Id, name: Type.String() })),
  capacity: Nullable(Type.Integer()),
  features: Type.Array(Type.String()),
  href: Type.String(),
  closedAt: Nullable(Moment),
  can: Can,
})

export const Blackout = Type.Object({
  id: Id,
  resourceId: Id,
  from: Moment,
  to: Moment,
  reason: Type.String(),
  createdBy: Type.String(),
})

/** A booking in lists. What the reader may not see is null, and the title says only that it is taken. */
export const BookingRow = Type.Object({
  id: Id,
  line: Type.String(),
  title: Type.String(),
  private: Type.Boolean(),
  /** Whether title and organiser are withheld from this reader. */
  hidden: Type.Boolean(),
  rank: RankName,
  state: StateName,
  from: Moment,
  to: Moment,
  unit: Nullable(Type.Object({ id: Id, name: Type.String() })),
  organiserName: Nullable(Type.String()),
  headcount: Nullable(Type.Integer()),
  claims: Type.Array(Claim),
  seriesId: Nullable(Id),
  waitingSince: Nullable(Moment),
  /** Its place in the waiting list of its resources, from 1. */
  queue: Nullable(Type.Integer()),
  href: Type.String(),
  can: Can,
})
export type BookingRow = Static<typeof BookingRow>

export const HistoryLine = Type.Object({
  id: Id,
  at: Moment,
  actorName: Type.String(),
  type: Type.String(),
  title: Type.Object({ zh: Type.String(), en: Type.String() }),
  reason: Nullable(Type.String()),
})

export const SeriesView = Type.Object({
  id: Id,
  rule: Type.String(),
  offDays: OffDays,
  dates: Type.Array(
    Type.Object({
      /** The day of the rule. */
      day: Day,
      bookingId: Nullable(Id),
      state: Nullable(StateName),
      from: Nullable(Moment),
      /** Why it holds no booking. */
      skipped: Nullable(Type.String()),
      detached: Type.Boolean(),
    }),
  ),
})

export const BookingDetail = Type.Object({
  ...BookingRow.properties,
  organiserPersonId: Nullable(Id),
  createdAt: Moment,
  checkedInAt: Nullable(Moment),
  /** Until when somebody must have checked in. */
  checkInBy: Nullable(Moment),
  endedAt: Nullable(Moment),
  displaced: Nullable(Type.Object({ reason: Type.String(), byTitle: Type.String() })),
  series: Nullable(SeriesView),
  history: Type.Array(HistoryLine),
})

/** One block of the grid: a piece of a resource taken for a time, buffers included in `occupiedFrom` and `occupiedTo`. */
export const GridItem = Type.Object({
  bookingId: Id,
  resourceId: Id,
  pieces: Type.Integer(),
  title: Type.String(),
  hidden: Type.Boolean(),
  rank: RankName,
  state: StateName,
  line: Type.String(),
  from: Moment,
  to: Moment,
  /** With its buffers; absent where it has none. */
  occupiedFrom: Type.Optional(Moment),
  occupiedTo: Type.Optional(Moment),
  unitName: Nullable(Type.String()),
  organiserName: Nullable(Type.String()),
  mine: Type.Boolean(),
  can: Can,
  /** Absent where it is no date of a series. */
  seriesId: Type.Optional(Id),
  href: Type.String(),
})
export type GridItem = Static<typeof GridItem>

/** A way out of a clash. `kind: 'elsewhere'` is the same time on another resource that fits, `later` another time there. */
export const Alternative = Type.Object({
  kind: Type.Union([Type.Literal('elsewhere'), Type.Literal('other-time')]),
  resource: ResourceRef,
  from: Moment,
  to: Moment,
})
export type Alternative = Static<typeof Alternative>

/** What a person gives to book something. */
export const bookingInput = {
  title: Line,
  from: Moment,
  to: Moment,
  claims: ClaimInputs,
  private: Type.Optional(Type.Boolean()),
  rank: Type.Optional(RankName),
  headcount: Type.Optional(Nullable(Headcount)),
  /** For another unit or person; needs `bookings.manage`. */
  unitId: Type.Optional(Id),
  organiserPersonId: Type.Optional(Id),
  /** When it clashes: into the waiting list instead of a refusal. */
  wait: Type.Optional(Type.Boolean()),
}

export const seriesInput = {
  /** RFC 5545 without DTSTART: `FREQ=WEEKLY;BYDAY=MO,WE;COUNT=10`. */
  rule: Type.String({ minLength: 6, maxLength: 500 }),
  offDays: OffDays,
}

/** What becomes of one clashing date of a series. */
export const DateChoice = Type.Object({
  day: Day,
  /** Leave the date out, or hold these instead. */
  skip: Type.Optional(Type.Boolean()),
  claims: Type.Optional(ClaimInputs),
  /** Instead of `claims`: one resource for another, whatever else the date holds stays. */
  swap: Type.Optional(Swap),
})
export type DateChoice = Static<typeof DateChoice>

export const SeriesDate = Type.Object({
  day: Day,
  from: Moment,
  to: Moment,
  /** Moved from `day` because that is no working day. */
  moved: Type.Boolean(),
  /** Left out because it is no working day. */
  left: Type.Boolean(),
  /** Words on why it cannot be held. */
  clash: Nullable(Type.String()),
  /** The resource that is taken then; each of the alternatives can stand in for it. */
  takenId: Nullable(Id),
  alternatives: Type.Array(Alternative),
})
export type SeriesDate = Static<typeof SeriesDate>
