import { Type } from 'typebox'
import {
  Day,
  Done,
  download,
  Id,
  Moment,
  Nullable,
  PageOf,
  paging,
  read,
  write,
} from '#kernel/contract/action.ts'
import { text } from '#kernel/contract/text.ts'
import {
  EquipmentInput,
  Fen,
  Format,
  Headcount,
  Layouts,
  Note,
  RoomDetail,
  RoomRow,
  roomFilters,
} from '../schema.ts'

const roomPath = '/meetings/rooms/:roomId' as const
const roomId = Id
const manage = 'meetings.manage-rooms'
const Name = Type.String({ minLength: 1, maxLength: 100 })
const Code = Type.String({ minLength: 1, maxLength: 40 })
const Short = Type.String({ minLength: 1, maxLength: 500 })
const Why = Type.String({ minLength: 1, maxLength: 200 })
const Made = Type.Object({ id: Id })

/** Rooms, what is in them, and what is paid for them. */
export const roomActions = {
  listRooms: read({
    path: '/meetings/rooms',
    permission: 'meetings.read',
    input: Type.Object({ ...paging, ...roomFilters }),
    output: PageOf(RoomRow),
    summary: text('会议室', 'Meeting rooms'),
  }),
  exportRooms: download({
    path: '/meetings/rooms/export',
    permission: 'meetings.read',
    input: Type.Object({ ...roomFilters, format: Format }),
    summary: text('导出会议室，可再导入', 'Export meeting rooms, importable again'),
  }),
  findFreeRooms: read({
    path: '/meetings/rooms/free',
    permission: 'meetings.book',
    input: Type.Object({
      ...Type.Omit(Type.Object(roomFilters), ['freeFrom', 'freeTo']).properties,
      from: Moment,
      to: Moment,
    }),
    output: Type.Object({ items: Type.Array(RoomRow) }),
    summary: text('这段时间空闲的会议室', 'Meeting rooms free at a time'),
  }),
  readRoom: read({
    path: roomPath,
    permission: 'meetings.read',
    input: Type.Object({ roomId }),
    output: RoomDetail,
    summary: text('一间会议室', 'One meeting room'),
  }),
  createRoom: write({
    path: '/meetings/rooms',
    permission: manage,
    input: Type.Object({
      code: Code,
      name: Name,
      siteId: Id,
      capacity: Headcount,
      directoryRoomId: Type.Optional(Nullable(Id)),
      layouts: Type.Optional(Layouts),
      note: Type.Optional(Note),
    }),
    output: Made,
    summary: text('登记会议室', 'Register a meeting room'),
  }),
  changeRoom: write({
    method: 'PATCH',
    path: roomPath,
    permission: manage,
    input: Type.Object({
      roomId,
      name: Type.Optional(Name),
      capacity: Type.Optional(Headcount),
      directoryRoomId: Type.Optional(Nullable(Id)),
      layouts: Type.Optional(Layouts),
      note: Type.Optional(Note),
    }),
    output: Done,
    summary: text('修改会议室', 'Change a meeting room'),
  }),
  addRoomPhotos: write({
    path: `${roomPath}/photos`,
    permission: manage,
    input: Type.Object({ roomId, photos: Type.Array(Id, { minItems: 1, maxItems: 9, uniqueItems: true }) }),
    output: Done,
    summary: text('添加会议室照片', 'Add photos of a meeting room'),
  }),
  removeRoomPhoto: write({
    path: `${roomPath}/photos/:fileId/removal`,
    permission: manage,
    input: Type.Object({ roomId, fileId: Id }),
    output: Done,
    summary: text('移除会议室照片', 'Take a photo off the page of a meeting room'),
  }),
  closeRoom: write({
    path: `${roomPath}/closure`,
    permission: manage,
    input: Type.Object({ roomId, fromDay: Day, reason: Why }),
    output: Type.Object({
      /** Bookings from that day on, which stay until somebody moves or cancels them. */
      standing: Type.Integer(),
    }),
    summary: text('停用会议室', 'Close a meeting room'),
  }),
  reopenRoom: write({
    path: `${roomPath}/reopening`,
    permission: manage,
    input: Type.Object({ roomId, reason: Why }),
    output: Done,
    summary: text('恢复使用会议室', 'Use a meeting room again'),
  }),
  setEquipment: write({
    method: 'PUT',
    path: `${roomPath}/equipment`,
    permission: 'meetings.check-equipment',
    input: Type.Object({ roomId, items: Type.Array(EquipmentInput, { maxItems: 100 }) }),
    output: Done,
    summary: text('盘点会议室设备', 'Take stock of the equipment of a meeting room'),
  }),
  addLease: write({
    path: `${roomPath}/leases`,
    permission: manage,
    input: Type.Object({
      roomId,
      lessor: Name,
      contractNo: Type.String({ minLength: 1, maxLength: 60 }),
      fromDay: Day,
      toDay: Day,
      yearlyRentFen: Fen,
      note: Type.Optional(Type.String({ maxLength: 500 })),
    }),
    output: Made,
    summary: text('登记租约', 'Register a lease'),
  }),
  endLease: write({
    path: `${roomPath}/leases/:leaseId/end`,
    permission: manage,
    input: Type.Object({ roomId, leaseId: Id, toDay: Day, reason: Short }),
    output: Done,
    summary: text('提前结束租约', 'End a lease early'),
  }),
  addFitOut: write({
    path: `${roomPath}/fit-outs`,
    permission: manage,
    input: Type.Object({ roomId, onDay: Day, what: Short, contractor: Name, costFen: Fen }),
    output: Made,
    summary: text('登记装修', 'Register a fit-out'),
  }),
}
