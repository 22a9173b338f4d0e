import { web as approvals } from '#engines/approvals/web/index.tsx'
import { web as bookings } from '#engines/bookings/web/index.tsx'
import { web as calendar } from '#engines/calendar/web/index.tsx'
import { web as catalogue } from '#engines/catalogue/web/index.tsx'
import { web as directory } from '#engines/directory/web/index.tsx'
import { web as metrics } from '#engines/metrics/web/index.tsx'
import { web as orders } from '#engines/orders/web/index.tsx'
import { web as reports } from '#engines/reports/web/index.tsx'
import { web as rules } from '#engines/rules/web/index.tsx'
import { web as standards } from '#engines/standards/web/index.tsx'
import type { WebModule } from '#kernel/web/web-module.ts'

import { web as auditSeal } from '#platform/audit-seal/web/index.tsx'
import { web as backup } from '#platform/backup/web/index.tsx'
import { web as feeds } from '#platform/feeds/web/index.tsx'

import { web as health } from '#platform/health/web/index.tsx'
import { web as notifications } from '#platform/notifications/web/index.tsx'
import { web as privacy } from '#platform/privacy/web/index.tsx'
import { web as security } from '#platform/security/web/index.tsx'
import { web as singleSignOn } from '#platform/single-sign-on/web/index.tsx'
import { web as webhooks } from '#platform/webhooks/web/index.tsx'
import { web as fleet } from '#services/fleet/web/index.tsx'
import { web as meetings } from '#services/meetings/web/index.tsx'
import { web as repairs } from '#services/repairs/web/index.tsx'

/** Every engine and service that has pages, in the order their menus and home cards are read. */
export const webModules: readonly WebModule[] = [
  calendar,
  catalogue,
  standards,
  rules,
  orders,
  bookings,
  approvals,
  metrics,
  reports,
  repairs,
  meetings,
  fleet,
  directory,
  auditSeal,
  privacy,
  backup,
  health,
  notifications,
  webhooks,
  feeds,
  security,
  singleSignOn,
]
