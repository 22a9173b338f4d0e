import { text } from '#kernel/contract/text.ts'
import type { WebPage } from '#kernel/web/web-module.ts'
import { attendPath } from '../attendance-words.ts'
import { linkPaths } from '../display-words.ts'

/** Pages about the people of a meeting, the screens at doors, and major events. */
export const peoplePages: readonly WebPage[] = [
  {
    path: '/meetings/events',
    title: text('重大活动', 'Major events'),
    permission: 'meetings.read-events',
    load: () => import('./major-events/events-page.tsx'),
  },
  {
    path: '/meetings/events/:eventId',
    title: text('重大活动', 'Major event'),
    permission: 'meetings.read-events',
    load: () => import('./major-events/event-page.tsx'),
  },
  {
    path: '/meetings/:meetingId/people',
    title: text('参会名单和签到', 'Participants and sign-in'),
    permission: 'meetings.attendance',
    load: () => import('./people/attendance-page.tsx'),
  },
  {
    path: '/meetings/:meetingId/seats',
    title: text('座次', 'Seat plan'),
    permission: 'meetings.attendance',
    load: () => import('./people/seats-page.tsx'),
  },
  {
    path: `/${attendPath.slice(1)}:code`,
    title: text('会议签到', 'Sign in'),
    permission: 'public',
    frame: 'bare',
    load: () => import('./people/attend-page.tsx'),
  },
  {
    path: `/${linkPaths.DISPLAY.slice(1)}:code`,
    title: text('会议室门口屏', 'Door screen'),
    permission: 'public',
    frame: 'bare',
    load: () => import('./displays/display-page.tsx'),
  },
]
