import type { ProblemTexts } from '#kernel/contract/problem.ts'
import { defineStates } from '#kernel/contract/states.ts'
import { type Text, text } from '#kernel/contract/text.ts'

/** A major event (重大活动) from its plan to its close. */
export const majorEventStates = defineStates({
  table: 'meetings.major_event',
  initial: 'PLANNED',
  states: {
    PLANNED: { title: text('筹备中', 'Planned'), tone: 'new' },
    UNDER_WAY: { title: text('进行中', 'Under way'), tone: 'working' },
    CLOSED: { title: text('已结束', 'Closed'), tone: 'good' },
  },
  transitions: {
    start: {
      from: ['PLANNED'],
      to: 'UNDER_WAY',
      permission: 'meetings.manage-events',
      event: 'meetings.event_started',
      title: text('开始', 'Start'),
    },
    close: {
      from: ['PLANNED', 'UNDER_WAY'],
      to: 'CLOSED',
      permission: 'meetings.manage-events',
      event: 'meetings.event_closed',
      title: text('结束', 'Close'),
    },
  },
})

/** What other lines are asked for, and the event they hear of it by. */
export const needKinds = {
  MEALS: text('用餐', 'Meals'),
  PASSES: text('访客通行证', 'Visitor passes'),
  VEHICLES: text('用车', 'Vehicles'),
} as const satisfies Record<string, Text>
export type NeedKind = keyof typeof needKinds

export const needEvents = {
  MEALS: 'meetings.needs_meals',
  PASSES: 'meetings.needs_passes',
  VEHICLES: 'meetings.needs_vehicles',
} as const satisfies Record<NeedKind, string>

export const majorEvents = {
  'meetings.event_created': text('建立重大活动', 'Major event made'),
  'meetings.event_changed': text('修改重大活动', 'Major event changed'),
  'meetings.event_started': text('重大活动开始', 'Major event started'),
  'meetings.event_closed': text('重大活动结束', 'Major event closed'),
  'meetings.event_meetings_added': text('会议纳入重大活动', 'Meetings put into a major event'),
  'meetings.event_meeting_removed': text('会议移出重大活动', 'Meeting taken out of a major event'),
  'meetings.milestone_added': text('增加节点', 'Milestone added'),
  'meetings.milestone_changed': text('修改节点', 'Milestone changed'),
  'meetings.milestone_done': text('完成节点', 'Milestone done'),
  'meetings.milestone_reopened': text('节点重新打开', 'Milestone opened again'),
  'meetings.milestone_removed': text('删除节点', 'Milestone removed'),
  'meetings.guests_added': text('登记嘉宾', 'Guests added'),
  'meetings.guest_removed': text('移出嘉宾', 'Guest removed'),
  'meetings.needs_meals': text('提出用餐需求', 'Meals asked for'),
  'meetings.needs_passes': text('提出通行证需求', 'Visitor passes asked for'),
  'meetings.needs_vehicles': text('提出用车需求', 'Vehicles asked for'),
} as const

export const majorEventProblems: ProblemTexts = {
  'meetings.event_over': text('活动已结束，不能再改。', 'The event is closed and cannot be changed.'),
  'meetings.event_turned': text('结束日期不能早于开始日期。', 'An event cannot end before it begins.'),
  'meetings.in_other_event': text(
    '《{title}》已属于活动“{event}”，请先移出。',
    '“{title}” belongs to the event “{event}”; take it out there first.',
  ),
  'meetings.unknown_meeting': text('没有这场会议。', 'There is no such meeting.'),
  'meetings.milestones_open': text(
    '还有 {n} 个节点没有完成。确实要结束，请说明原因。',
    '{n} milestones are not done. To close all the same, say why.',
  ),
  'meetings.milestone_not_yours': text(
    '节点由{owner}负责，请由本人或调度完成。',
    '{owner} owns this milestone; they or the desk can finish it.',
  ),
  'meetings.milestone_is_done': text(
    '节点已完成，不能修改或删除。',
    'The milestone is done and stays as it is.',
  ),
  'meetings.owner_needed': text('请选择负责人。', 'Choose who owns it.'),
}
