import { text } from '#kernel/contract/text.ts'
import type { WebModule } from '#kernel/web/web-module.ts'
import { metrics } from '../module.ts'

/** The pages of figures. The cockpit itself stands with the reports, which know what waits for a decision. */
export const web: WebModule = {
  module: metrics,
  pages: [
    {
      path: '/figures',
      title: text('全部指标', 'All figures'),
      permission: 'metrics.read',
      load: () => import('./figures-page.tsx'),
    },
    {
      path: '/figures/:metricId',
      title: text('指标', 'Figure'),
      permission: 'metrics.read',
      load: () => import('./figure-page.tsx'),
    },
    {
      path: '/targets',
      title: text('目标值', 'Targets'),
      permission: 'metrics.read-all',
      load: () => import('./targets-page.tsx'),
    },
  ],
  home: [
    { roles: ['director'], order: 10, load: () => import('./cockpit-card.tsx') },
    { roles: ['manager'], order: 40, load: () => import('./cockpit-card.tsx') },
  ],
  live: { 'metrics.target': ['/metrics', '/metric-targets'] },
}
