import { defineModule } from '#kernel/contract/module.ts'
import { text } from '#kernel/contract/text.ts'
import { accessoryActions } from './actions/accessory-actions.ts'
import { attendanceActions } from './actions/attendance-actions.ts'
import { displayActions } from './actions/display-actions.ts'
import { forecastActions } from './actions/forecast-actions.ts'
import { invitationActions } from './actions/invitation-actions.ts'
import { majorEventActions } from './actions/major-event-actions.ts'
import { meetingActions } from './actions/meeting-actions.ts'
import { roomActions } from './actions/room-actions.ts'
import { seatActions } from './actions/seat-actions.ts'
import { taskActions } from './actions/task-actions.ts'
import { usualActions } from './actions/usual-actions.ts'
import { meetingsEvents } from './event-words.ts'
import { majorEventStates } from './major-event-words.ts'
import { meetingsMenu } from './menu.ts'
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
    ...accessoryActions,
    ...taskActions,
    ...usualActions,
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
  menu: meetingsMenu,
  metrics: meetingsMetrics,
  jobs: {
    'miss-tasks': {
      title: text('把过时未做的会务任务记为漏做', 'Mark tasks that nobody did in time as missed'),
      cron: '*/5 * * * *',
    },
    'close-rooms': {
      title: text('停用到日子的会议室', 'Close rooms whose day has come'),
      cron: '3 * * * *',
    },
  },
  // Rooms first: a sheet of meetings names them.
  imports: {
    'meeting-rooms': { title: text('会议室', 'Meeting rooms'), permission: 'meetings.import' },
    'meeting-accessories': { title: text('会议设备', 'Meeting equipment'), permission: 'meetings.import' },
    meetings: { title: text('会议', 'Meetings'), permission: 'meetings.import' },
  },
  notifications: meetingsNotices,
  problems: meetingsProblems,
})
