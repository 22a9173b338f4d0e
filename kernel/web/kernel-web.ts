import { text } from '#kernel/contract/text.ts'
import { kernel } from '#kernel/module.ts'
import type { WebModule } from './web-module.ts'

/** The pages that the platform brings itself. */
export const kernelWeb: WebModule = {
  module: kernel,
  live: {
    'kernel.member': ['/accounts'],
    'kernel.token': ['/me/tokens'],
    'kernel.saved_view': ['/views'],
    'kernel.import_run': ['/imports/runs'],
  },
  pages: [
    {
      path: '/set-up',
      title: text('建立机构', 'Set up'),
      permission: 'public',
      load: () => import('./set-up-page.tsx'),
    },
    {
      path: '/more',
      title: text('更多', 'More'),
      permission: 'signed-in',
      load: () => import('./more-page.tsx'),
    },
    {
      path: '/me',
      title: text('我的设置', 'My settings'),
      permission: 'signed-in',
      load: () => import('./me-page.tsx'),
    },
    {
      path: '/me/tokens',
      title: text('我的令牌', 'My tokens'),
      permission: 'signed-in',
      load: () => import('./tokens-page.tsx'),
    },
    {
      path: '/import',
      title: text('导入', 'Import'),
      permission: 'kernel.import',
      load: () => import('./import-page.tsx'),
    },
    {
      path: '/accounts',
      title: text('账号', 'Accounts'),
      permission: 'kernel.see-accounts',
      load: () => import('./accounts-page.tsx'),
    },
    {
      path: '/audit',
      title: text('审计记录', 'Audit trail'),
      permission: 'kernel.read-audit',
      load: () => import('./audit-page.tsx'),
    },
  ],
}
