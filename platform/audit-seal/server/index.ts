import { implement } from '#kernel/server-module.ts'
import { auditSeal } from '../module.ts'
import { listSeals, readStanding } from './queries.ts'
import { auditRetention } from './retention.ts'
import { sealDemoDays } from './seal-demo-days.ts'
import { sealEndedDays } from './seal-entries.ts'
import { sealHealth } from './seal-health.ts'
import { askVerification, continueVerification } from './verification.ts'

export const auditSealServer = implement(auditSeal, {
  migrations: new URL('../migrations', import.meta.url).pathname,
  actions: { readStanding, listSeals, verify: askVerification },
  on: { 'audit-seal.verification_asked': [continueVerification] },
  retention: auditRetention,
  health: sealHealth,
  demo: sealDemoDays,
  jobs: {
    seal: sealEndedDays,
    async verify(ctx) {
      await askVerification(ctx)
    },
  },
})
