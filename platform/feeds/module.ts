import { Type } from 'typebox'
import { Done, download, Moment, Nothing, Nullable, read, write } from '#kernel/contract/action.ts'
import { defineModule } from '#kernel/contract/module.ts'
import { text } from '#kernel/contract/text.ts'

/** The address as a path of this site; whoever has it reads what its owner may see. */
const MyFeed = Type.Object({ path: Type.String(), createdAt: Moment })

const path = '/me/calendar-feed'

/** Calendars of people's own: what they are to do, and what they were promised, as iCalendar. */
export const feeds = defineModule({
  name: 'feeds',
  title: text('日历订阅', 'Calendar feeds'),
  dependsOn: [],
  permissions: {},
  actions: {
    readMyFeed: read({
      path,
      permission: 'signed-in',
      input: Nothing,
      output: Type.Object({ feed: Nullable(MyFeed) }),
      summary: text('我的日历订阅', 'My calendar feed'),
    }),
    renewMyFeed: write({
      path,
      permission: 'signed-in',
      input: Nothing,
      output: Type.Object({ feed: Nullable(MyFeed) }),
      summary: text('新建或更换我的日历订阅地址', 'Make or renew my calendar feed'),
    }),
    revokeMyFeed: write({
      method: 'DELETE',
      path,
      permission: 'signed-in',
      input: Nothing,
      output: Done,
      summary: text('停用我的日历订阅', 'Revoke my calendar feed'),
    }),
    openFeed: download({
      path: '/feeds/:code',
      permission: 'public',
      input: Type.Object({ code: Type.String({ minLength: 1, maxLength: 200 }) }),
      summary: text('日历（iCalendar）', 'Calendar (iCalendar)'),
      rateLimit: 120,
    }),
  },
  events: {
    'feeds.renewed': text('更换日历订阅地址', 'Calendar feed renewed'),
    'feeds.revoked': text('停用日历订阅', 'Calendar feed revoked'),
  },
})
