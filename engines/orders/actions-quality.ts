import { Type } from 'typebox'
import {
  Day,
  Done,
  download,
  Id,
  Nothing,
  Nullable,
  PageOf,
  paging,
  read,
  write,
} from '#kernel/contract/action.ts'
import { sensitive } from '#kernel/contract/sensitive.ts'
import { text } from '#kernel/contract/text.ts'
import {
  Complaint,
  FollowUp,
  Matter,
  MatterType,
  Setting,
  settingShape,
  WorkerDuty,
} from './quality-schema.ts'
import { LineName, oneOf, Phone, Reason } from './schema.ts'
import { complaintChannels, followUpOutcomes } from './words.ts'

const Words = Type.String({ minLength: 1, maxLength: 4000, pattern: '\\S' })
const complaintFilters = {
  state: Type.Optional(Type.Union([Type.Literal('OPEN'), Type.Literal('ANSWERED'), Type.Literal('CLOSED')])),
  overdue: Type.Optional(Type.Boolean()),
  line: Type.Optional(LineName),
  search: Type.Optional(Type.String({ maxLength: 60 })),
  from: Type.Optional(Day),
  to: Type.Optional(Day),
}

/** Follow-up calls, complaints, duty and settings. */
export const qualityActions = {
  listFollowUps: read({
    path: '/orders/follow-ups',
    permission: 'orders.follow-up',
    input: Type.Object({ ...paging, month: Type.Optional(Day), done: Type.Optional(Type.Boolean()) }),
    output: PageOf(FollowUp),
    summary: text('回访', 'Follow-up calls'),
  }),
  planFollowUps: write({
    path: '/orders/follow-ups',
    permission: 'orders.manage',
    input: Type.Object({
      month: Day,
      percent: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
    }),
    output: Type.Object({ completed: Type.Integer(), planned: Type.Integer(), added: Type.Integer() }),
    summary: text('抽样安排回访', 'Draw a sample to follow up'),
  }),
  readFollowUpPhone: read({
    path: '/orders/follow-ups/:followUpId/phone',
    permission: 'orders.follow-up',
    input: Type.Object({ followUpId: Id }),
    output: Type.Object({ id: Id, phone: sensitive('phone') }),
    summary: text('查看回访电话（记入审计）', 'Show the number to call (goes on record)'),
  }),
  recordFollowUp: write({
    path: '/orders/follow-ups/:followUpId/result',
    permission: 'orders.follow-up',
    input: Type.Object({
      followUpId: Id,
      outcome: oneOf(followUpOutcomes),
      result: Type.String({ maxLength: 2000 }),
    }),
    output: FollowUp,
    summary: text('记录回访结果', 'Record a follow-up'),
  }),
  listComplaints: read({
    path: '/orders/complaints',
    permission: 'orders.read',
    input: Type.Object({ ...paging, ...complaintFilters }),
    output: PageOf(Complaint),
    summary: text('投诉', 'Complaints'),
  }),
  exportComplaints: download({
    path: '/orders/complaints/export',
    permission: 'orders.read-all',
    input: Type.Object({
      ...complaintFilters,
      format: Type.Optional(Type.Union([Type.Literal('xlsx'), Type.Literal('csv')])),
    }),
    summary: text('导出投诉', 'Export complaints'),
  }),
  readComplaintPhone: read({
    path: '/orders/complaints/:complaintId/phone',
    permission: 'orders.read',
    input: Type.Object({ complaintId: Id }),
    output: Type.Object({ id: Id, personId: Nullable(Id), phone: sensitive('phone', 'personId') }),
    summary: text('查看投诉人电话（记入审计）', 'Show the complainant’s number (goes on record)'),
  }),
  readComplaintMatter: read({
    path: '/orders/complaints/matter',
    permission: 'orders.request',
    input: Type.Object({ type: MatterType, id: Id }),
    output: Matter,
    summary: text('投诉所指的事项', 'What a complaint would be about'),
  }),
  registerComplaint: write({
    path: '/orders/complaints',
    permission: 'orders.request',
    input: Type.Object({
      channel: oneOf(complaintChannels),
      orderId: Type.Optional(Id),
      /** A ride, a meeting: whatever of a service it is about. */
      matter: Type.Optional(Type.Object({ type: MatterType, id: Id })),
      line: Type.Optional(LineName),
      about: Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' }),
      words: Words,
      /** Of the caller or writer; absent: I complain myself. */
      complainantName: Type.Optional(Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' })),
      complainantPhone: Type.Optional(Phone),
      unitId: Type.Optional(Id),
      /** Who answers for it; absent: whoever registers it, or the desk's first on duty. */
      ownerId: Type.Optional(Id),
    }),
    output: Complaint,
    summary: text('登记投诉', 'Register a complaint'),
  }),
  answerComplaint: write({
    path: '/orders/complaints/:complaintId/answer',
    permission: 'orders.answer-complaints',
    input: Type.Object({ complaintId: Id, answer: Words, justified: Type.Boolean() }),
    output: Complaint,
    summary: text('答复投诉', 'Answer a complaint'),
  }),
  closeComplaint: write({
    path: '/orders/complaints/:complaintId/closure',
    permission: 'orders.answer-complaints',
    input: Type.Object({ complaintId: Id, reason: Reason }),
    output: Complaint,
    summary: text('投诉办结', 'Close a complaint'),
  }),
  listWorkers: read({
    path: '/orders/workers',
    permission: 'orders.dispatch',
    input: Type.Object({ ...paging, onDuty: Type.Optional(Type.Boolean()) }),
    output: PageOf(Type.Object({ id: Id, ...WorkerDuty.properties })),
    summary: text('在岗人员', 'Who is on duty'),
  }),
  readSetting: read({
    path: '/orders/settings',
    permission: 'orders.read-all',
    input: Nothing,
    output: Setting,
    summary: text('工单设置', 'How orders are run'),
  }),
  changeSetting: write({
    method: 'PUT',
    path: '/orders/settings',
    permission: 'orders.manage',
    input: Type.Object(settingShape),
    output: Done,
    summary: text('修改工单设置', 'Change how orders are run'),
  }),
}
