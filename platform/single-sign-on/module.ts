import { defineModule } from '#kernel/contract/module.ts'
import { text } from '#kernel/contract/text.ts'
import { singleSignOnActions } from './actions.ts'
import { singleSignOnProblems } from './problems.ts'

/** Signing in at another system's door (OpenID Connect); the password stays as the way beside it. */
export const singleSignOn = defineModule({
  name: 'single-sign-on',
  title: text('单点登录', 'Single sign-on'),
  dependsOn: [],
  permissions: {
    'single-sign-on.manage': {
      title: text('管理单点登录', 'Manage single sign-on'),
      roles: ['security', 'admin'],
      whenSeparate: ['security'],
    },
  },
  actions: singleSignOnActions,
  events: {
    'single-sign-on.provider_added': text('接入统一认证', 'Provider added'),
    'single-sign-on.provider_changed': text('修改统一认证', 'Provider changed'),
    'single-sign-on.provider_removed': text('移除统一认证', 'Provider removed'),
    'single-sign-on.provider_tried': text('试连统一认证', 'Provider tried'),
    'single-sign-on.linked': text('账号首次用统一认证登录，已关联', 'Account linked at its first sign-in'),
    'single-sign-on.unlinked': text('解除关联', 'Person unlinked'),
    'single-sign-on.refused': text('单点登录被拒绝', 'Single sign-on refused'),
  },
  menu: [
    {
      title: text('单点登录', 'Single sign-on'),
      path: '/single-sign-on',
      icon: 'key',
      permission: 'single-sign-on.manage',
      group: 'system',
      order: 26,
    },
  ],
  problems: singleSignOnProblems,
})
