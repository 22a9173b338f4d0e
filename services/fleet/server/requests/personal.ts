import { sql } from 'kysely'
import { text } from '#kernel/contract/text.ts'
import { countOf, type PersonalHook, partOf, sectionOf } from '#kernel/personal/personal-hook.ts'
import type { RetentionClass } from '#kernel/personal/retention-class.ts'

const nobody = '（已匿名）'

/** What a person asked for and how they rated it. */
export const requestsPersonal: PersonalHook = {
  tables: ['fleet.request', 'fleet.rating', 'fleet.request_reminder', 'fleet.pool_wish'],
  async collect(ctx, { personId }) {
    if (!personId) return []
    return [
      await sectionOf(
        ctx,
        text('用车申请', 'Requests for vehicles'),
        sql`select number, purpose, reason, origin, stops, destination, starts_at, ends_at, state, contact_phone from fleet.request
          where requester_person_id = ${personId} order by starts_at`,
      ),
      await sectionOf(
        ctx,
        text('用车评价', 'Ratings of rides'),
        sql`select q.number, g.overall, g.punctuality, g.driving, g.vehicle, g.manners, g.comment, g.at from fleet.rating g
          join fleet.request q on q.bureau_id = g.bureau_id and q.id = g.request_id
          where g.by_person_id = ${personId} order by g.at`,
      ),
      await sectionOf(
        ctx,
        text('用车催办', 'Reminders'),
        sql`select q.number, r.at from fleet.request_reminder r
          join fleet.request q on q.bureau_id = r.bureau_id and q.id = r.request_id
          where r.by_person_id = ${personId} order by r.at`,
      ),
    ]
  },
  async erase(ctx, { personId }) {
    if (!personId) return []
    return [
      await partOf(
        ctx,
        text('用车评价', 'Ratings of rides'),
        'ANONYMISED',
        text('评分留作统计，不再能看出是谁', 'the marks stay for the figures, the name does not'),
        sql`update fleet.rating set by_person_id = null, by_name = ${nobody} where by_person_id = ${personId}`,
      ),
      await partOf(
        ctx,
        text('用车申请上的联系电话', 'Telephone numbers on requests'),
        'ERASED',
        text('用车结束后不再需要', 'not needed once the ride is over'),
        sql`update fleet.request set contact_phone = '' where requester_person_id = ${personId}
          and contact_phone <> '' and state in ('DONE', 'CANCELLED', 'REFUSED', 'WITHDRAWN', 'DIVERTED')`,
      ),
      await partOf(
        ctx,
        text('用车申请', 'Requests for vehicles'),
        'KEPT',
        text('公务用车记录须留存备查', 'the record of official vehicles is kept for audit'),
        countOf(sql`fleet.request where requester_person_id = ${personId}`),
      ),
    ]
  },
}

const pipl = {
  title: text(
    '个人信息保护法第十九条：保存期限为实现目的所必要的最短时间',
    'PIPL Art 19: no longer than needed',
  ),
  mark: 'B',
} as const

/** How long telephone numbers and names of raters are kept. */
export const requestsRetention: readonly RetentionClass[] = [
  {
    name: 'fleet.contact-phone',
    title: text('用车联系电话', 'Telephone numbers on requests'),
    what: text('用车申请上的联系电话', 'The telephone numbers on requests for vehicles'),
    days: 366,
    minimumDays: 31,
    action: 'ANONYMISE',
    actions: ['ANONYMISE', 'KEEP'],
    basis: pipl,
    rows: {
      table: 'fleet.request',
      from: 't.ends_at',
      pending: `t.contact_phone <> ''`,
      set: { contact_phone: `''` },
      heldBy: ['id', 'requester_person_id'],
    },
  },
  {
    name: 'fleet.rating',
    title: text('用车评价人', 'Who rated a ride'),
    what: text('用车评价上的姓名', 'The names on ratings of rides'),
    days: 3 * 366,
    minimumDays: 366,
    action: 'ANONYMISE',
    actions: ['ANONYMISE', 'KEEP'],
    basis: pipl,
    rows: {
      table: 'fleet.rating',
      from: 't.at',
      pending: `t.by_name <> '${nobody}'`,
      set: { by_person_id: 'null', by_name: `'${nobody}'` },
      heldBy: ['request_id', 'by_person_id'],
    },
  },
]
