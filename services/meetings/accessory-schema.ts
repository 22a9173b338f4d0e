import { type Static, Type } from 'typebox'
import { Can, Id, Moment, Nullable } from '#kernel/contract/action.ts'
import { Closing, HistoryEntry, Ref, Search } from './schema.ts'

export const AccessoryRow = Type.Object({
  id: Id,
  code: Type.String(),
  name: Type.String(),
  /** How many there are. */
  quantity: Type.Integer(),
  countedIn: Type.String(),
  /** How many of them are out at this moment. */
  out: Type.Integer(),
  site: Nullable(Ref),
  note: Type.String(),
  closedAt: Nullable(Moment),
  can: Can,
})
export type AccessoryRow = Static<typeof AccessoryRow>

/** Who has how many of it, and when; of what the reader may not see, only that it is taken. */
export const AccessoryLoan = Type.Object({
  bookingId: Id,
  title: Nullable(Type.String()),
  organiserName: Nullable(Type.String()),
  roomName: Nullable(Type.String()),
  from: Moment,
  to: Moment,
  quantity: Type.Integer(),
  /** Where it is looked at; null for what the reader may not see. */
  href: Nullable(Type.String()),
})

export const AccessoryDetail = Type.Object({
  ...AccessoryRow.properties,
  closing: Nullable(Closing),
  /** Out now and still to come, the next first. */
  loans: Type.Array(AccessoryLoan),
  /** Null to those outside the centre. */
  history: Nullable(Type.Array(HistoryEntry)),
})

/** The filters of the list and of its export. */
export const accessoryFilters = {
  search: Search,
  siteId: Type.Optional(Id),
  /** Some of it is out at this moment. */
  isOut: Type.Optional(Type.Boolean()),
  closed: Type.Optional(Type.Boolean()),
  sort: Type.Optional(Type.Enum(['code', '-code', 'name', '-name', 'quantity', '-quantity', 'out', '-out'])),
}
export type AccessoryFilters = Static<Type.TObject<typeof accessoryFilters>>
