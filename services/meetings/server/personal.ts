import { sql } from 'kysely'
import { text } from '#kernel/contract/text.ts'
import { countOf, type PersonalHook, partOf, sectionOf } from '#kernel/personal/personal-hook.ts'
import type { RetentionClass } from '#kernel/personal/retention-class.ts'

const nobody = '（已匿名）'

/** What a person rated, and the tasks they did for meetings. */
export const meetingsPersonal: PersonalHook = {
  tables: ['meetings.task', 'meetings.rating', 'meetings.usual_attendant'],
  async collect(ctx, { personId }) {
    if (!personId) return []
    return [
      await sectionOf(
        ctx,
        text('会议评价', 'Ratings of meetings'),
        sql`select m.number, g.overall, g.comment, g.at from meetings.rating g
          join meetings.meeting m on m.bureau_id = g.bureau_id and m.booking_id = g.meeting_id
          where g.by_person_id = ${personId} order by g.at`,
      ),
      await sectionOf(
        ctx,
        text('会务任务', 'Tasks for meetings'),
        sql`select m.number, t.kind, t.state, t.starts_at, t.due_at, t.done_at from meetings.task t
          join meetings.meeting m on m.bureau_id = t.bureau_id and m.booking_id = t.meeting_id
          where t.owner_person_id = ${personId} or t.done_by_person_id = ${personId} order by t.starts_at`,
      ),
      await sectionOf(
        ctx,
        text('会务责任人', 'Usual attendant'),
        sql`select s.name as site, r.name as room, a.kind, a.set_at from meetings.usual_attendant a
          join directory.site s on s.bureau_id = a.bureau_id and s.id = a.site_id
          left join bookings.resource r on r.bureau_id = a.bureau_id and r.id = a.room_id
          where a.person_id = ${personId} order by a.set_at`,
      ),
    ]
  },
  async erase(ctx, { personId }) {
    if (!personId) return []
    return [
      await partOf(
        ctx,
        text('会议评价', 'Ratings of meetings'),
        'ANONYMISED',
        text('评分留作统计，不再能看出是谁', 'the marks stay for the figures, the name does not'),
        sql`update meetings.rating set by_person_id = null, by_name = ${nobody}
          where by_person_id = ${personId}`,
      ),
      await partOf(
        ctx,
        text('会务任务', 'Tasks for meetings'),
        'KEPT',
        text('履职记录', 'the record of work done'),
        countOf(sql`meetings.task where owner_person_id = ${personId} or done_by_person_id = ${personId}`),
      ),
      await partOf(
        ctx,
        text('会务责任人', 'Usual attendant'),
        'ERASED',
        text('任务回到待分派', 'the tasks go back to the pool'),
        sql`delete from meetings.usual_attendant where person_id = ${personId}`,
      ),
    ]
  },
}

/** How long names in the records of meetings are kept. */
export const meetingsRetention: readonly RetentionClass[] = [
  {
    name: 'meetings.rating',
    title: text('会议评价人', 'Who rated a meeting'),
    what: text('会议评价上的姓名', 'The names on ratings of meetings'),
    days: 3 * 366,
    minimumDays: 366,
    action: 'ANONYMISE',
    actions: ['ANONYMISE', 'KEEP'],
    basis: {
      title: text(
        '个人信息保护法第十九条：保存期限为实现目的所必要的最短时间',
        'PIPL Art 19: no longer than needed',
      ),
      mark: 'B',
    },
    rows: {
      table: 'meetings.rating',
      from: 't.at',
      pending: `t.by_name <> '${nobody}'`,
      set: { by_person_id: 'null', by_name: `'${nobody}'` },
      heldBy: ['meeting_id', 'by_person_id'],
    },
  },
]
