import { sql } from 'kysely'
import { text } from '#kernel/contract/text.ts'
import { countOf, type PersonalHook, partOf, sectionOf } from '#kernel/personal/personal-hook.ts'
import type { RetentionClass } from '#kernel/personal/retention-class.ts'

/** Stands where a name stood. */
const nobody = '（已匿名）'
const anonymousOrder = {
  requester_name: `'${nobody}'`,
  requester_phone: 'null',
  requester_person_id: 'null',
  search_words: `replace(t.search_words, lower(t.requester_name), '')`,
}
const anonymousComplaint = {
  complainant_name: `'${nobody}'`,
  complainant_phone: 'null',
  complainant_person_id: 'null',
}
const assignments = (set: Record<string, string>) =>
  sql.raw(
    Object.entries(set)
      .map(([column, value]) => `${column} = ${value}`)
      .join(', '),
  )
const kept = text(
  '工单是履职和统计的依据，须保留',
  'orders are the basis of accounts and figures and must stay',
)

/** What a person asked for, complained of and rated. */
export const ordersPersonal: PersonalHook = {
  tables: [
    'orders.service_order',
    'orders.complaint',
    'orders.evaluation',
    'orders.follower',
    'orders.reminder',
    'orders.worker',
    'orders.opening',
  ],
  async collect(ctx, { personId, userId }) {
    const opened = await sectionOf(
      ctx,
      text('打开过的受限工单', 'Restricted orders opened'),
      sql`select at, order_id from orders.opening where user_id = ${userId} order by at`,
    )
    if (!personId) return [opened]
    return [
      await sectionOf(
        ctx,
        text('提出的工单', 'Orders asked for'),
        sql`select number, title, description, requester_name, requester_phone, place_text, state, created_at,
            completed_at from orders.service_order where requester_person_id = ${personId} order by created_at`,
      ),
      await sectionOf(
        ctx,
        text('投诉', 'Complaints'),
        sql`select number, about, words, complainant_name, complainant_phone, answer, registered_at
          from orders.complaint where complainant_person_id = ${personId} order by registered_at`,
      ),
      await sectionOf(
        ctx,
        text('评价', 'Ratings given'),
        sql`select o.number, e.overall, e.comment, e.at from orders.evaluation e
          join orders.service_order o on o.bureau_id = e.bureau_id and o.id = e.order_id
          where e.by_person_id = ${personId} order by e.at`,
      ),
      await sectionOf(
        ctx,
        text('催办', 'Reminders'),
        sql`select at, by_name, note from orders.reminder where by_person_id = ${personId} order by at`,
      ),
      await sectionOf(
        ctx,
        text('经办的工单', 'Orders carried out'),
        sql`select number, title, state, created_at from orders.service_order
          where worker_person_id = ${personId} or first_contact_owner_id = ${personId} order by created_at`,
      ),
      await sectionOf(
        ctx,
        text('值守设置', 'Duty'),
        sql`select on_duty, on_duty_until, max_load from orders.worker where person_id = ${personId}`,
      ),
      await sectionOf(
        ctx,
        text('关注的工单', 'Orders followed'),
        sql`select o.number from orders.follower f
          join orders.service_order o on o.bureau_id = f.bureau_id and o.id = f.order_id
          where f.person_id = ${personId} order by o.number`,
      ),
      opened,
    ]
  },
  async erase(ctx, { personId }) {
    if (!personId) return []
    return [
      await partOf(
        ctx,
        text('已办结工单里的姓名和电话', 'Name and telephone in completed orders'),
        'ANONYMISED',
        kept,
        sql`update orders.service_order t set ${assignments(anonymousOrder)}
          where requester_person_id = ${personId} and completed_at is not null`,
      ),
      await partOf(
        ctx,
        text('在办工单', 'Orders under way'),
        'KEPT',
        text(
          '办结后再匿名；在办期间需要联系',
          'anonymised once completed; until then somebody must be reached',
        ),
        countOf(sql`orders.service_order where requester_person_id = ${personId} and completed_at is null`),
      ),
      await partOf(
        ctx,
        text('已办结投诉里的姓名和电话', 'Name and telephone in closed complaints'),
        'ANONYMISED',
        kept,
        sql`update orders.complaint t set ${assignments(anonymousComplaint)}
          where complainant_person_id = ${personId} and closed_at is not null`,
      ),
      await partOf(
        ctx,
        text('关注', 'Orders followed'),
        'ERASED',
        text('仅为本人方便而保存', 'kept for the own convenience only'),
        sql`delete from orders.follower where person_id = ${personId}`,
      ),
      await partOf(
        ctx,
        text('评价、催办和经办记录', 'Ratings, reminders, and the record of own work'),
        'KEPT',
        text('只增不改的履职记录', 'records of duty that are only ever added to'),
        countOf(sql`orders.evaluation where by_person_id = ${personId}`),
      ),
    ]
  },
}

const threeYears = {
  days: 1096,
  minimumDays: 0,
  action: 'ANONYMISE',
  actions: ['ANONYMISE', 'KEEP'],
  basis: {
    title: text(
      '个人信息保护法第十九条；三年为单位自定，可修改',
      'PIPL Art 19; three years is the bureau’s own choice and can be changed',
    ),
    mark: 'C',
  },
} as const

export const ordersRetention: readonly RetentionClass[] = [
  {
    name: 'orders.requester',
    title: text('工单里的报修人', 'Who asked, in orders'),
    what: text(
      '办结工单里的姓名、电话和本人关联；工单和统计不变',
      'name, telephone and link to the person in completed orders; orders and figures stay',
    ),
    ...threeYears,
    rows: {
      table: 'orders.service_order',
      from: 't.completed_at',
      pending: `t.requester_name <> '${nobody}'`,
      set: anonymousOrder,
      heldBy: ['id', 'requester_person_id'],
    },
  },
  {
    name: 'orders.complainant',
    title: text('投诉人', 'Who complained'),
    what: text(
      '办结投诉里的姓名、电话和本人关联',
      'name, telephone and link to the person in closed complaints',
    ),
    ...threeYears,
    rows: {
      table: 'orders.complaint',
      from: 't.closed_at',
      pending: `t.complainant_name <> '${nobody}'`,
      set: anonymousComplaint,
      heldBy: ['id', 'complainant_person_id', 'order_id', 'matter_id'],
    },
  },
]
