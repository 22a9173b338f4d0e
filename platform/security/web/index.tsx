import { text } from '#kernel/contract/text.ts'
import type { WebModule } from '#kernel/web/web-module.ts'
import { security } from '../module.ts'

export const web: WebModule = {
  module: security,
  live: {
    'kernel.security': ['/security', '/session'],
    'kernel.member': ['/security', '/me/sessions'],
  },
  duties: {
    password: () => import('./password-due-page.tsx'),
    'second-factor': () => import('./second-factor-due-page.tsx'),
  },
  pages: [
    {
      path: '/security',
      title: text('登录安全', 'Sign-in security'),
      permission: 'security.join-offices',
      load: () => import('./security-page.tsx'),
    },
    {
      path: '/me/security',
      title: text('我的登录与安全', 'My sign-in and security'),
      permission: 'signed-in',
      load: () => import('./my-security-page.tsx'),
    },
  ],
}
