import { text } from '#kernel/contract/text.ts'
import type { WebModule } from '#kernel/web/web-module.ts'
import { feeds } from '../module.ts'

const title = text('日历订阅', 'Calendar feed')

export const web: WebModule = {
  module: feeds,
  own: [
    {
      path: '/me/calendar',
      icon: 'calendar',
      title,
      note: text('在手机日历里看待办和承诺时间', 'My tasks and promised times in the phone’s calendar'),
    },
  ],
  pages: [
    { path: '/me/calendar', title, permission: 'signed-in', load: () => import('./calendar-feed-page.tsx') },
  ],
}
