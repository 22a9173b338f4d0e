import { Type } from 'typebox'
import { Id, Nothing, PageOf, paging, read, write } from '#kernel/contract/action.ts'
import { defineModule } from '#kernel/contract/module.ts'
import { text } from '#kernel/contract/text.ts'
import { Seal, Standing } from './schema.ts'

/** The audit trail, sealed day by day into a chain that anybody can check. */
export const auditSeal = defineModule({
  name: 'audit-seal',
  title: text('审计封存', 'Audit seals'),
  dependsOn: [],
  permissions: {
    'audit-seal.read': {
      title: text('查看审计封存', 'See the audit seals'),
      roles: ['auditor', 'admin', 'director'],
    },
    // Checking reads only, so the auditor may ask for it.
    'audit-seal.verify': {
      title: text('核验审计封存', 'Verify the audit seals'),
      roles: ['auditor', 'admin'],
    },
  },
  actions: {
    readStanding: read({
      path: '/audit-seals/standing',
      permission: 'audit-seal.read',
      input: Nothing,
      output: Standing,
      summary: text('封存情况', 'How the seals stand'),
    }),
    listSeals: read({
      path: '/audit-seals',
      permission: 'audit-seal.read',
      input: Type.Object({ ...paging }),
      output: PageOf(Seal),
      summary: text('每日封存', 'The seals, day by day'),
    }),
    verify: write({
      path: '/audit-seals/verification',
      permission: 'audit-seal.verify',
      input: Nothing,
      output: Type.Object({ id: Id }),
      summary: text('核验整条链', 'Verify the whole chain'),
    }),
  },
  events: {
    'audit-seal.sealed': text('封存审计记录', 'Audit trail sealed'),
    'audit-seal.late_found': text('发现迟到的审计记录', 'Late audit entries found'),
    'audit-seal.verification_asked': text('要求核验审计封存', 'Verification asked for'),
    'audit-seal.verified': text('审计封存核验相符', 'Audit seals verified'),
    'audit-seal.broken': text('审计封存核验不符', 'Audit seals do not fit'),
  },
  jobs: {
    // Every hour, because a day whose last transaction still runs waits for it; a day is sealed once.
    seal: {
      title: text('封存前一日的审计记录', 'Seal the audit trail of the day before'),
      cron: '10 * * * *',
    },
    verify: { title: text('每周核验审计封存', 'Verify the audit seals every week'), cron: '40 2 * * 0' },
  },
  menu: [
    {
      title: text('审计封存', 'Audit seals'),
      path: '/audit/seals',
      icon: 'safety',
      permission: 'audit-seal.read',
      group: 'system',
      order: 31,
    },
  ],
})
