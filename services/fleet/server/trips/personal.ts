import { sql } from 'kysely'
import { text } from '#kernel/contract/text.ts'
import { countOf, type PersonalHook, partOf, sectionOf } from '#kernel/personal/personal-hook.ts'
import type { RetentionClass } from '#kernel/personal/retention-class.ts'

const nobody = '（已匿名）'

/** Steps a person took on trips, and where they saw vehicles stand. */
export const tripsPersonal: PersonalHook = {
  tables: ['fleet.trip_step', 'fleet.parking_check'],
  async collect(ctx, { personId }) {
    if (!personId) return []
    return [
      await sectionOf(
        ctx,
        text('出车经过', 'Steps on trips'),
        sql`select t.number, s.kind, s.at, s.place from fleet.trip_step s
          join fleet.trip t on t.bureau_id = s.bureau_id and t.id = s.trip_id
          where s.by_person_id = ${personId} order by s.at`,
      ),
      await sectionOf(
        ctx,
        text('停放检查', 'Parking checks'),
        sql`select v.plate, k.at, k.place, k.note from fleet.parking_check k
          join fleet.vehicle v on v.bureau_id = k.bureau_id and v.id = k.vehicle_id
          where k.by_person_id = ${personId} order by k.at`,
      ),
    ]
  },
  async erase(ctx, { personId }) {
    if (!personId) return []
    return [
      await partOf(
        ctx,
        text('停放检查', 'Parking checks'),
        'ANONYMISED',
        text('检查结果留存，不再能看出是谁', 'what was seen stays, the name does not'),
        sql`update fleet.parking_check set by_person_id = null, by_name = ${nobody} where by_person_id = ${personId}`,
      ),
      await partOf(
        ctx,
        text('出车经过', 'Steps on trips'),
        'KEPT',
        text('公务用车的履职和审计记录', 'the record of official vehicles, for audits'),
        countOf(sql`fleet.trip_step where by_person_id = ${personId}`),
      ),
    ]
  },
}

const shortest = {
  title: text(
    '个人信息保护法第十九条：保存期限为实现目的所必要的最短时间',
    'PIPL Art 19: no longer than needed',
  ),
  mark: 'B' as const,
}

/** How long names in the records of trips are kept. */
export const tripsRetention: readonly RetentionClass[] = [
  {
    name: 'fleet.parking_check',
    title: text('停放检查人', 'Who checked parking'),
    what: text('停放检查记录上的姓名', 'The names on parking checks'),
    days: 3 * 366,
    minimumDays: 366,
    action: 'ANONYMISE',
    actions: ['ANONYMISE', 'KEEP'],
    basis: shortest,
    rows: {
      table: 'fleet.parking_check',
      from: 't.at',
      pending: `t.by_name <> '${nobody}'`,
      set: { by_person_id: 'null', by_name: `'${nobody}'` },
      heldBy: ['id', 'by_person_id'],
    },
  },
  {
    name: 'fleet.trip_step',
    title: text('出车经过中的姓名', 'Who took a trip’s steps'),
    what: text('出车每一步是谁做的', 'Who did each step of a trip'),
    days: 10 * 366,
    minimumDays: 3 * 366,
    action: 'ANONYMISE',
    actions: ['ANONYMISE', 'KEEP'],
    basis: shortest,
    rows: {
      table: 'fleet.trip_step',
      from: 't.at',
      pending: `t.by_name <> '${nobody}'`,
      set: { by_person_id: 'null', by_name: `'${nobody}'` },
      heldBy: ['trip_id', 'by_person_id'],
    },
  },
]
