import { sql } from 'kysely'
import { text } from '#kernel/contract/text.ts'
import { countOf, type PersonalHook, partOf, sectionOf } from '#kernel/personal/personal-hook.ts'
import type { RetentionClass } from '#kernel/personal/retention-class.ts'

/** Stands where a name stood. */
const nobody = '（已匿名）'

/** What a person has booked. */
export const bookingsPersonal: PersonalHook = {
  tables: ['bookings.booking'],
  async collect(ctx, { personId }) {
    if (!personId) return []
    return [
      await sectionOf(
        ctx,
        text('预订', 'Bookings'),
        sql`select title, starts_at, ends_at, state, headcount, created_at from bookings.booking
          where organiser_person_id = ${personId} order by starts_at`,
      ),
    ]
  },
  async erase(ctx, { personId }) {
    if (!personId) return []
    return [
      await partOf(
        ctx,
        text('已结束预订里的姓名', 'Name in bookings that are over'),
        'ANONYMISED',
        text('预订是场所使用和统计的依据，须保留', 'bookings are the basis of figures and must stay'),
        sql`update bookings.booking set organiser_name = ${nobody}, organiser_person_id = null
          where organiser_person_id = ${personId} and closed_at is not null`,
      ),
      await partOf(
        ctx,
        text('未结束的预订', 'Bookings still to come'),
        'KEPT',
        text('结束后再匿名；此前需要联系', 'anonymised once over; until then somebody must be reached'),
        countOf(sql`bookings.booking where organiser_person_id = ${personId} and closed_at is null`),
      ),
    ]
  },
}

export const bookingsRetention: readonly RetentionClass[] = [
  {
    name: 'bookings.organiser',
    title: text('预订人', 'Who booked'),
    what: text(
      '已结束预订里的姓名和本人关联；预订和统计不变',
      'name and link to the person in bookings that are over',
    ),
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
    rows: {
      table: 'bookings.booking',
      from: 't.closed_at',
      pending: `t.organiser_name <> '${nobody}'`,
      set: { organiser_name: `'${nobody}'`, organiser_person_id: 'null' },
      heldBy: ['id', 'organiser_person_id'],
    },
  },
]
