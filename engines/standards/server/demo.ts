import type { Ctx } from '#kernel/context.ts'
import { ensureStandards } from './ensure-standards.ts'

/** What the demo bureau has still to write: two pilots and the words they would share. */
const planned = [
  ['食堂餐饮服务规范', 'TG-02', 5, 3, 2, '试点：每天用餐的人最多，留样和保洁要有据可查。'],
  ['办公区保洁服务规范', 'TG-02', 4, 5, 1, '试点：岗位多、动作简单，容易先写成。'],
  ['后勤服务术语', 'TY-02', 2, 4, 5, '各规范用词不一，先统一常用的二十个词。'],
  ['服务评价与改进办法', 'TG-05', 3, 2, 4, '把评价结果写回条款。'],
] as const

/** The demo bureau has worked to its standards for longer than its year of orders reaches back. */
export async function fillDemo(ctx: Ctx): Promise<void> {
  const threeYears = 3 * 365 * 86_400_000
  await ensureStandards(ctx, new Date(ctx.now.getTime() - threeYears))
  const nodes = await ctx.db.selectFrom('standards.node').select(['id', 'code']).execute()
  const nodeId = (wanted: string) => nodes.find(({ code }) => code === wanted)!.id
  await ctx.db
    .insertInto('standards.planned')
    .values(
      planned.map(([title_zh, code, urgency, ease, level, reason]) => ({
        title_zh,
        node_id: nodeId(code),
        urgency,
        ease,
        level,
        reason,
        created_by: '郑立峰',
      })),
    )
    .execute()
}
