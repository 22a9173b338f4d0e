import { type Static, Type } from 'typebox'
import { keysOf } from '#engines/bookings/schema.ts'
import { Can, Id, Moment, Nullable } from '#kernel/contract/action.ts'
import { marks } from './attendance-words.ts'

export const PersonName = Type.String({ minLength: 1, maxLength: 60, pattern: '\\S' })
export const UnitName = Type.String({ maxLength: 100 })
export const MarkName = keysOf(marks)
export const Party = Type.Enum(['HOST', 'GUEST'])
export const Substitute = Type.Object({ name: PersonName, unit: Type.Optional(UnitName) })

/** Somebody to be put on the list: of the directory by id, or a guest by name. */
export const ParticipantInput = Type.Object({
  personId: Type.Optional(Nullable(Id)),
  /** Needed without `personId`. */
  name: Type.Optional(PersonName),
  unit: Type.Optional(UnitName),
  rank: Type.Optional(Nullable(Type.String({ minLength: 1, maxLength: 60 }))),
  party: Type.Optional(Nullable(Party)),
})
export type ParticipantInput = Static<typeof ParticipantInput>

export const ParticipantRow = Type.Object({
  id: Id,
  personId: Nullable(Id),
  name: Type.String(),
  unit: Type.String(),
  rank: Nullable(Type.String()),
  party: Nullable(Party),
  mark: Nullable(MarkName),
  arrivedAt: Nullable(Moment),
  /** Signed in at the door, or marked by hand. */
  way: Nullable(Type.Enum(['DOOR', 'DESK'])),
  markedBy: Nullable(Type.String()),
  /** Who came instead. */
  substitute: Nullable(Type.Object({ name: Type.String(), unit: Type.String() })),
})
export type ParticipantRow = Static<typeof ParticipantRow>

export const Door = Type.Object({ path: Type.String(), createdAt: Moment, createdBy: Type.String() })

/** The list of a meeting and how many came. */
export const AttendanceView = Type.Object({
  meeting: Type.Object({
    id: Id,
    number: Type.String(),
    title: Type.String(),
    from: Moment,
    to: Moment,
    headcount: Nullable(Type.Integer()),
    room: Nullable(Type.String()),
  }),
  items: Type.Array(ParticipantRow),
  counts: Type.Object({
    listed: Type.Integer(),
    present: Type.Integer(),
    late: Type.Integer(),
    absent: Type.Integer(),
    substituted: Type.Integer(),
    /** Nobody knows yet. */
    open: Type.Integer(),
  }),
  /** Heads counted in the room; it goes before the list in the figures. */
  counted: Nullable(Type.Object({ headcount: Type.Integer(), at: Moment, by: Type.String() })),
  /** What the figures count: counted, else signed in, else null (then the headcount booked for). */
  attended: Nullable(Type.Integer()),
  door: Nullable(Door),
  can: Can,
})
