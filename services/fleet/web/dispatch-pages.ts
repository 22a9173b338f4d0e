import { text } from '#kernel/contract/text.ts'
import type { WebPage } from '#kernel/web/web-module.ts'

export const dispatchPages: readonly WebPage[] = [
  {
    path: '/fleet/dispatch',
    title: text('派车台', 'Dispatch board'),
    permission: 'fleet.read-board',
    load: () => import('./dispatch/board-page.tsx'),
  },
  {
    path: '/fleet/dispatch/:tripId',
    title: text('派车单', 'Trip'),
    permission: 'fleet.read-board',
    load: () => import('./dispatch/trip-page.tsx'),
  },
  {
    path: '/fleet/plans',
    title: text('排车方案', 'Plan of the day'),
    permission: 'fleet.read-board',
    load: () => import('./dispatch/plan-page.tsx'),
  },
  {
    path: '/fleet/zones',
    title: text('地点和里程', 'Places and distances'),
    permission: 'fleet.read-board',
    load: () => import('./dispatch/zones-page.tsx'),
  },
]
