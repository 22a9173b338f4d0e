import type { Ctx } from '#kernel/context.ts'
import type { FaultKind } from '../../words.ts'
import type { Chance } from './chance.ts'
import { uuidAt } from './uuid-at.ts'
import type { Lived } from './work-records.ts'

interface Learnt {
  kind: FaultKind
  daysAgo: number
  note: string
  proposal: string
  state: 'open' | 'accepted' | 'declined'
  decision?: string
}

const learnt: readonly Learnt[] = [
  {
    kind: 'ELEVATOR',
    daysAgo: 120,
    note: '困人后先通话安抚再断电，乘客情绪稳定得多。',
    proposal: '增加“到场前先与轿厢通话，告知预计到达时间”。',
    state: 'accepted',
    decision: '写入下一版电梯条款',
  },
  {
    kind: 'AIR_CONDITIONING',
    daysAgo: 75,
    note: '滤网每次都要回库房取，来回半小时。',
    proposal: '把常用规格滤网列入随车必备。',
    state: 'declined',
    decision: '各楼滤网规格不一，改为按楼在值班室备货',
  },
  {
    kind: 'PLUMBING_ELECTRIC',
    daysAgo: 20,
    note: '关水前没有告诉同层其他房间，被问了好几次。',
    proposal: '增加“停水停电前通知同层各房间”。',
    state: 'open',
  },
  {
    kind: 'DOORS_WINDOWS',
    daysAgo: 6,
    note: '换锁后旧钥匙没有收回。',
    proposal: '增加“更换锁具后收回旧钥匙并登记”。',
    state: 'open',
  },
]

/** 细思: what workers learnt in the year, with the changes to the standard they propose. */
export async function insertReflections(ctx: Ctx, lived: readonly Lived[], chance: Chance): Promise<void> {
  const decidedBy = await sectionHead(ctx)
  for (const [place, one] of learnt.entries()) {
    const before = new Date(ctx.now.getTime() - one.daysAgo * 86_400_000)
    const found = lived.findLast(
      ({ life }) =>
        life.fault.kind === one.kind && life.hops.some(({ kind, at }) => kind === 'finished' && at < before),
    )
    const clauseCode = found?.life.item.version.clauseCodes[0]
    const finished = found?.life.hops.find(({ kind }) => kind === 'finished')
    if (!found || !finished || !clauseCode) continue
    const clause = await ctx.db
      .selectFrom('standards.clause')
      .select('id')
      .where('code', '=', clauseCode)
      .executeTakeFirstOrThrow()
    const at = new Date(finished.at.getTime() + 1_800_000)
    const { id: orderId, number, life } = found
    await ctx.db
      .insertInto('repairs.reflection')
      .values({
        order_id: orderId,
        at,
        by_name: life.worker.name,
        note: one.note,
        clause_id: clause.id,
        proposal: one.proposal,
      })
      .execute()
    const decided = one.decision ? new Date(at.getTime() + 3 * 86_400_000) : null
    await ctx.db
      .insertInto('standards.proposal')
      .values({
        id: uuidAt(at, place, chance),
        clause_id: clause.id,
        words: one.proposal,
        subject_type: 'orders.service_order',
        subject_id: orderId,
        subject_label: number,
        href: `/orders/${orderId}`,
        proposed_at: at,
        proposed_by: life.worker.name,
        state: one.state,
        decided_at: decided,
        decided_by: decided ? decidedBy : null,
        decision: one.decision ?? null,
      })
      .execute()
  }
}

/** The name of whoever writes the standards. */
async function sectionHead(ctx: Ctx): Promise<string> {
  const row = await ctx.db
    .selectFrom('kernel.member as m')
    .leftJoin('directory.person as p', (join) =>
      join.onRef('p.bureau_id', '=', 'm.bureau_id').onRef('p.id', '=', 'm.person_id'),
    )
    .select(['m.name', 'p.name as person'])
    .where('m.user_name', '=', 'manager')
    .executeTakeFirst()
  return row?.person ?? row?.name ?? ''
}
