import { defineModule } from '#kernel/contract/module.ts'
import { text } from '#kernel/contract/text.ts'
import { bookActions } from './actions-book.ts'
import { manageActions } from './actions-manage.ts'
import { readActions } from './actions-read.ts'
import { bookingEvents } from './event-words.ts'
import { bookingNotices } from './notices.ts'
import { bookingPermissions } from './permissions.ts'
import { bookingProblems } from './problems.ts'
import { bookingStates } from './states.ts'

/** Who holds what, when: rooms, vehicles, drivers, seats, beds, equipment. Never twice. */
export const bookings = defineModule({
  name: 'bookings',
  title: text('预订', 'Bookings'),
  dependsOn: ['notifications', 'feeds', 'directory', 'calendar'],
  permissions: bookingPermissions,
  actions: { ...readActions, ...bookActions, ...manageActions },
  states: { booking: bookingStates },
  events: bookingEvents,
  menu: [
    {
      title: text('我的预订', 'My bookings'),
      path: '/bookings/mine',
      icon: 'calendar',
      permission: 'bookings.book',
      group: 'work',
      order: 12,
    },
    {
      title: text('预订和候补', 'Bookings'),
      path: '/bookings',
      icon: 'calendar',
      permission: 'bookings.read-all',
      group: 'manage',
      order: 22,
    },
  ],
  jobs: {
    'release-absent': {
      title: text(
        '释放无人签到的预订，结束到时的预订',
        'Release what nobody checked in to, end what is over',
      ),
      cron: '* * * * *',
    },
  },
  notifications: bookingNotices,
  problems: bookingProblems,
})
