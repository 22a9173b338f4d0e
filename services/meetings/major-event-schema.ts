import { type Static, Type } from 'typebox'
import { keysOf } from '#engines/bookings/schema.ts'
import { Can, Day, Id, Line, Moment, Nullable } from '#kernel/contract/action.ts'
import { PersonName, UnitName } from './attendance-schema.ts'
import { majorEventStates, needKinds } from './major-event-words.ts'
import { StateName } from './schema.ts'

export const EventStateName = keysOf(majorEventStates.states)
export const NeedKindName = keysOf(needKinds)
export const Quantity = Type.Integer({ minimum: 0, maximum: 100_000 })
export const GuestInput = Type.Object({ name: PersonName, unit: Type.Optional(UnitName) })

/** A major event in lists. */
export const EventRow = Type.Object({
  id: Id,
  number: Type.String(),
  title: Type.String(),
  state: EventStateName,
  ownerName: Type.String(),
  fromDay: Day,
  toDay: Day,
  meetings: Type.Integer(),
  guests: Type.Integer(),
  milestones: Type.Object({ all: Type.Integer(), done: Type.Integer(), late: Type.Integer() }),
})
export type EventRow = Static<typeof EventRow>

export const Milestone = Type.Object({
  id: Id,
  title: Type.String(),
  dueOn: Day,
  ownerPersonId: Nullable(Id),
  ownerName: Type.String(),
  doneAt: Nullable(Moment),
  doneBy: Nullable(Type.String()),
  late: Type.Boolean(),
  can: Can,
})

/** What was asked for a day; the last of a kind and day counts. */
export const Need = Type.Object({
  id: Id,
  kind: NeedKindName,
  onDay: Day,
  quantity: Type.Integer(),
  note: Type.String(),
  askedAt: Moment,
  askedBy: Type.String(),
  /** The meeting that asks; null: the event as a whole. */
  meetingId: Nullable(Id),
})
export type Need = Static<typeof Need>

/** A major event with all its parts. */
export const EventDetail = Type.Object({
  ...EventRow.properties,
  ownerPersonId: Nullable(Id),
  note: Type.String(),
  closedAt: Nullable(Moment),
  parts: Type.Array(
    Type.Object({
      id: Id,
      number: Type.String(),
      /** Null: private, and not for this reader. */
      title: Nullable(Type.String()),
      state: StateName,
      from: Moment,
      to: Moment,
      room: Nullable(Type.String()),
      headcount: Nullable(Type.Integer()),
      attended: Nullable(Type.Integer()),
      tasks: Type.Object({
        all: Type.Integer(),
        done: Type.Integer(),
        /** Missed, or due and not done. */
        late: Type.Integer(),
      }),
    }),
  ),
  totals: Type.Object({
    held: Type.Integer(),
    cancelled: Type.Integer(),
    attendances: Type.Integer(),
    tasks: Type.Integer(),
    tasksDone: Type.Integer(),
    tasksLate: Type.Integer(),
    meals: Type.Integer(),
    passes: Type.Integer(),
    vehicles: Type.Integer(),
  }),
  milestoneList: Type.Array(Milestone),
  /** Null to those who may not see names. */
  guestList: Nullable(Type.Array(Type.Object({ id: Id, name: Type.String(), unit: Type.String() }))),
  needs: Type.Array(Need),
  can: Can,
})
export type EventDetail = Static<typeof EventDetail>

export const eventFilters = {
  search: Type.Optional(Type.String({ maxLength: 50 })),
  state: Type.Optional(Type.Array(EventStateName, { maxItems: 3 })),
}

export const eventInput = {
  title: Line,
  fromDay: Day,
  toDay: Day,
  /** Absent: the one who makes it. */
  ownerPersonId: Type.Optional(Id),
  note: Type.Optional(Type.String({ maxLength: 2000 })),
}
