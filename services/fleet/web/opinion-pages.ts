import { text } from '#kernel/contract/text.ts'
import type { WebPage } from '#kernel/web/web-module.ts'

/** What riders say of official vehicles, and what becomes of it. */
export const opinionPages: readonly WebPage[] = [
  {
    path: '/fleet/opinions',
    title: text('公车意见', 'Opinions on vehicles'),
    permission: 'fleet.read-opinions',
    load: () => import('./opinions/opinions-page.tsx'),
  },
  {
    path: '/fleet/opinions/:opinionId',
    title: text('公车意见', 'Opinion on vehicles'),
    permission: 'fleet.read-opinions',
    load: () => import('./opinions/opinion-page.tsx'),
  },
]
