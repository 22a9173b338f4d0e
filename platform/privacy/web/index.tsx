import { text } from '#kernel/contract/text.ts'
import type { WebModule } from '#kernel/web/web-module.ts'
import { privacy } from '../module.ts'

export const web: WebModule = {
  module: privacy,
  pages: [
    {
      path: '/privacy',
      title: text('个人信息保护', 'Personal data'),
      permission: 'privacy.read',
      load: () => import('./privacy-page.tsx'),
    },
    {
      path: '/me/personal-data',
      title: text('我的个人信息', 'My personal data'),
      permission: 'signed-in',
      load: () => import('./my-data-page.tsx'),
    },
  ],
  live: {
    'privacy.retention': ['/privacy/retention'],
    'privacy.hold': ['/privacy'],
    'privacy.setting': ['/privacy/settings', '/me/personal-requests'],
    'privacy.request': ['/privacy/requests', '/me/personal-requests'],
  },
}
