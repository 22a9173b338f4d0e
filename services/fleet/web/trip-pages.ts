import { text } from '#kernel/contract/text.ts'
import type { WebPage } from '#kernel/web/web-module.ts'

export const tripPages: readonly WebPage[] = [
  {
    path: '/fleet/my-trips',
    title: text('今天出车', 'Today’s trips'),
    permission: 'fleet.own-trips',
    load: () => import('./trips/driver/my-trips-page.tsx'),
  },
  {
    path: '/fleet/my-trips/outbox',
    title: text('待上传', 'To be sent'),
    permission: 'fleet.drive',
    load: () => import('./trips/driver/outbox-page.tsx'),
  },
  {
    path: '/fleet/my-trips/:tripId',
    title: text('出车', 'Trip'),
    permission: 'fleet.drive',
    load: () => import('./trips/driver/my-trip-page.tsx'),
  },
  {
    path: '/fleet/trips',
    title: text('出车记录', 'Trips'),
    permission: 'fleet.read-board',
    load: () => import('./trips/trips-page.tsx'),
  },
  {
    path: '/fleet/trips/:tripId',
    title: text('出车', 'Trip'),
    permission: 'fleet.read-requests',
    load: () => import('./trips/trip-page.tsx'),
  },
  {
    path: '/fleet/sealings',
    title: text('节假日封存', 'Holiday sealing'),
    permission: 'fleet.read-register',
    load: () => import('./trips/sealings-page.tsx'),
  },
  {
    path: '/fleet/sealings/:sealingId',
    title: text('封存', 'Sealing'),
    permission: 'fleet.read-register',
    load: () => import('./trips/sealing-page.tsx'),
  },
  {
    path: '/fleet/parking',
    title: text('停放检查', 'Parking checks'),
    permission: 'fleet.read-register',
    load: () => import('./trips/parking-page.tsx'),
  },
]
