import { Type } from 'typebox'
import { download, Id, Moment, Nullable, read, write } from '#kernel/contract/action.ts'
import { text } from '#kernel/contract/text.ts'

const path = '/meetings/:meetingId/invitations' as const
const meetingId = Id

/** Invitations into people's own calendars (RFC 5546). */
export const invitationActions = {
  readInvitations: read({
    path,
    permission: 'meetings.attendance',
    input: Type.Object({ meetingId }),
    output: Type.Object({
      sentAt: Nullable(Moment),
      sentBy: Nullable(Type.String()),
      /** On the list and in the directory; how many of them gave a mail address. */
      known: Type.Integer(),
      withMail: Type.Integer(),
      can: Type.Object({ send: Type.Boolean() }),
    }),
    summary: text('会议通知发送情况', 'Whether invitations were sent'),
  }),
  sendInvitations: write({
    path,
    permission: 'meetings.attendance',
    input: Type.Object({ meetingId }),
    output: Type.Object({
      /** Told in the application; those with a mail address by mail too. */
      told: Type.Integer(),
      withMail: Type.Integer(),
    }),
    summary: text('给参会人发会议通知（日历邀请）', 'Invite the participants into their calendars'),
  }),
  downloadInvitation: download({
    path: '/meetings/:meetingId/invitation',
    permission: 'meetings.read',
    input: Type.Object({ meetingId }),
    summary: text('下载日历邀请（.ics）', 'Download the calendar invitation (.ics)'),
  }),
}
