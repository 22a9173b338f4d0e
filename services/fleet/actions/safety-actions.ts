import { Type } from 'typebox'
import { Day, Done, download, Id, Nullable, PageOf, paging, read, write } from '#kernel/contract/action.ts'
import { text } from '#kernel/contract/text.ts'
import { Format, Why } from '../account-schema.ts'
import { SafetyMeeting, SafetyMeetingDetail, SafetyRecord } from '../safety-schema.ts'

const meetingPath = '/fleet/safety-meetings/:meetingId' as const
const filters = {
  year: Type.Optional(Type.Integer({ minimum: 2000, maximum: 2199 })),
  sort: Type.Optional(Type.Enum(['held', '-held'])),
}

/** 车辆安全学习会议, and how long nobody was hurt. */
export const safetyActions = {
  listSafetyMeetings: read({
    path: '/fleet/safety-meetings',
    permission: 'fleet.read-safety',
    input: Type.Object({ ...paging, ...filters }),
    output: PageOf(SafetyMeeting),
    summary: text('车辆安全学习会议', 'Vehicle safety meetings'),
  }),
  exportSafetyMeetings: download({
    path: '/fleet/safety-meetings/export',
    permission: 'fleet.read-safety',
    input: Type.Object({ ...filters, format: Format }),
    summary: text('导出车辆安全学习会议', 'Export vehicle safety meetings'),
  }),
  readSafetyRecord: read({
    path: '/fleet/safety-record',
    permission: 'fleet.read-safety',
    input: Type.Object({}),
    output: SafetyRecord,
    summary: text('无伤人事故天数和今年安全记录', 'Days without injury, and the record of the year'),
  }),
  readSafetyMeeting: read({
    path: meetingPath,
    permission: 'fleet.read-safety',
    input: Type.Object({ meetingId: Id }),
    output: SafetyMeetingDetail,
    summary: text('一次安全学习会议', 'A safety meeting'),
  }),
  addSafetyMeeting: write({
    path: '/fleet/safety-meetings',
    permission: 'fleet.keep-safety',
    input: Type.Object({
      heldOn: Day,
      topic: Type.String({ minLength: 1, maxLength: 200 }),
      place: Type.Optional(Type.String({ maxLength: 200 })),
      note: Type.Optional(Type.String({ maxLength: 4000 })),
      minutesFileId: Type.Optional(Nullable(Id)),
      driverIds: Type.Array(Id, { maxItems: 500, uniqueItems: true }),
    }),
    output: Type.Object({ id: Id }),
    summary: text('登记安全学习会议', 'Note a safety meeting'),
  }),
  signSafetyMeeting: write({
    path: `${meetingPath}/signatures`,
    permission: 'fleet.sign-safety',
    input: Type.Object({ meetingId: Id, driverIds: Type.Optional(Type.Array(Id, { maxItems: 500 })) }),
    output: Done,
    summary: text('签到', 'Sign in'),
  }),
  voidSafetyMeeting: write({
    path: `${meetingPath}/voiding`,
    permission: 'fleet.keep-safety',
    input: Type.Object({ meetingId: Id, reason: Why }),
    output: Done,
    summary: text('作废误登的会议', 'Void a meeting noted by mistake'),
  }),
}
