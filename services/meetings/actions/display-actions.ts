import { Type } from 'typebox'
import { Done, download, Id, Nullable, read, write } from '#kernel/contract/action.ts'
import { text } from '#kernel/contract/text.ts'
import { Board, LinkKindName, RoomLink } from '../display-schema.ts'

const linksPath = '/meetings/rooms/:roomId/links' as const
const publicPath = '/public/displays/:code' as const
const roomId = Id
const Code = Type.String({ minLength: 1, maxLength: 200 })
const manage = 'meetings.manage-rooms'

/** Door screens and calendars of rooms, behind secret addresses. */
export const displayActions = {
  listRoomLinks: read({
    path: linksPath,
    permission: manage,
    input: Type.Object({ roomId }),
    output: Type.Object({ items: Type.Array(RoomLink) }),
    summary: text('会议室的门口屏和日历地址', 'Addresses of a room’s door screen and calendar'),
  }),
  makeRoomLink: write({
    path: linksPath,
    permission: manage,
    input: Type.Object({ roomId, kind: LinkKindName }),
    output: RoomLink,
    summary: text('生成新地址，旧地址停用', 'Make a new address; the one before stops'),
  }),
  revokeRoomLink: write({
    method: 'DELETE',
    path: `${linksPath}/:kind`,
    permission: manage,
    input: Type.Object({ roomId, kind: LinkKindName }),
    output: Done,
    summary: text('停用地址', 'Revoke an address'),
  }),
  readDisplay: read({
    path: publicPath,
    permission: 'public',
    input: Type.Object({
      code: Code,
      /** The `tag` of the board that is on the screen. */
      seen: Type.Optional(Type.String({ maxLength: 60 })),
    }),
    output: Type.Object({
      tag: Type.String(),
      /** The server’s clock, in milliseconds: a screen’s own may be wrong. */
      at: Type.Integer(),
      /** Null: nothing changed. */
      board: Nullable(Board),
    }),
    summary: text('门口屏', 'What a door screen shows'),
    // A building’s screens call from one address.
    rateLimit: 1200,
  }),
  checkInAtDoor: write({
    path: `${publicPath}/check-in`,
    permission: 'public',
    input: Type.Object({ code: Code, bookingId: Id }),
    output: Done,
    summary: text('在门口屏签到', 'Check in at the door'),
    rateLimit: 60,
  }),
  bookAtDoor: write({
    path: `${publicPath}/booking`,
    permission: 'public',
    input: Type.Object({ code: Code, minutes: Type.Union([Type.Literal(30), Type.Literal(60)]) }),
    output: Type.Object({ id: Id }),
    summary: text('在门口屏现在就订', 'Book now at the door'),
    rateLimit: 20,
  }),
  endAtDoor: write({
    path: `${publicPath}/end`,
    permission: 'public',
    input: Type.Object({ code: Code, bookingId: Id }),
    output: Done,
    summary: text('在门口屏提前结束', 'End early at the door'),
    rateLimit: 60,
  }),
  openRoomFeed: download({
    path: '/public/room-feeds/:code',
    permission: 'public',
    input: Type.Object({ code: Code }),
    summary: text('会议室日历（iCalendar）', 'Calendar of a room (iCalendar)'),
    rateLimit: 120,
  }),
}
