import { type Static, Type } from 'typebox'
import { Headcount, keysOf, StateName } from '#engines/bookings/schema.ts'
import { Can, Day, Id, Moment, Nullable, TextPair } from '#kernel/contract/action.ts'
import { taskStates } from './states.ts'
import {
  classes,
  conditions,
  equipmentKinds,
  layouts,
  roomUses,
  services,
  steps,
  taskKinds,
} from './words.ts'

export { Headcount, StateName }
export const LayoutName = keysOf(layouts)
export const ServiceName = keysOf(services)
export const ClassName = keysOf(classes)
export const StepName = keysOf(steps)
export const TaskKindName = keysOf(taskKinds)
export const TaskStateName = keysOf(taskStates.states)
export const EquipmentKindName = keysOf(equipmentKinds)
export const ConditionName = keysOf(conditions)
export const Format = Type.Optional(Type.Union([Type.Literal('xlsx'), Type.Literal('csv')]))
export const Note = Type.String({ maxLength: 2000 })
export const Words = Type.String({ minLength: 1, maxLength: 2000 })
export const Search = Type.Optional(Type.String({ maxLength: 50 }))
export const Fen = Type.Integer({ minimum: 0, maximum: 100_000_000_000 })
export const Ref = Type.Object({ id: Id, name: Type.String() })
export const Services = Type.Array(ServiceName, { maxItems: 8, uniqueItems: true })

export const RoomUseName = keysOf(roomUses)

export const LayoutCapacity = Type.Object({ layout: LayoutName, capacity: Headcount })
export const Layouts = Type.Array(LayoutCapacity, { maxItems: 5 })

export const EquipmentInput = Type.Object({
  kind: EquipmentKindName,
  name: Type.String({ minLength: 1, maxLength: 100 }),
  quantity: Type.Integer({ minimum: 0, maximum: 100_000 }),
  condition: ConditionName,
  note: Type.Optional(Type.String({ maxLength: 500 })),
})
export const Equipment = Type.Object({
  id: Id,
  ...EquipmentInput.properties,
  note: Type.String(),
  checkedOn: Day,
  checkedBy: Type.String(),
})
export type Equipment = Static<typeof Equipment>

/** A meeting room in lists. */
export const RoomRow = Type.Object({
  id: Id,
  code: Type.String(),
  name: Type.String(),
  site: Ref,
  campus: Nullable(Ref),
  /** Persons it takes at most. */
  capacity: Type.Integer(),
  layouts: Type.Array(LayoutCapacity),
  equipment: Type.Array(
    Type.Object({
      kind: EquipmentKindName,
      name: Type.String(),
      quantity: Type.Integer(),
      condition: ConditionName,
    }),
  ),
  /** Rented today from somebody else. */
  rented: Type.Boolean(),
  photoId: Nullable(Id),
  note: Type.String(),
  closedAt: Nullable(Moment),
  can: Can,
})
export type RoomRow = Static<typeof RoomRow>

/** Why and from when a room or equipment is no longer used. */
export const Closing = Type.Object({
  fromDay: Day,
  reason: Type.String(),
  by: Type.String(),
  at: Moment,
})

/** What happened to a room or to equipment. */
export const HistoryEntry = Type.Object({
  id: Id,
  at: Moment,
  type: Type.String(),
  title: TextPair,
  actorName: Type.String(),
  reason: Nullable(Type.String()),
  /** What changed, in figures: 数量 24 → 20. */
  note: Nullable(Type.String()),
})
export type HistoryEntry = Static<typeof HistoryEntry>

export const Lease = Type.Object({
  id: Id,
  lessor: Type.String(),
  contractNo: Type.String(),
  fromDay: Day,
  toDay: Day,
  yearlyRentFen: Type.Integer(),
  note: Type.String(),
  endedReason: Nullable(Type.String()),
  createdBy: Type.String(),
})
export const FitOut = Type.Object({
  id: Id,
  onDay: Day,
  what: Type.String(),
  contractor: Type.String(),
  costFen: Type.Integer(),
  createdBy: Type.String(),
})

export const RoomDetail = Type.Object({
  ...RoomRow.properties,
  equipment: Type.Array(Equipment),
  directoryRoom: Nullable(Ref),
  photos: Type.Array(Type.Object({ fileId: Id, at: Moment, by: Type.String() })),
  /** Null to those who may not see what is paid. */
  leases: Nullable(Type.Array(Lease)),
  fitOuts: Nullable(Type.Array(FitOut)),
  /** In force, or planned for a day to come. */
  closing: Nullable(Closing),
  /** Null to those who may not see what is paid, as it tells of it. */
  history: Nullable(Type.Array(HistoryEntry)),
})

