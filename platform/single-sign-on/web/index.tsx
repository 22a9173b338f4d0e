import { text } from '#kernel/contract/text.ts'
import type { WebModule } from '#kernel/web/web-module.ts'
import { singleSignOn } from '../module.ts'

const permission = 'single-sign-on.manage'

export const web: WebModule = {
  module: singleSignOn,
  pages: [
    {
      path: '/single-sign-on',
      title: text('单点登录', 'Single sign-on'),
      permission,
      load: () => import('./providers-page.tsx'),
    },
    {
      path: '/single-sign-on/:providerId',
      title: text('统一认证', 'Provider'),
      permission,
      load: () => import('./provider-page.tsx'),
    },
  ],
  door: () => import('./door-buttons.tsx'),
  live: { 'sso.provider': ['/single-sign-on'] },
}
