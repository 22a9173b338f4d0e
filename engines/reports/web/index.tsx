import { text } from '#kernel/contract/text.ts'
import type { WebModule } from '#kernel/web/web-module.ts'
import { reports } from '../module.ts'

/** The cockpit and the pages of reports. */
export const web: WebModule = {
  module: reports,
  pages: [
    {
      path: '/cockpit',
      title: text('领导驾驶舱', 'Cockpit'),
      permission: 'reports.read',
      load: () => import('./cockpit-page.tsx'),
    },
    {
      path: '/reports',
      title: text('总结报告', 'Reports'),
      permission: 'reports.read',
      load: () => import('./reports-page.tsx'),
    },
    {
      path: '/reports/:reportId',
      title: text('报告', 'Report'),
      permission: 'reports.read',
      load: () => import('./report-page.tsx'),
    },
    {
      path: '/figures/:metricId/comparison',
      title: text('比较', 'Comparison'),
      permission: 'reports.read',
      load: () => import('./comparison-page.tsx'),
    },
  ],
  home: [
    { roles: ['director'], order: 20, load: () => import('./decide-card.tsx') },
    { roles: ['manager'], order: 50, load: () => import('./progress-card.tsx') },
  ],
  // A report is read again when others change it; its suggestions and findings only when asked for, as they take long.
  live: { 'reports.report': ['/reports'], 'reports.benchmark': ['/benchmarks', '/metrics'] },
}
