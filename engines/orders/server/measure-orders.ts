import { type RawBuilder, sql } from 'kysely'
import { endOf } from './figure-of.ts'
import { OrderSource } from './order-source.ts'

type Condition = RawBuilder<unknown>

/** Two conditions, of which the second may be absent. */
const both = (first: Condition, more?: Condition) => (more ? sql`(${first} and (${more}))` : first)

/**
 * The figures every service line has, over its own orders; `more` narrows them with SQL over the order `o` and what
 * `joined` adds. Rates are in percent, minutes are working minutes, money is in yuan.
 * @param joined a left join of the line's own table, at most one row an order
 */
export function orderFigures(
  line: string,
  href: (orderId: string) => string = (orderId) => `/orders/${orderId}`,
  joined: RawBuilder<unknown> = sql``,
) {
  const source = new OrderSource(line, joined, href)
  return {
    /** Orders reported in the period. */
    reported: (more?: Condition) => source.define(() => ({ where: more, at: sql`o.created_at` }), 'sum'),
    /** Orders whose work ended in the period. */
    finished: (more?: Condition) => source.define(() => ({ where: more, at: sql`o.finished_at` }), 'sum'),
    /** Orders reported by the period's end whose work had not ended by then. */
    open: (more?: Condition) =>
      source.define(
        (scope) => ({
          where: both(sql`(o.finished_at is null or o.finished_at >= ${endOf(scope)})`, more),
          at: sql`o.created_at`,
          standing: true,
        }),
        'sum',
      ),
    /** Percent of the promised orders finished in the period that were in time. */
    onTimeRate: (more?: Condition) =>
      source.define(
        () => ({
          where: both(sql`o.on_time is not null`, more),
          worth: sql`case when o.on_time then 100 else 0 end`,
          at: sql`o.finished_at`,
        }),
        'mean',
      ),
    /** Working minutes from the report to the first answer of a person, over orders reported in the period. */
    respondMinutes: (more?: Condition) =>
      source.define(
        () => ({
          where: both(sql`o.respond_minutes is not null`, more),
          worth: sql`o.respond_minutes`,
          at: sql`o.created_at`,
        }),
        'median',
      ),
    /** Overall ratings given in the period. */
    satisfaction: (more?: Condition) =>
      source.define(() => ({ entry: 'evaluation', where: more, worth: sql`x.worth`, at: sql`x.at` }), 'mean'),
    /** Costs entered in the period, in yuan; a correction counts on its own day. */
    costYuan: (more?: Condition) =>
      source.define(
        () => ({ entry: 'cost', where: more, worth: sql`x.worth`, per: 100, at: sql`x.at` }),
        'sum',
      ),
    /** Reminders (催办) are counted with the order they urged. */
    reminded: (more?: Condition) =>
      source.define(() => ({ where: both(sql`o.reminder_count > 0`, more), at: sql`o.created_at` }), 'sum'),
  }
}
