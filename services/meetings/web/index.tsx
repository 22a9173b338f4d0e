import { text } from '#kernel/contract/text.ts'
import type { WebModule } from '#kernel/web/web-module.ts'
import { meetings } from '../module.ts'
import { peoplePages } from './people-pages.ts'
import { keepsOfMeetings } from './worker/kept-reads.ts'

/** The pages of the meetings. */
export const web: WebModule = {
  module: meetings,
  pages: [
    ...peoplePages,
    {
      path: '/meetings',
      title: text('会议', 'Meetings'),
      permission: 'meetings.read',
      load: () => import('./meetings-page.tsx'),
    },
    {
      path: '/meetings/new',
      title: text('订会议室', 'Book a room'),
      permission: 'meetings.book',
      load: () => import('./new-meeting-page.tsx'),
    },
    {
      path: '/meetings/grid',
      title: text('会议室占用图', 'Rooms by time'),
      permission: 'meetings.read',
      load: () => import('./grid-page.tsx'),
    },
    {
      path: '/meetings/board',
      title: text('会务调度', 'Meeting desk'),
      permission: 'meetings.dispatch',
      load: () => import('./board-page.tsx'),
    },
    {
      path: '/meetings/tasks',
      title: text('会务任务', 'Meeting tasks'),
      permission: 'meetings.tasks',
      load: () => import('./worker/day-page.tsx'),
    },
    {
      path: '/meetings/tasks/outbox',
      title: text('待上传', 'To be sent'),
      permission: 'meetings.work',
      load: () => import('./worker/outbox-page.tsx'),
    },
    {
      path: '/meetings/tasks/:taskId',
      title: text('会务任务', 'Task'),
      permission: 'meetings.work',
      load: () => import('./worker/task-page.tsx'),
    },
    {
      path: '/meetings/rooms',
      title: text('会议室', 'Meeting rooms'),
      permission: 'meetings.read',
      load: () => import('./rooms-page.tsx'),
    },
    {
      path: '/meetings/rooms/:roomId',
      title: text('会议室', 'Meeting room'),
      permission: 'meetings.read',
      load: () => import('./room-page.tsx'),
    },
    {
      path: '/meetings/accessories',
      title: text('会议设备', 'Meeting equipment'),
      permission: 'meetings.read',
      load: () => import('./accessories/accessories-page.tsx'),
    },
    {
      path: '/meetings/accessories/:accessoryId',
      title: text('会议设备', 'Meeting equipment'),
      permission: 'meetings.read',
      load: () => import('./accessories/accessory-page.tsx'),
    },
    {
      path: '/meetings/usual-attendants',
      title: text('会务责任人', 'Usual attendants'),
      permission: 'meetings.set-attendants',
      load: () => import('./usual-attendants-page.tsx'),
    },
    {
      path: '/meetings/forecast',
      title: text('会议需求预测', 'Forecast of meetings'),
      permission: 'meetings.forecast',
      load: () => import('./forecast-page.tsx'),
    },
    {
      path: '/meetings/:meetingId',
      title: text('会议', 'Meeting'),
      permission: 'meetings.read',
      load: () => import('./meeting-page.tsx'),
    },
  ],
  home: [{ roles: ['staff', 'liaison'], order: 25, load: () => import('./next-meetings-card.tsx') }],
  kept: {
    permission: 'meetings.tasks',
    reads: keepsOfMeetings,
    load: () => import('./worker/keep-day.tsx'),
  },
  live: {
    'meetings.meeting': ['/meetings'],
    'meetings.task': ['/meetings'],
    'meetings.usual_attendant': ['/meetings/usual-attendants'],
    'meetings.room': ['/meetings/rooms'],
    'meetings.accessory': ['/meetings/accessories'],
    'bookings.booking': ['/meetings'],
    'meetings.major_event': ['/meetings/events'],
  },
}
