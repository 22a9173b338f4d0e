import { sql } from 'kysely'
import { text } from '#kernel/contract/text.ts'
import { countOf, type PersonalHook, partOf, sectionOf } from '#kernel/personal/personal-hook.ts'

/** Work a person did on repairs: visits, hours and what came too late, which are accounts of public money and stay. */
export const repairsPersonal: PersonalHook = {
  tables: ['repairs.visit', 'repairs.labour', 'repairs.handover'],
  async collect(ctx, { personId }) {
    if (!personId) return []
    return [
      await sectionOf(
        ctx,
        text('上门记录', 'Visits'),
        sql`select * from repairs.visit where by_person_id = ${personId} order by id`,
      ),
      await sectionOf(
        ctx,
        text('工时', 'Hours of work'),
        sql`select * from repairs.labour where by_person_id = ${personId} order by id`,
      ),
      await sectionOf(
        ctx,
        text('转交调度的工作', 'Work handed to the desk'),
        sql`select * from repairs.handover where by_person_id = ${personId} order by id`,
      ),
    ]
  },
  async erase(ctx, { personId }) {
    if (!personId) return []
    return [
      await partOf(
        ctx,
        text('上门和工时', 'Visits and hours'),
        'KEPT',
        text('维修费用和考核的依据', 'the basis of costs and assessment'),
        countOf(sql`repairs.visit where by_person_id = ${personId}`),
      ),
      await partOf(
        ctx,
        text('转交调度的工作', 'Work handed to the desk'),
        'KEPT',
        text('维修费用和考核的依据', 'the basis of costs and assessment'),
        countOf(sql`repairs.handover where by_person_id = ${personId}`),
      ),
    ]
  },
}
