import { Type } from 'typebox'
import { Day, Done, download, Id, Line, PageOf, paging, read, write } from '#kernel/contract/action.ts'
import { text } from '#kernel/contract/text.ts'
import {
  EventDetail,
  EventRow,
  eventFilters,
  eventInput,
  GuestInput,
  Need,
  NeedKindName,
  Quantity,
} from '../major-event-schema.ts'
import { Format } from '../schema.ts'

const path = '/meetings/events/:eventId' as const
const ofEvent = { eventId: Id }
const see = 'meetings.read-events'
const manage = 'meetings.manage-events'
const Made = Type.Object({ id: Id })
const Note = Type.Optional(Type.String({ maxLength: 500 }))

/** Major events: meetings, milestones and guests under one head. */
export const majorEventActions = {
  listEvents: read({
    path: '/meetings/events',
    permission: see,
    input: Type.Object({ ...paging, ...eventFilters }),
    output: PageOf(EventRow),
    summary: text('重大活动', 'Major events'),
  }),
  exportEvents: download({
    path: '/meetings/events/export',
    permission: see,
    input: Type.Object({ ...eventFilters, format: Format }),
    summary: text('导出重大活动', 'Export major events'),
  }),
  readEvent: read({
    path,
    permission: see,
    input: Type.Object(ofEvent),
    output: EventDetail,
    summary: text('一项重大活动的全部情况', 'A major event with all its parts'),
  }),
  exportEvent: download({
    path: `${path}/export`,
    permission: see,
    input: Type.Object({ ...ofEvent, format: Format }),
    summary: text('导出一项重大活动', 'Export one major event'),
  }),
  createEvent: write({
    path: '/meetings/events',
    permission: manage,
    input: Type.Object(eventInput),
    output: Made,
    summary: text('建立重大活动', 'Make a major event'),
  }),
  changeEvent: write({
    method: 'PATCH',
    path,
    permission: manage,
    input: Type.Object({
      ...ofEvent,
      title: Type.Optional(Line),
      fromDay: Type.Optional(Day),
      toDay: Type.Optional(Day),
      ownerPersonId: Type.Optional(Id),
      note: eventInput.note,
    }),
    output: Done,
    summary: text('修改重大活动', 'Change a major event'),
  }),
  startEvent: write({
    path: `${path}/start`,
    permission: manage,
    input: Type.Object(ofEvent),
    output: Done,
    summary: text('重大活动开始', 'Start a major event'),
  }),
  closeEvent: write({
    path: `${path}/closure`,
    permission: manage,
    input: Type.Object({
      ...ofEvent,
      /** Needed while milestones are open. */
      reason: Type.Optional(Type.String({ minLength: 1, maxLength: 1000 })),
    }),
    output: Done,
    summary: text('重大活动结束', 'Close a major event'),
  }),
  addEventMeetings: write({
    path: `${path}/meetings`,
    permission: manage,
    input: Type.Object({
      ...ofEvent,
      meetingIds: Type.Array(Id, { minItems: 1, maxItems: 200, uniqueItems: true }),
    }),
    output: Type.Object({ added: Type.Integer() }),
    summary: text('会议纳入重大活动', 'Put meetings into a major event'),
  }),
  removeEventMeeting: write({
    method: 'DELETE',
    path: `${path}/meetings/:meetingId`,
    permission: manage,
    input: Type.Object({ ...ofEvent, meetingId: Id }),
    output: Done,
    summary: text('会议移出重大活动', 'Take a meeting out of a major event'),
  }),
  addMilestone: write({
    path: `${path}/milestones`,
    permission: manage,
    input: Type.Object({ ...ofEvent, title: Line, dueOn: Day, ownerPersonId: Type.Optional(Id) }),
    output: Made,
    summary: text('增加节点', 'Add a milestone'),
  }),
  changeMilestone: write({
    method: 'PATCH',
    path: `${path}/milestones/:milestoneId`,
    permission: manage,
    input: Type.Object({
      ...ofEvent,
      milestoneId: Id,
      title: Type.Optional(Line),
      dueOn: Type.Optional(Day),
      ownerPersonId: Type.Optional(Id),
    }),
    output: Done,
    summary: text('修改节点', 'Change a milestone'),
  }),
  settleMilestone: write({
    method: 'PUT',
    path: `${path}/milestones/:milestoneId/done`,
    permission: 'meetings.work',
    input: Type.Object({ ...ofEvent, milestoneId: Id, done: Type.Boolean() }),
    output: Done,
    summary: text('完成节点，或重新打开', 'Finish a milestone, or open it again'),
  }),
  removeMilestone: write({
    method: 'DELETE',
    path: `${path}/milestones/:milestoneId`,
    permission: manage,
    input: Type.Object({ ...ofEvent, milestoneId: Id }),
    output: Done,
    summary: text('删除节点', 'Remove a milestone'),
  }),
  addGuests: write({
    path: `${path}/guests`,
    permission: manage,
    input: Type.Object({
      ...ofEvent,
      items: Type.Optional(Type.Array(GuestInput, { minItems: 1, maxItems: 500 })),
      /** One a line: name, unit. */
      list: Type.Optional(Type.String({ minLength: 1, maxLength: 200_000 })),
    }),
    output: Type.Object({
      added: Type.Integer(),
      repeated: Type.Integer(),
      unread: Type.Array(Type.Object({ line: Type.Integer(), words: Type.String() })),
    }),
    summary: text('登记嘉宾', 'Add guests'),
  }),
  removeGuest: write({
    method: 'DELETE',
    path: `${path}/guests/:guestId`,
    permission: manage,
    input: Type.Object({ ...ofEvent, guestId: Id }),
    output: Done,
    summary: text('移出嘉宾', 'Take a guest off the list'),
  }),
  askForEvent: write({
    path: `${path}/needs`,
    permission: manage,
    input: Type.Object({ ...ofEvent, kind: NeedKindName, onDay: Day, quantity: Quantity, note: Note }),
    output: Made,
    summary: text('为重大活动提出用餐、通行证或用车需求', 'Ask for meals, passes or vehicles for an event'),
  }),
  listNeeds: read({
    path: '/meetings/:meetingId/needs',
    permission: 'meetings.read',
    input: Type.Object({ meetingId: Id }),
    output: Type.Object({ items: Type.Array(Need), can: Type.Object({ ask: Type.Boolean() }) }),
    summary: text('会议的用餐、通行证和用车需求', 'Meals, passes and vehicles a meeting asks for'),
  }),
  askForMeeting: write({
    path: '/meetings/:meetingId/needs',
    permission: 'meetings.book',
    input: Type.Object({ meetingId: Id, kind: NeedKindName, quantity: Quantity, note: Note }),
    output: Made,
    summary: text('为会议提出用餐、通行证或用车需求', 'Ask for meals, passes or vehicles for a meeting'),
  }),
}
