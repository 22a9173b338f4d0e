import { text } from '#kernel/contract/text.ts'
import type { WebModule } from '#kernel/web/web-module.ts'
import { backup } from '../module.ts'

export const web: WebModule = {
  module: backup,
  pages: [
    {
      path: '/backup',
      title: text('备份', 'Backup'),
      permission: 'backup.manage',
      load: () => import('./backup-page.tsx'),
    },
  ],
  live: { 'backup.run': ['/backup'], 'backup.setting': ['/backup'] },
}
