import { text } from '#kernel/contract/text.ts'
import type { WebModule } from '#kernel/web/web-module.ts'
import { bookings } from '../module.ts'

/** The pages of bookings; a service shows its own grid by `booking-grid.tsx`. */
export const web: WebModule = {
  module: bookings,
  pages: [
    {
      path: '/bookings/mine',
      title: text('我的预订', 'My bookings'),
      permission: 'bookings.book',
      load: () => import('./my-bookings-page.tsx'),
    },
    {
      path: '/bookings',
      title: text('预订和候补', 'Bookings'),
      permission: 'bookings.read-all',
      load: () => import('./bookings-page.tsx'),
    },
    {
      path: '/bookings/new',
      title: text('预订', 'Book'),
      permission: 'bookings.book',
      load: () => import('./new-booking-page.tsx'),
    },
    {
      path: '/bookings/resources',
      title: text('可预订的资源', 'What can be booked'),
      permission: 'bookings.read',
      load: () => import('./resources-page.tsx'),
    },
    {
      path: '/bookings/resources/:resourceId',
      title: text('预订规则', 'Booking rules'),
      permission: 'bookings.read',
      load: () => import('./resource-page.tsx'),
    },
    {
      path: '/bookings/:bookingId',
      title: text('预订', 'Booking'),
      permission: 'bookings.read',
      load: () => import('./booking-page.tsx'),
    },
  ],
  live: { 'bookings.booking': ['/bookings', '/meetings'], 'bookings.resource': ['/bookings'] },
}
