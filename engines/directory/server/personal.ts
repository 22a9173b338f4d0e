import { sql } from 'kysely'
import { text } from '#kernel/contract/text.ts'
import { countOf, type PersonalHook, partOf, sectionOf } from '#kernel/personal/personal-hook.ts'
import type { RetentionClass } from '#kernel/personal/retention-class.ts'

/** What the directory holds about a person. */
export const directoryPersonal: PersonalHook = {
  tables: ['directory.person', 'directory.post'],
  async collect(ctx, { personId }) {
    if (!personId) return []
    return [
      await sectionOf(
        ctx,
        text('人员信息', 'Person'),
        sql`select staff_no, p.name, u.name as unit, title, rank, identity_kind, origin, education, mobile,
            array_to_string(skills, ',') as skills, key_person, joined_on, left_on
          from directory.person p join directory.unit u on u.bureau_id = p.bureau_id and u.id = p.unit_id
          where p.id = ${personId}`,
      ),
      await sectionOf(
        ctx,
        text('任职经历', 'Posts'),
        sql`select u.name as unit, t.title, main, from_day, to_day
          from directory.post t join directory.unit u on u.bureau_id = t.bureau_id and u.id = t.unit_id
          where person_id = ${personId} order by from_day`,
      ),
    ]
  },
  async erase(ctx, { personId }) {
    if (!personId) return []
    return [
      await partOf(
        ctx,
        text('手机号、来源、学历', 'Mobile number, origin, education'),
        'ERASED',
        text('不是履行法定职责所必需', 'not needed for a statutory duty'),
        sql`update directory.person set mobile = null, origin = null, education = null where id = ${personId}
          and (mobile is not null or origin is not null or education is not null)`,
      ),
      await partOf(
        ctx,
        text('姓名、单位、任职经历', 'Name, unit and posts'),
        'KEPT',
        text('履行职责的记录，说明当时由谁负责', 'the record of who was responsible at the time'),
        countOf(sql`directory.post where person_id = ${personId}`),
      ),
    ]
  },
}

export const directoryRetention: readonly RetentionClass[] = [
  {
    name: 'directory.left',
    title: text('离任人员的联系方式', 'Contact of people who left'),
    what: text(
      '手机号、来源、学历、常用房间；姓名和任职保留',
      'mobile, origin, education, room; name and posts stay',
    ),
    days: 183,
    minimumDays: 0,
    action: 'ANONYMISE',
    actions: ['ANONYMISE', 'KEEP'],
    basis: {
      title: text(
        '个人信息保护法第十九条：为实现目的所必要的最短时间',
        'PIPL Art 19: the shortest time the purpose needs',
      ),
      mark: 'A',
    },
    rows: {
      table: 'directory.person',
      from: 't.left_on',
      pending: 'num_nonnulls(t.mobile, t.origin, t.education, t.room_id) > 0',
      set: { mobile: 'null', origin: 'null', education: 'null', room_id: 'null' },
      heldBy: ['id'],
    },
  },
]
