import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import type { OutputOf } from '#kernel/contract/action.ts'
import type { backup } from '../module.ts'
import { ownToolCommands } from '../own-tools.ts'
import { speaksForAll } from './policy.ts'
import { readStanding } from './read-standing.ts'
import { nextDue } from './schedule.ts'

type Overview = OutputOf<typeof backup.actions.readOverview>

/** Everything the page shows: how the backups stand, which there are, the last tries, the settings. */
export async function readOverview(ctx: Ctx): Promise<Overview> {
  const setting = await ctx.db.selectFrom('backup.setting').selectAll().executeTakeFirstOrThrow()
  const standing = await readStanding(ctx.db, ctx.now)
  const copies = await readCopies(ctx)
  const schedule = { enabled: setting.enabled, startAt: setting.start_at, since: setting.since }
  const managed = await speaksForAll(ctx)
  return {
    // Where things lie on the server is no business of a subordinate bureau.
    folder: managed ? setting.folder : null,
    sameDisk: setting.same_disk,
    can: { manage: setting.embedded && managed },
    settings: {
      enabled: setting.enabled,
      startAt: setting.start_at,
      keepDaily: setting.keep_daily,
      keepWeekly: setting.keep_weekly,
      keepMonthly: setting.keep_monthly,
      warnAfterHours: setting.warn_after_hours,
    },
    ...standing,
    last: copies[0] ?? null,
    nextAt: setting.embedded ? (nextDue(schedule, ctx.now)?.toISOString() ?? null) : null,
    copies,
    runs: await readRuns(ctx),
    ownTools: setting.embedded
      ? []
      : ownToolCommands.map(({ what, command }) => ({ what: ctx.say(what), command })),
  }
}

async function readCopies(ctx: Ctx): Promise<Overview['copies']> {
  const rows = await ctx.db
    .selectFrom('backup.copy')
    .select(['name', 'finished_at', 'size_bytes', 'continuous', 'verified_at'])
    .select(sql<number>`extract(epoch from finished_at - started_at)::float8`.as('seconds'))
    .orderBy('finished_at', 'desc')
    .execute()
  return rows.map((row) => ({
    name: row.name,
    finishedAt: row.finished_at,
    seconds: row.seconds,
    sizeBytes: row.size_bytes,
    continuous: row.continuous,
    verifiedAt: row.verified_at,
  }))
}

async function readRuns(ctx: Ctx): Promise<Overview['runs']> {
  const rows = await ctx.db
    .selectFrom('backup.run')
    .selectAll()
    .select(sql<number | null>`extract(epoch from finished_at - started_at)::float8`.as('seconds'))
    .orderBy('asked_at', 'desc')
    .limit(30)
    .execute()
  const english = ctx.locale === 'en'
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as 'backup' | 'verify',
    cause: row.cause as 'schedule' | 'person' | 'command',
    stage: row.stage as 'waiting' | 'running' | 'done' | 'failed',
    askedAt: row.asked_at,
    askedBy: row.asked_by,
    finishedAt: row.finished_at,
    seconds: row.seconds,
    doneBytes: row.done_bytes,
    totalBytes: row.total_bytes,
    copyName: row.copy_name,
    problem:
      row.problem_zh === null
        ? null
        : english
          ? row.problem_en
          : ctx.say({ zh: row.problem_zh, en: row.problem_en ?? '' }),
  }))
}
