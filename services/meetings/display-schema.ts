import { type Static, Type } from 'typebox'
import { keysOf } from '#engines/bookings/schema.ts'
import { Id, Moment, Nullable } from '#kernel/contract/action.ts'
import { linkKinds } from './display-words.ts'

export const LinkKindName = keysOf(linkKinds)
export const RoomLink = Type.Object({
  kind: LinkKindName,
  /** Path of this site; whoever has it sees what it shows. */
  path: Type.String(),
  createdAt: Moment,
  createdBy: Type.String(),
})

/** One booking on a door screen. What is private has neither title nor unit. */
export const Slot = Type.Object({
  id: Id,
  title: Nullable(Type.String()),
  unit: Nullable(Type.String()),
  from: Moment,
  to: Moment,
  inUse: Type.Boolean(),
  /** From when somebody may check in at the door. */
  checkInFrom: Moment,
  /** Until when somebody must have, or the room is free again. */
  checkInBy: Nullable(Moment),
  /** Booked at this door, so that it may be ended here. */
  here: Type.Boolean(),
})
export type Slot = Static<typeof Slot>

/** What a door screen shows of today; which of it is now follows from the clock (`split-day.ts`). */
export const Board = Type.Object({
  bureauName: Type.String(),
  room: Type.Object({ name: Type.String(), site: Type.String(), capacity: Nullable(Type.Integer()) }),
  slots: Type.Array(Slot),
  /** Times at which nobody can have it, with the reason. */
  closed: Type.Array(Type.Object({ from: Moment, to: Moment, reason: Type.String() })),
})
export type Board = Static<typeof Board>
