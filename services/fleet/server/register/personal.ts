import { sql } from 'kysely'
import { text } from '#kernel/contract/text.ts'
import { countOf, type PersonalHook, partOf, sectionOf } from '#kernel/personal/personal-hook.ts'
import type { RetentionClass } from '#kernel/personal/retention-class.ts'

const nobody = '（已匿名）'
const record = text('驾驶员登记', 'Entry among the drivers')
const leave = text('请假', 'Leave')
const manners = text('礼仪检查', 'Checks of manners')
const driving = text('事故、违章和考核', 'Accidents, violations and assessments')
const own = (personId: string) =>
  sql`(select d.id from fleet.driver d where d.bureau_id = kernel.bureau() and d.person_id = ${personId})`

/** What the books hold about somebody who drives. */
export const registerPersonal: PersonalHook = {
  tables: ['fleet.driver', 'fleet.driver_absence', 'fleet.acquisition', 'fleet.etiquette_check'],
  async collect(ctx, { personId }) {
    if (!personId) return []
    return [
      await sectionOf(
        ctx,
        record,
        sql`select staff_no, name, phone, licence_class, licence_until, state, left_on from fleet.driver
          where person_id = ${personId}`,
      ),
      await sectionOf(
        ctx,
        leave,
        sql`select kind, starts_at, ends_at, reason, state, decided_by, decision_reason from fleet.driver_absence
          where driver_id in ${own(personId)} order by starts_at`,
      ),
      await sectionOf(
        ctx,
        driving,
        sql`select at, place, what, points from fleet.violation where driver_id in ${own(personId)}
          union all select at, place, what, null from fleet.accident where driver_id in ${own(personId)} order by at`,
      ),
      await sectionOf(
        ctx,
        manners,
        sql`select at, by_name, note, void_reason from fleet.etiquette_check
          where driver_id in ${own(personId)} order by at`,
      ),
    ]
  },
  async erase(ctx, { personId }) {
    if (!personId) return []
    return [
      await partOf(
        ctx,
        text('请假事由', 'Reasons of leave'),
        'ERASED',
        text('不再需要', 'no longer needed'),
        sql`update fleet.driver_absence set reason = '', decision_reason = case when state = 'REFUSED' then ${nobody} end
          where driver_id in ${own(personId)}`,
      ),
      await partOf(
        ctx,
        text('驾驶员电话', 'Telephone of a driver'),
        'ERASED',
        text('离岗后不再需要', 'no longer needed once he has left'),
        sql`update fleet.driver set phone = '' where person_id = ${personId} and state = 'LEFT'`,
      ),
      await partOf(
        ctx,
        manners,
        'KEPT',
        text('考核依据', 'what an assessment rests on'),
        countOf(sql`fleet.etiquette_check where driver_id in ${own(personId)}`),
      ),
      await partOf(
        ctx,
        record,
        'KEPT',
        text('公车使用的责任记录', 'the record of who answered for an official vehicle'),
        countOf(sql`fleet.driver where person_id = ${personId}`),
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

/** How long what is known of drivers is kept. */
export const registerRetention: readonly RetentionClass[] = [
  {
    name: 'fleet.driver_absence',
    title: text('驾驶员请假事由', 'Reasons of drivers’ leave'),
    what: text('请假条上的事由（可能涉及健康）', 'The reason on a leave request, which may be an illness'),
    days: 2 * 366,
    minimumDays: 366,
    action: 'ANONYMISE',
    actions: ['ANONYMISE', 'KEEP'],
    basis,
    rows: {
      table: 'fleet.driver_absence',
      from: 't.ends_at',
      pending: `t.reason <> ''`,
      set: { reason: `''` },
      heldBy: ['id', 'driver_id'],
    },
  },
  {
    name: 'fleet.driver_phone',
    title: text('离岗驾驶员的电话', 'Telephone of drivers who left'),
    what: text('离岗驾驶员的联系电话', 'The telephone number of a driver who left'),
    days: 366,
    minimumDays: 92,
    action: 'ANONYMISE',
    actions: ['ANONYMISE', 'KEEP'],
    basis,
    rows: {
      table: 'fleet.driver',
      from: 't.left_on',
      pending: `t.phone <> ''`,
      set: { phone: `''` },
      heldBy: ['id', 'person_id'],
    },
  },
]
