import { showLine } from '#engines/orders/web/line-views.ts'
import { text } from '#kernel/contract/text.ts'
import type { WebModule } from '#kernel/web/web-module.ts'
import { repairs } from '../module.ts'
import { publicPaths } from '../words.ts'
import { centreCards, centrePages } from './centre-pages.ts'
import { keepsOfShift } from './worker/kept-reads.ts'

showLine('repairs', () => import('./repair-view.tsx'))

/** The pages of the repairs. */
export const web: WebModule = {
  module: repairs,
  pages: [
    ...centrePages,
    {
      path: '/repairs/new',
      title: text('报修', 'Report a repair'),
      permission: 'repairs.report',
      load: () => import('./new-repair-page.tsx'),
    },
    {
      path: '/repairs/codes',
      title: text('报修二维码', 'Repair codes'),
      permission: 'repairs.place-codes',
      load: () => import('./codes-page.tsx'),
    },
    {
      path: '/repairs/codes/print',
      title: text('打印二维码', 'Print codes'),
      permission: 'repairs.place-codes',
      frame: 'bare',
      load: () => import('./print-codes-page.tsx'),
    },
    {
      // The rows behind a figure name the repair; its page is the order's, which everybody shares.
      path: '/repairs/:orderId',
      title: text('报修单', 'Repair'),
      permission: 'orders.read',
      load: () => import('#engines/orders/web/order-page.tsx'),
    },
    {
      path: `${publicPaths.report}:code`,
      title: text('扫码报修', 'Report by a code'),
      permission: 'public',
      load: () => import('./scan-page.tsx'),
    },
    {
      path: `${publicPaths.follow}:code`,
      title: text('报修进度', 'Progress of a report'),
      permission: 'public',
      load: () => import('./follow-page.tsx'),
    },
  ],
  home: [
    { roles: ['staff', 'liaison'], order: 20, load: () => import('./services-card.tsx') },
    { roles: ['liaison'], order: 30, load: () => import('./unit-use-card.tsx') },
    ...centreCards,
  ],
  kept: {
    permission: 'repairs.tasks',
    reads: keepsOfShift,
    load: () => import('./worker/keep-shift.tsx'),
  },
  screens: { '/board': ['dispatcher'] },
  live: { 'repairs.place_code': ['/repairs/place-codes'] },
}
