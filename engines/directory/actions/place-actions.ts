import { Type } from 'typebox'
import { Day, Done, download, Id, Nullable, PageOf, paging, read, write } from '#kernel/contract/action.ts'
import { text } from '#kernel/contract/text.ts'
import {
  Campus,
  Code,
  Format,
  Name,
  Place,
  Reason,
  Room,
  RoomKind,
  Search,
  ShortWord,
  Site,
  SiteView,
} from '../schema.ts'

const Address = Type.Optional(Nullable(Type.String({ maxLength: 200 })))
const siteFilters = {
  search: Type.Optional(Search),
  campusId: Type.Optional(Id),
  kind: Type.Optional(Type.String({ maxLength: 40 })),
  /** Also those that are closed. */
  closed: Type.Optional(Type.Boolean()),
}
const roomFilters = {
  search: Type.Optional(Search),
  siteId: Type.Optional(Id),
  floor: Type.Optional(Type.String({ maxLength: 20 })),
  kind: Type.Optional(RoomKind),
  unitId: Type.Optional(Id),
  closed: Type.Optional(Type.Boolean()),
}
const siteFields = {
  code: Code,
  name: Name,
  kind: ShortWord,
  floorAreaM2: Type.Number({ minimum: 0, maximum: 10_000_000 }),
  address: Address,
  campusId: Type.Optional(Nullable(Id)),
  openedOn: Type.Optional(Nullable(Day)),
}
const roomFields = {
  code: Code,
  name: Name,
  /** 3楼, 地下1层, B1 */
  floor: Type.String({ minLength: 1, maxLength: 20 }),
  kind: RoomKind,
  unitId: Type.Optional(Nullable(Id)),
}
const campusFields = { code: Code, name: Name, address: Address }

export const placeActions = {
  searchPlaces: read({
    path: '/directory/places',
    permission: 'signed-in',
    input: Type.Object({
      search: Type.Optional(Search),
      siteId: Type.Optional(Id),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 50 })),
    }),
    output: Type.Object({ items: Type.Array(Place) }),
    summary: text('选地点：物业和房间', 'Pick a place: sites and rooms'),
  }),
  listCampuses: read({
    path: '/directory/campuses',
    permission: 'signed-in',
    input: Type.Object({}),
    output: Type.Object({ items: Type.Array(Campus) }),
    summary: text('院区', 'Campuses'),
  }),
  createCampus: write({
    path: '/directory/campuses',
    permission: 'directory.write',
    input: Type.Object(campusFields),
    output: Type.Object({ id: Id }),
    summary: text('新增院区', 'Add a campus'),
  }),
  changeCampus: write({
    method: 'PATCH',
    path: '/directory/campuses/:campusId',
    permission: 'directory.write',
    input: Type.Object({ ...Type.Partial(Type.Object(campusFields)).properties, campusId: Id }),
    output: Done,
    summary: text('修改院区', 'Change a campus'),
  }),
  listSites: read({
    path: '/directory/sites',
    permission: 'signed-in',
    input: Type.Object({ ...paging, ...siteFilters }),
    output: PageOf(Site),
    summary: text('物业', 'Sites'),
  }),
  exportSites: download({
    path: '/directory/sites/export',
    permission: 'directory.export',
    input: Type.Object({ ...siteFilters, format: Format }),
    summary: text('导出物业', 'Export sites'),
  }),
  readSite: read({
    path: '/directory/sites/:siteId',
    permission: 'signed-in',
    input: Type.Object({ siteId: Id }),
    output: SiteView,
    summary: text('一处物业及其楼层', 'A site and its floors'),
  }),
  createSite: write({
    path: '/directory/sites',
    permission: 'directory.write',
    input: Type.Object(siteFields),
    output: Type.Object({ id: Id }),
    summary: text('新增物业', 'Add a site'),
  }),
  changeSite: write({
    method: 'PATCH',
    path: '/directory/sites/:siteId',
    permission: 'directory.write',
    input: Type.Object({ ...Type.Partial(Type.Object(siteFields)).properties, siteId: Id }),
    output: Done,
    summary: text('修改物业', 'Change a site'),
  }),
  closeSite: write({
    path: '/directory/sites/:siteId/closure',
    permission: 'directory.write',
    input: Type.Object({ siteId: Id, day: Day, reason: Reason }),
    output: Done,
    summary: text('停用物业：自某日起', 'Close a site from a day'),
  }),
  listRooms: read({
    path: '/directory/rooms',
    permission: 'signed-in',
    input: Type.Object({ ...paging, ...roomFilters }),
    output: PageOf(Room),
    summary: text('房间', 'Rooms'),
  }),
  exportRooms: download({
    path: '/directory/rooms/export',
    permission: 'directory.export',
    input: Type.Object({ ...roomFilters, format: Format }),
    summary: text('导出房间', 'Export rooms'),
  }),
  createRoom: write({
    path: '/directory/rooms',
    permission: 'directory.write',
    input: Type.Object({ ...roomFields, siteId: Id }),
    output: Type.Object({ id: Id }),
    summary: text('新增房间', 'Add a room'),
  }),
  changeRoom: write({
    method: 'PATCH',
    path: '/directory/rooms/:roomId',
    permission: 'directory.write',
    input: Type.Object({ ...Type.Partial(Type.Object(roomFields)).properties, roomId: Id }),
    output: Done,
    summary: text('修改房间', 'Change a room'),
  }),
  closeRoom: write({
    path: '/directory/rooms/:roomId/closure',
    permission: 'directory.write',
    input: Type.Object({ roomId: Id, day: Day, reason: Reason }),
    output: Done,
    summary: text('停用房间：自某日起', 'Close a room from a day'),
  }),
}
