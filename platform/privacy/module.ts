import { Type } from 'typebox'
import { Done, download, Id, Nothing, PageOf, paging, read, write } from '#kernel/contract/action.ts'
import { defineModule } from '#kernel/contract/module.ts'
import type { Role } from '#kernel/contract/roles.ts'
import { text } from '#kernel/contract/text.ts'
import { privacyProblems } from './problems.ts'
import { Hold, PersonalRequest, RequestKind, Retention, RetentionActionName, Settings } from './schema.ts'

/** Who answers for personal data; the security administrator joins here once there is one. */
const keepers: readonly Role[] = ['admin']

/** Personal data: how long it is kept, what must stay, and what people may ask of it. */
export const privacy = defineModule({
  name: 'privacy',
  title: text('个人信息保护', 'Personal data'),
  dependsOn: [],
  permissions: {
    'privacy.read': {
      title: text('查看保存期限和保全', 'See retention and holds'),
      roles: [...keepers, 'auditor', 'director'],
    },
    'privacy.manage': { title: text('设定保存期限、保全', 'Set retention and holds'), roles: keepers },
    'privacy.decide': {
      title: text('答复个人信息申请', 'Answer requests about personal data'),
      roles: keepers,
    },
  },
  actions: {
    listRetention: read({
      path: '/privacy/retention',
      permission: 'privacy.read',
      input: Nothing,
      output: Type.Object({ items: Type.Array(Retention) }),
      summary: text('保存期限，以及今晚会处理多少', 'Retention classes, and what would go tonight'),
    }),
    changeRetention: write({
      method: 'PUT',
      path: '/privacy/retention/:className',
      permission: 'privacy.manage',
      input: Type.Object({
        className: Type.String({ maxLength: 80 }),
        days: Type.Integer({ minimum: 0, maximum: 36500 }),
        action: RetentionActionName,
        reason: Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' }),
      }),
      output: Done,
      summary: text('修改一类的保存期限', 'Change a retention class'),
    }),
    readSettings: read({
      path: '/privacy/settings',
      permission: 'privacy.read',
      input: Nothing,
      output: Settings,
      summary: text('答复申请的期限', 'The time for an answer'),
    }),
    changeSettings: write({
      method: 'PUT',
      path: '/privacy/settings',
      permission: 'privacy.manage',
      input: Type.Object({
        ...Settings.properties,
        reason: Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' }),
      }),
      output: Done,
      summary: text('修改答复申请的期限', 'Change the time for an answer'),
    }),
    listHolds: read({
      path: '/privacy/holds',
      permission: 'privacy.read',
      input: Type.Object({ ...paging }),
      output: PageOf(Hold),
      summary: text('审计保全', 'Holds'),
    }),
    placeHold: write({
      path: '/privacy/holds',
      permission: 'privacy.manage',
      input: Type.Object({
        class: Type.Optional(Type.String({ maxLength: 80 })),
        subjectId: Type.Optional(Id),
        reason: Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' }),
      }),
      output: Type.Object({ id: Id }),
      summary: text('设置保全', 'Place a hold'),
    }),
    releaseHold: write({
      path: '/privacy/holds/:holdId/release',
      permission: 'privacy.manage',
      input: Type.Object({
        holdId: Id,
        reason: Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' }),
      }),
      output: Done,
      summary: text('解除保全', 'Release a hold'),
    }),
    takeCopy: download({
      path: '/me/personal-data',
      permission: 'signed-in',
      input: Nothing,
      summary: text('我的全部个人信息（JSON 和 Excel）', 'Everything held about me (JSON and Excel)'),
    }),
    listMyRequests: read({
      path: '/me/personal-requests',
      permission: 'signed-in',
      input: Nothing,
      output: Type.Object({ items: Type.Array(PersonalRequest), answerDays: Type.Integer() }),
      summary: text('我的更正和删除申请', 'My requests'),
    }),
    askForData: write({
      path: '/me/personal-requests',
      permission: 'signed-in',
      input: Type.Object({
        kind: RequestKind,
        words: Type.String({ minLength: 1, maxLength: 2000, pattern: '\\S' }),
      }),
      output: Type.Object({ id: Id }),
      summary: text('申请更正或删除我的个人信息', 'Ask for correction or deletion'),
    }),
    listRequests: read({
      path: '/privacy/requests',
      permission: 'privacy.decide',
      input: Type.Object({ ...paging, open: Type.Optional(Type.Boolean()) }),
      output: PageOf(PersonalRequest),
      summary: text('个人信息申请', 'Requests about personal data'),
    }),
    decideRequest: write({
      path: '/privacy/requests/:requestId/decision',
      permission: 'privacy.decide',
      input: Type.Object({
        requestId: Id,
        granted: Type.Boolean(),
        reason: Type.String({ minLength: 1, maxLength: 1000, pattern: '\\S' }),
      }),
      output: PersonalRequest,
      summary: text('答复申请', 'Answer a request'),
    }),
  },
  events: {
    'privacy.retention_changed': text('修改保存期限', 'Retention changed'),
    'privacy.settings_changed': text(
      '修改个人信息申请的答复期限',
      'Time for answers about personal data changed',
    ),
    'privacy.retained': text('按期限清除或匿名', 'Erased or anonymised on schedule'),
    'privacy.hold_placed': text('设置审计保全', 'Hold placed'),
    'privacy.hold_released': text('解除审计保全', 'Hold released'),
    'privacy.asked': text('申请更正或删除个人信息', 'Correction or deletion asked for'),
    'privacy.decided': text('答复个人信息申请', 'Request about personal data answered'),
  },
  jobs: {
    // Some thousand rows a class each time, so that no night holds the tables for long.
    'carry-out': {
      title: text('按期限清除和匿名', 'Erase and anonymise on schedule'),
      cron: '*/20 1-4 * * *',
    },
  },
  menu: [
    {
      title: text('个人信息保护', 'Personal data'),
      path: '/privacy',
      icon: 'key',
      permission: 'privacy.read',
      group: 'system',
      order: 32,
    },
  ],
  problems: privacyProblems,
})
