import type { ImportKind, Job } from '#kernel/contract/module.ts'
import { text } from '#kernel/contract/text.ts'

/** What the clock does for trips. */
export const tripJobs = {
  'watch-late-trips': {
    title: text('到时未收车提醒调度', 'Tell the dispatcher of late trips'),
    cron: '*/5 * * * *',
  },
  'reconcile-trips': {
    title: text('核对申请、审批、出车和里程', 'Compare request, approval, trip and odometer'),
    cron: '30 2 * * *',
  },
  // After the standards have brought what is missing.
  'link-instruments': {
    title: text('关联用车制度和规则', 'Link the instruments on vehicles to the rules'),
    cron: '10 4 * * *',
  },
} as const satisfies Record<string, Job>

/** After vehicles and drivers: a sheet of trips names them. */
export const tripImports = {
  trips: { title: text('出车记录', 'Trips'), permission: 'fleet.import' },
} as const satisfies Record<string, ImportKind>
