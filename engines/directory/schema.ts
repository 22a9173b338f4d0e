import { type Static, Type } from 'typebox'
import { Can, Day, Id, Moment, Nullable, TextPair } from '#kernel/contract/action.ts'
import { sensitive } from '#kernel/contract/sensitive.ts'
import { identityKinds, roomKinds, unitKinds } from './words.ts'

function oneOf<K extends string>(words: Record<K, unknown>) {
  return Type.Unsafe<K>(Type.Union(Object.keys(words).map((key) => Type.Literal(key))))
}

export const UnitKind = oneOf(unitKinds)
export const IdentityKind = oneOf(identityKinds)
export const RoomKind = oneOf(roomKinds)
export type RoomKind = Static<typeof RoomKind>
export type UnitKind = Static<typeof UnitKind>
export type IdentityKind = Static<typeof IdentityKind>

/** What a search box takes: name, code, pinyin or initials; several words must all fit. */
export const Search = Type.String({ maxLength: 50 })
export const Code = Type.String({ minLength: 1, maxLength: 40, pattern: '^\\S(.*\\S)?$' })
export const Name = Type.String({ minLength: 1, maxLength: 100, pattern: '^\\S(.*\\S)?$' })
export const ShortWord = Type.String({ minLength: 1, maxLength: 40 })
export const Reason = Type.String({ minLength: 1, maxLength: 500 })
export const Format = Type.Optional(Type.Union([Type.Literal('xlsx'), Type.Literal('csv')]))
const Count = Type.Integer()
const Text = Nullable(Type.String())

export const Unit = Type.Object({
  id: Id,
  code: Type.String(),
  name: Type.String(),
  shortName: Text,
  parentId: Nullable(Id),
  parentName: Text,
  level: Text,
  kind: UnitKind,
  openedOn: Nullable(Day),
  closedOn: Nullable(Day),
  /** People whose main post is here today, without the units below. */
  people: Count,
  /** Open units directly below. */
  children: Count,
  can: Can,
})

export const Person = Type.Object({
  id: Id,
  staffNo: Type.String(),
  name: Type.String(),
  unitId: Id,
  unitName: Type.String(),
  title: Text,
  rank: Text,
  identityKind: IdentityKind,
  skills: Type.Array(Type.String()),
  /** Null for readers who have no business with it; masked in lists. */
  mobile: sensitive('phone', 'id'),
  /** Null for readers who have no business with it. */
  keyPerson: Nullable(Type.Boolean()),
  leftOn: Nullable(Day),
  can: Can,
})

export const Post = Type.Object({
  id: Id,
  unitId: Id,
  unitName: Type.String(),
  title: Text,
  main: Type.Boolean(),
  fromDay: Nullable(Day),
  /** The first day on which it no longer holds. */
  toDay: Nullable(Day),
})

export const PersonView = Type.Object({
  ...Person.properties,
  origin: sensitive('background', 'id'),
  education: sensitive('background', 'id'),
  joinedOn: Nullable(Day),
  roomId: Nullable(Id),
  roomLabel: Text,
  posts: Type.Array(Post),
})

export const Campus = Type.Object({
  id: Id,
  code: Type.String(),
  name: Type.String(),
  address: Text,
  /** Open sites. */
  sites: Count,
  can: Can,
})

export const Site = Type.Object({
  id: Id,
  code: Type.String(),
  name: Type.String(),
  kind: Type.String(),
  /** Square metres. */
  floorAreaM2: Type.Number(),
  address: Text,
  campusId: Nullable(Id),
  campusName: Text,
  openedOn: Nullable(Day),
  closedOn: Nullable(Day),
  /** Rooms in use. */
  rooms: Count,
  can: Can,
})

export const SiteView = Type.Object({
  ...Site.properties,
  floors: Type.Array(Type.Object({ floor: Type.String(), floorNumber: Type.Integer(), rooms: Count })),
})

export const Room = Type.Object({
  id: Id,
  siteId: Id,
  siteName: Type.String(),
  code: Type.String(),
  name: Type.String(),
  floor: Type.String(),
  floorNumber: Type.Integer(),
  kind: RoomKind,
  unitId: Nullable(Id),
  unitName: Text,
  closedOn: Nullable(Day),
  can: Can,
})

/** One thing to pick as the place of something: a whole site, or a room in it. */
export const Place = Type.Object({
  siteId: Id,
  roomId: Nullable(Id),
  /** 综合楼 3楼 301会议室 */
  label: Type.String(),
  campusName: Text,
})

export const Me = Type.Object({
  personId: Nullable(Id),
  name: Type.String(),
  unitId: Nullable(Id),
  unitName: Text,
  title: Text,
  mobile: sensitive('phone', 'personId'),
  place: Nullable(Place),
})

export const HistoryLine = Type.Object({
  id: Id,
  at: Moment,
  actorName: Type.String(),
  type: Type.String(),
  title: TextPair,
  reason: Text,
  before: Type.Unknown(),
  after: Type.Unknown(),
})
