import { text } from '#kernel/contract/text.ts'
import type { WebPage } from '#kernel/web/web-module.ts'

/** Asking for a vehicle and what becomes of it. */
export const requestPages: readonly WebPage[] = [
  {
    path: '/fleet/requests',
    title: text('用车申请', 'Requests for vehicles'),
    permission: 'fleet.read-requests',
    load: () => import('./requests/requests-page.tsx'),
  },
  {
    path: '/fleet/requests/new',
    title: text('申请用车', 'Ask for a vehicle'),
    permission: 'fleet.request',
    load: () => import('./requests/new-request-page.tsx'),
  },
  {
    path: '/fleet/requests/:requestId',
    title: text('用车申请', 'Request for a vehicle'),
    permission: 'fleet.read-requests',
    load: () => import('./requests/request-page.tsx'),
  },
  {
    path: '/fleet/requests/:requestId/completion',
    title: text('补充用车申请', 'Complete a request'),
    permission: 'fleet.request',
    load: () => import('./requests/complete-request-page.tsx'),
  },
  {
    path: '/fleet/shuttle-lines',
    title: text('班车线路', 'Shuttle lines'),
    permission: 'fleet.read-requests',
    load: () => import('./requests/shuttle-lines-page.tsx'),
  },
]
