import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import type { OutputOf } from '#kernel/contract/action.ts'
import { text } from '#kernel/contract/text.ts'
import { asOwnerWithin } from '#kernel/identity/owner-within.ts'
import type { HealthSign, ServerModule } from '#kernel/server-module.ts'
import type { health } from '../module.ts'

type Answer = OutputOf<typeof health.actions.readHealth>

interface JobState {
  name: string
  last_done_at: string | null
  failed_today: number
}

/** What pg-boss knows of its jobs; its tables are there once a server has run with jobs. */
async function jobStates(ctx: Ctx): Promise<JobState[]> {
  const there = await sql<{ there: boolean }>`select to_regclass('pgboss.job') is not null as there`.execute(
    ctx.db,
  )
  if (!there.rows[0]?.there) return []
  const states = await sql<JobState>`
    select name, max(completed_on) filter (where state = 'completed') as last_done_at,
      count(*) filter (where state = 'failed' and completed_on > ${ctx.now}::timestamptz - interval '1 day')::int
        as failed_today
    from (select name, state, completed_on from pgboss.job
      union all select name, state, completed_on from pgboss.archive) as every_run
    group by name`.execute(ctx.db)
  return states.rows
}

async function storage(ctx: Ctx): Promise<{ postgres: string; bytes: number }> {
  const read = await sql<{ postgres: string; bytes: number }>`
    select current_setting('server_version') as postgres, pg_database_size(current_database())::float8 as bytes`.execute(
    ctx.db,
  )
  return read.rows[0]!
}

function jobsOf(modules: readonly ServerModule[], states: JobState[]): Answer['jobs'] {
  return modules.flatMap(({ module }) =>
    Object.entries(module.jobs ?? {}).map(([job, { title, cron }]) => {
      const name = `${module.name}.${job}`
      const state = states.find((one) => one.name === name)
      return {
        name,
        title,
        cron,
        lastDoneAt: state?.last_done_at ?? null,
        failedToday: state?.failed_today ?? 0,
      }
    }),
  )
}

function jobSign(jobs: Answer['jobs']): HealthSign {
  const failing = jobs.filter(({ failedToday }) => failedToday > 0)
  const names = (key: 'zh' | 'en') => failing.map(({ title }) => title[key]).join(key === 'zh' ? '、' : ', ')
  return {
    id: 'health.jobs',
    title: text('定时任务', 'Jobs'),
    state: failing.length > 0 ? 'bad' : 'good',
    words:
      failing.length > 0
        ? text(`最近一天失败过：${names('zh')}`, `Failed within the last day: ${names('en')}`)
        : text('最近一天没有失败', 'None failed within the last day'),
    href: '/health',
  }
}

/** Minutes an event may wait before somebody should know; delivery usually takes under a second. */
const longWaitMinutes = 5

async function deliverySign(ctx: Ctx): Promise<HealthSign> {
  const waiting = await sql<{ waiting: number; tried: number; minutes: number }>`
    select count(*)::int as waiting, count(*) filter (where attempts > 0)::int as tried,
      coalesce(floor(extract(epoch from ${ctx.now}::timestamptz - min(e.at)) / 60), 0)::int as minutes
    from kernel.outbox o join kernel.event e on e.bureau_id = o.bureau_id and e.id = o.event_id`.execute(
    ctx.db,
  )
  const { waiting: count, tried, minutes } = waiting.rows[0]!
  const late = tried > 0 || minutes >= longWaitMinutes
  return {
    id: 'health.delivery',
    title: text('后续处理', 'Follow-up of events'),
    state: late ? 'bad' : 'good',
    words: late
      ? text(
          `${count} 件事情等了最长 ${minutes} 分钟，其中 ${tried} 件试过未成`,
          `${count} events wait, the oldest for ${minutes} minutes; ${tried} were tried without success`,
        )
      : text('没有积压', 'Nothing waits'),
    href: null,
  }
}

/** Every module's signs, worst first, and the jobs one by one. */
export async function readHealth(
  ctx: Ctx,
  modules: readonly ServerModule[],
  version: string,
): Promise<Answer> {
  const states = await asOwnerWithin(ctx, () => jobStates(ctx))
  const jobs = jobsOf(modules, states)
  const signs = [jobSign(jobs), await deliverySign(ctx)]
  for (const { health } of modules) if (health) signs.push(...(await health(ctx)))
  const rank = { bad: 0, warn: 1, good: 2 }
  const { postgres, bytes } = await storage(ctx)
  return {
    version,
    postgres,
    databaseBytes: Math.round(bytes),
    signs: signs.sort((a, b) => rank[a.state] - rank[b.state]),
    jobs,
  }
}
