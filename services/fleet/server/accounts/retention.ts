import { sql } from 'kysely'
import { text } from '#kernel/contract/text.ts'
import { countOf, type PersonalHook, partOf, sectionOf } from '#kernel/personal/personal-hook.ts'
import type { RetentionClass } from '#kernel/personal/retention-class.ts'
import { lateDays } from './drop-points.ts'

/** Unless the bureau sets another time. */
export const trackDays = 30

/** How long positions are kept. */
export const accountRetention: readonly RetentionClass[] = [
  {
    name: 'fleet.track',
    title: text('车辆轨迹', 'Tracks of vehicles'),
    what: text(
      `出车期间的定位点；派车单排定后、出车前已收到的，无人出车时最多留到计划结束后 ${lateDays} 天`,
      `Positions while on a trip; those taken before it began, of a planned trip that nobody drove, for ${lateDays} days after its planned end at most`,
    ),
    days: trackDays,
    minimumDays: 1,
    action: 'ERASE',
    actions: ['ERASE', 'KEEP'],
    basis: {
      title: text(
        '个人信息保护法第十九条：保存期限为实现目的所必要的最短时间；30 天为惯例',
        'PIPL Art 19: no longer than needed; thirty days is custom',
      ),
      mark: 'C',
    },
    rows: { table: 'fleet.track_point', from: 't.at', pending: 'true', heldBy: ['trip_id'] },
  },
]

/** Where a driver learnt about safety, and that his trips have tracks. */
export const accountPersonal: PersonalHook = {
  tables: ['fleet.safety_attendance', 'fleet.track_point'],
  async collect(ctx, { personId }) {
    if (!personId) return []
    return [
      await sectionOf(
        ctx,
        text('安全学习签到', 'Safety meetings attended'),
        sql`select m.held_on, m.topic, a.signed_at from fleet.safety_attendance a
          join fleet.safety_meeting m on m.bureau_id = a.bureau_id and m.id = a.meeting_id
          join fleet.driver d on d.bureau_id = a.bureau_id and d.id = a.driver_id
          where d.person_id = ${personId} order by m.held_on`,
      ),
      await sectionOf(
        ctx,
        text('出车轨迹', 'Tracks of trips driven'),
        sql`select t.number, min(p.at) as first_at, max(p.at) as last_at, count(*)::int as points
          from fleet.track_point p join fleet.trip t on t.bureau_id = p.bureau_id and t.id = p.trip_id
          join fleet.driver d on d.bureau_id = t.bureau_id and d.id = t.driver_id
          where d.person_id = ${personId} group by t.id, t.number order by 2`,
      ),
    ]
  },
  async erase(ctx, { personId }) {
    if (!personId) return []
    return [
      await partOf(
        ctx,
        text('安全学习签到', 'Safety meetings attended'),
        'KEPT',
        text('安全生产教育记录', 'the record of safety training'),
        countOf(sql`fleet.safety_attendance a join fleet.driver d on d.bureau_id = a.bureau_id and d.id = a.driver_id
          where d.person_id = ${personId}`),
      ),
      await partOf(
        ctx,
        text('出车轨迹', 'Tracks of trips driven'),
        'ERASED',
        text('不再需要', 'no longer needed'),
        sql`delete from fleet.track_point p using fleet.trip t, fleet.driver d where p.bureau_id = kernel.bureau()
          and t.bureau_id = p.bureau_id and t.id = p.trip_id and d.bureau_id = t.bureau_id and d.id = t.driver_id
          and d.person_id = ${personId}`,
      ),
    ]
  },
}
