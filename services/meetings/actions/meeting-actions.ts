import { Type } from 'typebox'
import { DateChoice, OffDays } from '#engines/bookings/schema.ts'
import {
  Done,
  download,
  Id,
  Line,
  Moment,
  Nullable,
  PageOf,
  paging,
  read,
  write,
} from '#kernel/contract/action.ts'
import { text } from '#kernel/contract/text.ts'
import {
  ClassName,
  Format,
  Headcount,
  LayoutName,
  MeetingDetail,
  MeetingRow,
  meetingFilters,
  Note,
  RoomUseName,
  Services,
  StateName,
  Words,
} from '../schema.ts'

const meetingPath = '/meetings/:meetingId' as const
const meetingId = Id
const Made = Type.Object({ id: Id })
const Series = Type.Object({
  /** RFC 5545 without DTSTART: `FREQ=WEEKLY;BYDAY=MO;COUNT=10`. */
  rule: Type.String({ minLength: 6, maxLength: 500 }),
  offDays: OffDays,
  choices: Type.Optional(Type.Array(DateChoice, { maxItems: 400 })),
})

/** Booking a meeting, reading it, and saying how it was. Time, place and cancelling are the bookings engine's. */
export const meetingActions = {
  bookMeeting: write({
    path: '/meetings',
    permission: 'meetings.book',
    input: Type.Object({
      title: Line,
      roomId: Id,
      from: Moment,
      to: Moment,
      headcount: Headcount,
      /** Held with the main room, all or none: 分会场, 休息室. */
      furtherRooms: Type.Optional(Type.Array(Type.Object({ roomId: Id, use: RoomUseName }), { maxItems: 5 })),
      private: Type.Optional(Type.Boolean()),
      /** A leadership meeting is booked by the desk or a manager. */
      class: Type.Optional(ClassName),
      /** Absent: what the meeting standard has done for such a meeting; none at all: []. */
      services: Type.Optional(Services),
      layout: Type.Optional(Nullable(LayoutName)),
      accessories: Type.Optional(
        Type.Array(
          Type.Object({ accessoryId: Id, quantity: Type.Integer({ minimum: 1, maximum: 10_000 }) }),
          { maxItems: 20 },
        ),
      ),
      note: Type.Optional(Note),
      /** When the room is taken: into the waiting list instead of a refusal. */
      wait: Type.Optional(Type.Boolean()),
      series: Type.Optional(Series),
      /** For another unit or person; needs `bookings.manage`. */
      unitId: Type.Optional(Id),
      organiserPersonId: Type.Optional(Id),
    }),
    output: Type.Object({
      id: Id,
      number: Type.String(),
      state: StateName,
      seriesId: Nullable(Id),
      /** Dates booked; 1 without a series. */
      booked: Type.Integer(),
    }),
    summary: text('预订会议', 'Book a meeting'),
  }),
  readDefaults: read({
    path: '/meetings/defaults',
    permission: 'meetings.book',
    input: Type.Object({}),
    output: Type.Object({
      last: Nullable(
        Type.Object({
          title: Type.String(),
          roomId: Nullable(Id),
          minutes: Type.Integer(),
          headcount: Nullable(Type.Integer()),
          services: Services,
          layout: Nullable(LayoutName),
        }),
      ),
      mayLead: Type.Boolean(),
    }),
    summary: text('上次预订的内容', 'What one booked last'),
  }),
  listMeetings: read({
    path: '/meetings',
    permission: 'meetings.read',
    input: Type.Object({ ...paging, ...meetingFilters }),
    output: PageOf(MeetingRow),
    summary: text('会议', 'Meetings'),
  }),
  exportMeetings: download({
    path: '/meetings/export',
    permission: 'meetings.read',
    input: Type.Object({ ...meetingFilters, format: Format }),
    summary: text('导出会议，可再导入', 'Export meetings, importable again'),
  }),
  readMeeting: read({
    path: meetingPath,
    permission: 'meetings.read',
    input: Type.Object({ meetingId }),
    output: MeetingDetail,
    summary: text('一个会议', 'One meeting'),
  }),
  changeMeeting: write({
    method: 'PATCH',
    path: meetingPath,
    permission: 'meetings.book',
    input: Type.Object({
      meetingId,
      services: Type.Optional(Services),
      layout: Type.Optional(Nullable(LayoutName)),
      note: Type.Optional(Note),
    }),
    output: Done,
    summary: text('修改会务需求', 'Change what a meeting needs'),
  }),
  rateMeeting: write({
    path: `${meetingPath}/rating`,
    permission: 'meetings.rate',
    input: Type.Object({
      meetingId,
      overall: Type.Integer({ minimum: 1, maximum: 5 }),
      comment: Type.Optional(Note),
    }),
    output: Done,
    summary: text('评价会议服务', 'Rate the support of a meeting'),
  }),
  recordOmission: write({
    path: `${meetingPath}/omissions`,
    permission: 'meetings.remedy',
    input: Type.Object({
      meetingId,
      taskId: Type.Optional(Nullable(Id)),
      lineId: Type.Optional(Nullable(Id)),
      what: Words,
    }),
    output: Made,
    summary: text('登记漏项', 'Record something left out'),
  }),
  remedyOmission: write({
    path: `${meetingPath}/omissions/:omissionId/remedy`,
    permission: 'meetings.work',
    input: Type.Object({ meetingId, omissionId: Id, remedy: Words, photoId: Type.Optional(Nullable(Id)) }),
    output: Done,
    summary: text('漏项补台', 'Make good what was left out'),
  }),
  reflect: write({
    path: `${meetingPath}/reflections`,
    permission: 'meetings.work',
    input: Type.Object({
      meetingId,
      note: Words,
      /** The clause that should change, and how. */
      clauseId: Type.Optional(Nullable(Id)),
      proposal: Type.Optional(Note),
    }),
    output: Made,
    summary: text('会后总结，改进标准', 'Look back and improve the standard'),
  }),
}
