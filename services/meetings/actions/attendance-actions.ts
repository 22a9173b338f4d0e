import { Type } from 'typebox'
import { Done, download, Id, Moment, Nullable, read, write } from '#kernel/contract/action.ts'
import { text } from '#kernel/contract/text.ts'
import {
  AttendanceView,
  Door,
  MarkName,
  ParticipantInput,
  PersonName,
  Substitute,
  UnitName,
} from '../attendance-schema.ts'
import { fewestLetters } from '../attendance-words.ts'

const listPath = '/meetings/:meetingId/participants' as const
const publicPath = '/public/attend/:code' as const
const meetingId = Id
const permission = 'meetings.attendance'
const Code = Type.String({ minLength: 1, maxLength: 200 })

/** Who takes part, and who came. */
export const attendanceActions = {
  listParticipants: read({
    path: listPath,
    permission,
    input: Type.Object({ meetingId }),
    output: AttendanceView,
    summary: text('参会名单和签到情况', 'Participants and who came'),
  }),
  addParticipants: write({
    path: listPath,
    permission,
    input: Type.Object({
      meetingId,
      items: Type.Array(ParticipantInput, { minItems: 1, maxItems: 500 }),
    }),
    output: Type.Object({ added: Type.Integer(), repeated: Type.Integer() }),
    summary: text('登记参会人', 'Add participants'),
  }),
  pasteParticipants: write({
    path: `${listPath}/pasted`,
    permission,
    input: Type.Object({
      meetingId,
      /** One a line: name, unit, rank; or the other way round, or with a heading. */
      list: Type.String({ minLength: 1, maxLength: 200_000 }),
    }),
    output: Type.Object({
      added: Type.Integer(),
      repeated: Type.Integer(),
      /** Found in the directory. */
      known: Type.Integer(),
      /** Lines that hold no name, as they were pasted. */
      unread: Type.Array(Type.Object({ line: Type.Integer(), words: Type.String() })),
    }),
    summary: text('粘贴参会名单', 'Take over a pasted list'),
  }),
  addUnit: write({
    path: `${listPath}/units`,
    permission,
    input: Type.Object({ meetingId, unitId: Id }),
    output: Type.Object({ added: Type.Integer(), repeated: Type.Integer() }),
    summary: text('整个单位登记参会', 'Add everybody of a unit'),
  }),
  changeParticipant: write({
    method: 'PATCH',
    path: `${listPath}/:participantId`,
    permission,
    input: Type.Object({
      meetingId,
      participantId: Id,
      name: Type.Optional(PersonName),
      unit: Type.Optional(UnitName),
      rank: ParticipantInput.properties.rank,
      party: ParticipantInput.properties.party,
      /** The place on the list, from 1; the others move up or down. */
      order: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
    }),
    output: Done,
    summary: text('修改参会人', 'Change a participant'),
  }),
  removeParticipant: write({
    method: 'DELETE',
    path: `${listPath}/:participantId`,
    permission,
    input: Type.Object({ meetingId, participantId: Id }),
    output: Done,
    summary: text('移出参会人', 'Take somebody off the list'),
  }),
  markAttendance: write({
    path: '/meetings/:meetingId/attendance',
    permission,
    input: Type.Object({
      meetingId,
      participantIds: Type.Array(Id, { minItems: 1, maxItems: 500, uniqueItems: true }),
      /** Null: nobody knows. */
      mark: Nullable(MarkName),
      /** Who came instead; for one participant. */
      substitute: Type.Optional(Nullable(Substitute)),
    }),
    output: Type.Object({ marked: Type.Integer() }),
    summary: text('登记到会、迟到、缺席和代会', 'Mark present, late, absent, or who came instead'),
  }),
  countHeads: write({
    method: 'PUT',
    path: '/meetings/:meetingId/counted',
    permission,
    input: Type.Object({
      meetingId,
      /** Null takes the count back. */
      headcount: Nullable(Type.Integer({ minimum: 0, maximum: 100_000 })),
    }),
    output: Done,
    summary: text('清点到会人数', 'Count the heads in the room'),
  }),
  openDoor: write({
    path: '/meetings/:meetingId/door',
    permission,
    input: Type.Object({ meetingId }),
    output: Door,
    summary: text('生成签到码，旧码停用', 'Make a sign-in code; the one before stops'),
  }),
  closeDoor: write({
    method: 'DELETE',
    path: '/meetings/:meetingId/door',
    permission,
    input: Type.Object({ meetingId }),
    output: Done,
    summary: text('停用签到码', 'Revoke the sign-in code'),
  }),
  exportAttendance: download({
    path: '/meetings/:meetingId/attendance/export',
    permission,
    input: Type.Object({
      meetingId,
      format: Type.Optional(Type.Enum(['xlsx', 'csv', 'docx'])),
    }),
    summary: text('导出签到表', 'Export the attendance sheet'),
  }),
  readDoor: read({
    path: publicPath,
    permission: 'public',
    input: Type.Object({ code: Code }),
    output: Type.Object({
      bureauName: Type.String(),
      /** Null: a private meeting, which the screen does not name. */
      title: Nullable(Type.String()),
      room: Nullable(Type.String()),
      from: Moment,
      to: Moment,
      state: Type.Enum(['EARLY', 'OPEN', 'OVER']),
      opensAt: Moment,
      signed: Type.Integer(),
      listed: Type.Integer(),
    }),
    summary: text('签到页', 'The sign-in page'),
    rateLimit: 240,
  }),
  searchDoor: read({
    path: `${publicPath}/names`,
    permission: 'public',
    input: Type.Object({ code: Code, search: Type.String({ minLength: fewestLetters, maxLength: 30 }) }),
    output: Type.Object({
      items: Type.Array(
        Type.Object({ id: Id, name: Type.String(), unit: Type.String(), signed: Type.Boolean() }),
      ),
      /** There are more; type on. */
      more: Type.Boolean(),
    }),
    summary: text('签到时按姓名、拼音或首字母找人', 'Find one’s name by characters, pinyin or initials'),
    rateLimit: 240,
  }),
  signIn: write({
    path: publicPath,
    permission: 'public',
    input: Type.Object({ code: Code, participantId: Id, substitute: Type.Optional(Substitute) }),
    output: Type.Object({
      name: Type.String(),
      unit: Type.String(),
      mark: MarkName,
      at: Moment,
      /** It was signed before. */
      again: Type.Boolean(),
      signed: Type.Integer(),
    }),
    summary: text('签到', 'Sign in'),
    rateLimit: 120,
  }),
}
