import { text } from '#kernel/contract/text.ts'
import type { WebModule } from '#kernel/web/web-module.ts'
import { calendar } from '../module.ts'

export const web: WebModule = {
  module: calendar,
  pages: [
    {
      path: '/calendar',
      title: text('工作日历', 'Work calendar'),
      permission: 'signed-in',
      load: () => import('./calendar-page.tsx'),
    },
  ],
  live: {
    'calendar.day_exception': ['/calendar'],
    'calendar.work_calendar': ['/calendar'],
    'calendar.year': ['/calendar'],
  },
}
