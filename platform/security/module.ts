import { defineModule } from '#kernel/contract/module.ts'
import { text } from '#kernel/contract/text.ts'
import { ownActions } from './actions/own-actions.ts'
import { securityActions } from './actions/security-actions.ts'
import { securityProblems } from './problems.ts'

/** What the security administrator sets and watches, and what everybody does for the own account. */
export const security = defineModule({
  name: 'security',
  title: text('登录安全', 'Sign-in security'),
  dependsOn: [],
  permissions: {
    'security.manage': {
      title: text('管理登录安全', 'Manage sign-in security'),
      roles: ['security', 'admin'],
      whenSeparate: ['security'],
    },
    'security.join-offices': {
      title: text('商定三员分立', 'Agree on separate administrators'),
      roles: ['security', 'admin'],
    },
  },
  actions: { ...ownActions, ...securityActions },
  events: {
    'security.settings_changed': text('修改登录规则', 'Sign-in rules changed'),
    'security.separation_wanted': text('启用三员分立', 'Separate administrators wanted'),
    'security.joining_asked': text('申请取消三员分立', 'End of the separation asked for'),
    'security.joining_withdrawn': text('撤回取消申请', 'Request withdrawn'),
    'security.offices_joined': text('两人同意，取消三员分立', 'Separation ended by both'),
    'security.password_changed': text('本人修改密码', 'Own password changed'),
    'security.password_confirmed': text('再次确认密码', 'Password confirmed'),
    'security.sessions_ended': text('结束会话', 'Sessions ended'),
    'security.account_unlocked': text('解锁账号', 'Account unlocked'),
    'security.second_factor_reset': text('重置第二重验证', 'Second factor reset'),
  },
  menu: [
    {
      title: text('登录安全', 'Sign-in security'),
      path: '/security',
      icon: 'safety',
      permission: 'security.join-offices',
      group: 'system',
      order: 25,
    },
  ],
  jobs: {
    'sweep-sessions': {
      title: text('清理过期的会话和失败记录', 'Sweep ended sessions and old failures'),
      cron: '40 3 * * *',
    },
  },
  problems: securityProblems,
})
