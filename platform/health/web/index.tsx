import { text } from '#kernel/contract/text.ts'
import type { WebModule } from '#kernel/web/web-module.ts'
import { health } from '../module.ts'

export const web: WebModule = {
  module: health,
  pages: [
    {
      path: '/health',
      title: text('系统健康', 'Health'),
      permission: 'health.read',
      load: () => import('./health-page.tsx'),
    },
  ],
  home: [{ roles: ['admin'], order: 10, load: () => import('./health-card.tsx') }],
}
