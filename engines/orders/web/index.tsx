import { text } from '#kernel/contract/text.ts'
import type { WebModule } from '#kernel/web/web-module.ts'
import { orders } from '../module.ts'
import { centreCards, centrePages } from './centre-pages.ts'

const requesters = ['staff', 'liaison'] as const

/** The pages of service orders. */
export const web: WebModule = {
  module: orders,
  pages: [
    ...centrePages,
    {
      path: '/orders/mine',
      title: text('我的工单', 'My requests'),
      permission: 'orders.request',
      load: () => import('./my-orders-page.tsx'),
    },
    {
      path: '/opinions',
      title: text('投诉和建议', 'Complaints and suggestions'),
      permission: 'orders.request',
      load: () => import('./opinions-page.tsx'),
    },
    {
      path: '/orders/:orderId',
      title: text('工单', 'Order'),
      permission: 'orders.read',
      load: () => import('./order-page.tsx'),
    },
  ],
  home: [
    { roles: requesters, order: 10, load: () => import('./matters-card.tsx') },
    { roles: ['liaison'], order: 40, load: () => import('./opinions-card.tsx') },
    ...centreCards,
  ],
  live: { 'orders.service_order': ['/orders', '/repairs'], 'orders.complaint': ['/orders/complaints'] },
}
