import { defineModule } from '#kernel/contract/module.ts'
import { text } from '#kernel/contract/text.ts'
import { attendanceActions } from './actions/attendance-actions.ts'
import { displayActions } from './actions/display-actions.ts'
import { forecastActions } from './actions/forecast-actions.ts'
import { invitationActions } from './actions/invitation-actions.ts'
import { majorEventActions } from './actions/major-event-actions.ts'
import { meetingActions } from './actions/meeting-actions.ts'
import { roomActions } from './actions/room-actions.ts'
import { seatActions } from './actions/seat-actions.ts'
import { taskActions } from './actions/task-actions.ts'
import { meetingsEvents } from './event-words.ts'
import { majorEventStates } from './major-event-words.ts'
import { meetingsMetrics } from './metrics.ts'
import { meetingsNotices } from './notices.ts'
import { meetingsPermissions } from './permissions.ts'
import { meetingsProblems } from './problems.ts'
import { taskStates } from './states.ts'

/** Meeting service (会务): a room booked, and everything around it done by clause and on time. */
export const meetings = defineModule({
  name: 'meetings',
  title: text('会务', 'Meetings'),
  dependsOn: [
    'notifications',
    'privacy',
    'feeds',
    'directory',
    'calendar',
    'standards',
    'metrics',
    'reports',
    'bookings',
  ],
  permissions: meetingsPermissions,
  actions: {
    ...roomActions,
    ...taskActions,
    ...forecastActions,
    ...meetingActions,
    ...attendanceActions,
    ...seatActions,
    ...displayActions,
    ...invitationActions,
    ...majorEventActions,
  },
  states: { task: taskStates, majorEvent: majorEventStates },
  events: meetingsEvents,
  menu: [
    {
      title: text('订会议室', 'Book a room'),
      path: '/meetings/new',
      icon: 'meetings',
      permission: 'meetings.book',
      group: 'work',
      order: 22,
    },
    {
      title: text('会务任务', 'Meeting tasks'),
      path: '/meetings/tasks',
      icon: 'tasks',
      permission: 'meetings.tasks',
      group: 'work',
      order: 6,
    },
    {
      title: text('会务调度', 'Meeting desk'),
      path: '/meetings/board',
      icon: 'board',
      permission: 'meetings.dispatch',
      group: 'work',
      order: 7,
    },
    {
      title: text('会议室占用图', 'Rooms by time'),
      path: '/meetings/grid',
      icon: 'calendar',
      permission: 'meetings.read',
      group: 'work',
      order: 22,
    },
    {
      title: text('会议', 'Meetings'),
      path: '/meetings',
      icon: 'meetings',
      permission: 'meetings.read',
      group: 'work',
      order: 23,
    },
    {
      title: text('会议室', 'Meeting rooms'),
      path: '/meetings/rooms',
      icon: 'place',
      permission: 'meetings.read',
      group: 'manage',
      order: 36,
    },
    {
      title: text('重大活动', 'Major events'),
      path: '/meetings/events',
      icon: 'calendar',
      permission: 'meetings.read-events',
      group: 'work',
      order: 24,
    },
    {
      title: text('会议需求预测', 'Forecast of meetings'),
      path: '/meetings/forecast',
      icon: 'figures',
      permission: 'meetings.forecast',
      group: 'figures',
      order: 30,
    },
  ],
  metrics: meetingsMetrics,
  jobs: {
    'miss-tasks': {
      title: text('把过时未做的会务任务记为漏做', 'Mark tasks that nobody did in time as missed'),
      cron: '*/5 * * * *',
    },
  },
  // Rooms first: a sheet of meetings names them.
  imports: {
    'meeting-rooms': { title: text('会议室', 'Meeting rooms'), permission: 'meetings.import' },
    meetings: { title: text('会议', 'Meetings'), permission: 'meetings.import' },
  },
  notifications: meetingsNotices,
  problems: meetingsProblems,
})
