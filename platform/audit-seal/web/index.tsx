import { text } from '#kernel/contract/text.ts'
import type { WebModule } from '#kernel/web/web-module.ts'
import { auditSeal } from '../module.ts'

export const web: WebModule = {
  module: auditSeal,
  pages: [
    {
      path: '/audit/seals',
      title: text('审计封存', 'Audit seals'),
      permission: 'audit-seal.read',
      load: () => import('./seals-page.tsx'),
    },
  ],
  live: { 'audit-seal.seal': ['/audit-seals'], 'audit-seal.verification': ['/audit-seals'] },
}