/** A meeting in lists. Private ones are seen by those involved and by those who see all. */
export const MeetingRow = Type.Object({
  id: Id,
  number: Type.String(),
  title: Type.String(),
  private: Type.Boolean(),
  class: ClassName,
  state: StateName,
  from: Moment,
  to: Moment,
  unit: Ref,
  organiserName: Type.String(),
  headcount: Nullable(Type.Integer()),
  room: Nullable(
    Type.Object({ id: Id, name: Type.String(), siteId: Nullable(Id), siteName: Nullable(Type.String()) }),
  ),
  /** Rooms besides the main one, in their order. */
  furtherRooms: Type.Array(Type.Object({ ...Ref.properties, use: RoomUseName })),
  services: Type.Array(ServiceName),
  otherServices: Type.Array(Type.String()),
  layout: Nullable(LayoutName),
  seriesId: Nullable(Id),
  /** Tasks of its support: all that count, those done, those missed. */
  tasks: Type.Object({ all: Type.Integer(), done: Type.Integer(), missed: Type.Integer() }),
  rating: Nullable(Type.Integer()),
  can: Can,
})
export type MeetingRow = Static<typeof MeetingRow>

export const TaskRow = Type.Object({
  id: Id,
  kind: TaskKindName,
  step: StepName,
  round: Type.Integer(),
  startsAt: Moment,
  dueAt: Moment,
  state: TaskStateName,
  /** Of a room or day the meeting has left since. */
  former: Type.Boolean(),
  owner: Nullable(Ref),
  startedAt: Nullable(Moment),
  doneAt: Nullable(Moment),
  doneBy: Nullable(Type.String()),
  note: Type.String(),
  linesDue: Type.Integer(),
  linesAnswered: Type.Integer(),
  meeting: Type.Object({
    id: Id,
    number: Type.String(),
    title: Type.String(),
    class: ClassName,
    from: Moment,
    to: Moment,
    headcount: Nullable(Type.Integer()),
    roomName: Type.String(),
    siteName: Type.String(),
    layout: Nullable(LayoutName),
    services: Type.Array(ServiceName),
    note: Type.String(),
  }),
  can: Can,
})
export type TaskRow = Static<typeof TaskRow>

export const Omission = Type.Object({
  id: Id,
  taskId: Nullable(Id),
  lineId: Nullable(Id),
  what: Type.String(),
  foundAt: Moment,
  foundBy: Type.String(),
  remedy: Nullable(Type.String()),
  remediedAt: Nullable(Moment),
  remediedBy: Nullable(Type.String()),
})
export const Reflection = Type.Object({
  id: Id,
  at: Moment,
  by: Type.String(),
  note: Type.String(),
  clause: Nullable(Type.Object({ id: Id, code: Type.String(), title: TextPair })),
  proposal: Nullable(Type.String()),
})

export const MeetingDetail = Type.Object({
  ...MeetingRow.properties,
  note: Type.String(),
  createdAt: Moment,
  accessories: Type.Array(Type.Object({ id: Id, name: Type.String(), quantity: Type.Integer() })),
  support: Type.Array(TaskRow),
  omissions: Type.Array(Omission),
  reflections: Type.Array(Reflection),
  ratingGiven: Nullable(
    Type.Object({ overall: Type.Integer(), comment: Type.String(), at: Moment, by: Type.String() }),
  ),
  history: Type.Array(
    Type.Object({
      id: Id,
      at: Moment,
      type: Type.String(),
      title: TextPair,
      actorName: Type.String(),
      reason: Nullable(Type.String()),
    }),
  ),
})

/** The filters of the list of meetings and of its export. */
export const meetingFilters = {
  search: Search,
  state: Type.Optional(Type.Array(StateName, { maxItems: 7 })),
  class: Type.Optional(ClassName),
  unitId: Type.Optional(Id),
  siteId: Type.Optional(Id),
  roomId: Type.Optional(Id),
  service: Type.Optional(ServiceName),
  mine: Type.Optional(Type.Boolean()),
  /** Something of its support was missed. */
  missed: Type.Optional(Type.Boolean()),
  /** Day it begins, inclusive. */
  from: Type.Optional(Day),
  to: Type.Optional(Day),
}
export type MeetingFilters = Static<Type.TObject<typeof meetingFilters>>

export const roomFilters = {
  search: Search,
  siteId: Type.Optional(Id),
  campusId: Type.Optional(Id),
  /** Takes so many persons; in the layout, when one is asked for. */
  headcount: Type.Optional(Headcount),
  layout: Type.Optional(LayoutName),
  /** Words of its equipment, all of which it has in working order: 投影, 视频会议. */
  equipment: Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 50 }), { maxItems: 10 })),
  rented: Type.Optional(Type.Boolean()),
  closed: Type.Optional(Type.Boolean()),
  /** Free the whole of a time; both or neither. */
  freeFrom: Type.Optional(Moment),
  freeTo: Type.Optional(Moment),
}
export type RoomFilters = Static<Type.TObject<typeof roomFilters>>
