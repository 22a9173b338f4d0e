import { readFileSync } from 'node:fs'
import { type ApprovalSubject, approvalsServer } from '#engines/approvals/server/api.ts'
import { feedBookings } from '#engines/bookings/server/feed-bookings.ts'
import { bookingsServer } from '#engines/bookings/server/index.ts'
import { loadCalendar } from '#engines/calendar/server/api.ts'
import { calendarServer } from '#engines/calendar/server/index.ts'
import { addWorkingDays } from '#engines/calendar/working-days.ts'
import { nextWorkingMoment } from '#engines/calendar/working-moment.ts'
import { catalogueServer } from '#engines/catalogue/server/index.ts'
import { findStaff } from '#engines/directory/server/find-staff.ts'
import { directoryServer } from '#engines/directory/server/index.ts'
import { metricsServer } from '#engines/metrics/server/index.ts'
import type { ComplaintMatter } from '#engines/orders/server/api.ts'
import { feedOrders } from '#engines/orders/server/feed-orders.ts'
import { ordersServer } from '#engines/orders/server/index.ts'
import { reportsServer } from '#engines/reports/server/index.ts'
import { rulesServer } from '#engines/rules/server/index.ts'
import { standardsServer } from '#engines/standards/server/index.ts'
import { kernelServer } from '#kernel/kernel-server.ts'
import type { ServerModule } from '#kernel/server-module.ts'

import { auditSealServer } from '#platform/audit-seal/server/index.ts'
import { backupServer } from '#platform/backup/server/index.ts'
import { feedsServer } from '#platform/feeds/server/index.ts'

import { healthServer } from '#platform/health/server/index.ts'
import { notificationsServer } from '#platform/notifications/server/index.ts'
import { privacyServer } from '#platform/privacy/server/index.ts'
import { securityServer } from '#platform/security/server/index.ts'
import { singleSignOnServer } from '#platform/single-sign-on/server/index.ts'
import { webhooksServer } from '#platform/webhooks/server/index.ts'
import {
  acquisitionSubject,
  fleetContribution,
  requestSubject,
  rideMatter,
} from '#services/fleet/server/api.ts'
import { fleetServer } from '#services/fleet/server/index.ts'
import { invitedTo, meetingsContribution } from '#services/meetings/server/api.ts'
import { meetingsServer } from '#services/meetings/server/index.ts'
import { repairsContribution } from '#services/repairs/server/api.ts'
import { repairsServer } from '#services/repairs/server/index.ts'

/** This release, from package.json. */
export const version: string = JSON.parse(
  readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
).version

/** Rooms of technology beside the kernel; each after what it depends on. */
const platform: ServerModule[] = [
  securityServer,
  singleSignOnServer(findStaff),
  backupServer,
  healthServer(() => serverModules, version),
  auditSealServer,
  // Working days are an engine's; what people may ask of their data is not.
  privacyServer(
    () => serverModules,
    async (ctx, day, days) => addWorkingDays(await loadCalendar(ctx, { name: 'work' }), day, days),
  ),
  notificationsServer(
    () => serverModules,
    async (ctx, at) => nextWorkingMoment(await loadCalendar(ctx, { name: 'work' }), at),
  ),
  webhooksServer(() => serverModules),
  feedsServer([feedOrders, feedBookings([invitedTo])]),
]

/** What the services have approved; read when it is needed. */
export const approvalSubjects: ApprovalSubject[] = [requestSubject, acquisitionSubject]

/** What of the services people complain about; read when it is needed. */
const complaintMatters: ComplaintMatter[] = [rideMatter]

/** Engines, then services, each after what it depends on; migrations run in this order. */
const business: ServerModule[] = [
  directoryServer,
  calendarServer,
  rulesServer,
  standardsServer,
  catalogueServer,
  ordersServer(() => complaintMatters),
  bookingsServer,
  approvalsServer(() => approvalSubjects),
]
// Figures and reports read this list at their first use, so the services after them are in it.
business.push(
  metricsServer(business),
  reportsServer(business, [fleetContribution, meetingsContribution, repairsContribution]),
)
business.push(repairsServer, meetingsServer, fleetServer)

/** Everything the server is made of. */
export const serverModules: readonly ServerModule[] = [
  kernelServer([...platform, ...business], version),
  ...platform,
  ...business,
]
