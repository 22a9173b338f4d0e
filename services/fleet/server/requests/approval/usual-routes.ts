import { sql } from 'kysely'
import type { Condition } from '#engines/approvals/choose-route.ts'
import type { Ask, RouteStep } from '#engines/approvals/schema.ts'
import { ensureRoute } from '#engines/approvals/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import { createContext, systemActor } from '#kernel/create-context.ts'

interface UsualRoute {
  title: string
  conditions: Condition[]
  steps: RouteStep[]
}

const type = 'fleet.request'
const head: Ask = { kind: 'UNIT_HEAD' }
const manager: Ask = { kind: 'ROLE', role: 'manager' }
const director: Ask = { kind: 'ROLE', role: 'director' }
/** Half a working day each; an emergency is approved within one. */
const half = 240
const whole = 480

const byHead = (answerMinutes = half): RouteStep => ({
  title: '本单位负责人审批',
  mode: 'ANY',
  asks: [head],
  answerMinutes,
  escalatesTo: [manager],
})
const byManager = (answerMinutes = half): RouteStep => ({
  title: '后勤中心科室负责人审批',
  mode: 'ANY',
  asks: [manager],
  answerMinutes,
  escalatesTo: [director],
})
const byDirector: RouteStep = {
  title: '中心领导审批',
  mode: 'ANY',
  asks: [director],
  answerMinutes: half,
  escalatesTo: [director],
}

/**
 * The routes a bureau begins with, the first that fits is taken. The centre's own order, no national rule: the bureau
 * changes them on the page of the routes.
 */
const usualRoutes: readonly UsualRoute[] = [
  {
    title: '应急用车（先派后批）',
    conditions: [{ fact: 'emergency', op: 'ONE_OF', value: ['YES'] }],
    steps: [byManager(whole)],
  },
  {
    title: '单程超过 300 公里',
    conditions: [{ fact: 'distanceKm', op: 'MORE_THAN', value: 300 }],
    steps: [byHead(), byManager(), byDirector],
  },
  {
    title: '跨市用车',
    conditions: [{ fact: 'reach', op: 'ONE_OF', value: ['BEYOND'] }],
    steps: [byHead(), byManager()],
  },
  {
    title: '节假日和夜间用车',
    conditions: [{ fact: 'when', op: 'ONE_OF', value: ['DAY_OFF', 'NIGHT'] }],
    steps: [byHead(), byManager()],
  },
  { title: '工作日市内用车', conditions: [], steps: [byHead()] },
]

/** Gives a bureau its first routes. What people changed or closed stays as they left it. */
export async function ensureRequestRoutes(ctx: Ctx): Promise<void> {
  if (await hasRoutes(ctx)) return
  // Two first requests at once: the second waits and finds what the first made.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`fleet.routes:${ctx.bureauId}`}, 15))`.execute(
    ctx.db,
  )
  if (await hasRoutes(ctx)) return
  const { db, bureauId, locale, requestId, now } = ctx
  const system = createContext({ db, bureauId, locale, requestId, now, actor: systemActor })
  for (const route of usualRoutes) await ensureRoute(system, { type, ...route })
}

async function hasRoutes(ctx: Ctx): Promise<boolean> {
  const one = await ctx.db
    .selectFrom('approvals.route')
    .select('id')
    .where('type', '=', type)
    .limit(1)
    .executeTakeFirst()
  return one !== undefined
}
