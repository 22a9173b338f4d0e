import { sql } from 'kysely'
import { text } from '#kernel/contract/text.ts'
import { countOf, type PersonalHook, partOf, sectionOf } from '#kernel/personal/personal-hook.ts'
import type { RetentionClass } from '#kernel/personal/retention-class.ts'

const nobody = '（已匿名）'
const what = text('参会和签到', 'Meetings attended')
const owned = text('负责的重大活动和节点', 'Major events and milestones owned')

/** On whose lists a person stands, and which milestones were theirs. */
export const attendancePersonal: PersonalHook = {
  tables: ['meetings.participant', 'meetings.major_event', 'meetings.milestone'],
  async collect(ctx, { personId }) {
    if (!personId) return []
    return [
      await sectionOf(
        ctx,
        what,
        sql`select m.number, p.name, p.unit_name, p.rank, p.mark, p.arrived_at, p.substitute_name
          from meetings.participant p
          join meetings.meeting m on m.bureau_id = p.bureau_id and m.booking_id = p.meeting_id
          where p.person_id = ${personId} order by p.created_at`,
      ),
      await sectionOf(
        ctx,
        owned,
        sql`select e.number, e.title, null as milestone, null as due_on from meetings.major_event e
          where e.owner_person_id = ${personId}
          union all
          select e.number, e.title, s.title, s.due_on from meetings.milestone s
          join meetings.major_event e on e.bureau_id = s.bureau_id and e.id = s.event_id
          where s.owner_person_id = ${personId}`,
      ),
    ]
  },
  async erase(ctx, { personId }) {
    if (!personId) return []
    return [
      await partOf(
        ctx,
        what,
        'ANONYMISED',
        text('到会人数留作统计，不再能看出是谁', 'the numbers stay for the figures, the name does not'),
        sql`update meetings.participant set person_id = null, name = ${nobody}, pinyin = '', initials = '',
          rank = null, substitute_name = null, substitute_unit = null where person_id = ${personId}`,
      ),
      await partOf(
        ctx,
        owned,
        'KEPT',
        text('履职记录', 'the record of work done'),
        countOf(sql`meetings.milestone where owner_person_id = ${personId}`),
      ),
    ]
  },
}

const basis = {
  title: text(
    '个人信息保护法第十九条：保存期限为实现目的所必要的最短时间',
    'PIPL Art 19: no longer than needed',
  ),
  mark: 'B',
} as const

/** How long the names on lists are kept. */
export const attendanceRetention: readonly RetentionClass[] = [
  {
    name: 'meetings.participant',
    title: text('参会名单和签到', 'Lists of participants'),
    what: text('参会人、代会人的姓名', 'The names of participants and substitutes'),
    days: 366,
    minimumDays: 92,
    action: 'ANONYMISE',
    actions: ['ANONYMISE', 'KEEP'],
    basis,
    rows: {
      table: 'meetings.participant',
      from: `(select b.ends_at from bookings.booking b where b.bureau_id = t.bureau_id and b.id = t.meeting_id)`,
      pending: `t.name <> '${nobody}'`,
      set: {
        person_id: 'null',
        name: `'${nobody}'`,
        pinyin: `''`,
        initials: `''`,
        rank: 'null',
        substitute_name: 'null',
        substitute_unit: 'null',
      },
      heldBy: ['id', 'meeting_id', 'person_id'],
    },
  },
  {
    name: 'meetings.event_guest',
    title: text('重大活动嘉宾', 'Guests of major events'),
    what: text('嘉宾的姓名', 'The names of guests'),
    days: 366,
    minimumDays: 92,
    action: 'ANONYMISE',
    actions: ['ANONYMISE', 'KEEP'],
    basis,
    rows: {
      table: 'meetings.event_guest',
      from: `(select e.to_day from meetings.major_event e where e.bureau_id = t.bureau_id and e.id = t.event_id)`,
      pending: `t.name <> '${nobody}'`,
      set: { name: `'${nobody}'` },
      heldBy: ['id', 'event_id'],
    },
  },
]
