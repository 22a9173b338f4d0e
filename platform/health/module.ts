import { Type } from 'typebox'
import { Nothing, Nullable, read, TextPair } from '#kernel/contract/action.ts'
import { defineModule } from '#kernel/contract/module.ts'
import { text } from '#kernel/contract/text.ts'

const Sign = Type.Object({
  id: Type.String(),
  title: TextPair,
  state: Type.Union([Type.Literal('good'), Type.Literal('warn'), Type.Literal('bad')]),
  words: TextPair,
  href: Nullable(Type.String()),
})

const JobRow = Type.Object({
  name: Type.String(),
  title: TextPair,
  cron: Type.String(),
  lastDoneAt: Nullable(Type.String()),
  /** Runs that failed for good in the last day. */
  failedToday: Type.Integer(),
})

/** How the installation fares, for the administrator's first screen. */
export const health = defineModule({
  name: 'health',
  title: text('系统健康', 'Health'),
  dependsOn: [],
  permissions: {
    'health.read': { title: text('查看系统健康', 'See how the system fares'), roles: ['admin', 'auditor'] },
  },
  actions: {
    readHealth: read({
      path: '/health',
      permission: 'health.read',
      input: Nothing,
      output: Type.Object({
        version: Type.String(),
        postgres: Type.String(),
        databaseBytes: Type.Integer(),
        signs: Type.Array(Sign),
        jobs: Type.Array(JobRow),
      }),
      summary: text('系统各部分是否正常', 'Whether each part of the system works'),
    }),
  },
  menu: [
    {
      title: text('系统健康', 'Health'),
      path: '/health',
      icon: 'health',
      permission: 'health.read',
      group: 'system',
      order: 5,
    },
  ],
})
