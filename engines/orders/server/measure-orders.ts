import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import type { MetricHandler, MetricRecord, MetricScope } from '#kernel/server-module.ts'

/** A figure over orders, as SQL over the order `o` (and `c`, one of its costs, or `e`, one of its evaluations). */
interface FigureOf {
  /** Which orders count, besides period and place. */
  where: RawBuilder<unknown>
  /** What one row is worth; 1 for a count. */
  worth: RawBuilder<unknown>
  /** The moment that puts a row into the period. */
  at: RawBuilder<unknown>
  /** How things stood at the period's end, whenever they began. */
  standing?: boolean
  /** Rows other than orders themselves. */
  rows?: 'cost' | 'evaluation'
}

interface Row {
  id: string
  label: string
  at: string | null
  value: number
  order_id: string
  detail: string
}

const rowTables = {
  cost: sql`join orders.cost c on c.bureau_id = o.bureau_id and c.order_id = o.id`,
  evaluation: sql`join orders.evaluation e on e.bureau_id = o.bureau_id and e.order_id = o.id`,
}
const rowIds = { cost: sql`c.id`, evaluation: sql`e.id` }

/** The first moment after the period, in China. */
const endOf = (scope: MetricScope) => sql`((${scope.to}::date + 1)::timestamp at time zone 'Asia/Shanghai')`
const startOf = (scope: MetricScope) => sql`(${scope.from}::date::timestamp at time zone 'Asia/Shanghai')`

function selectRows(figure: FigureOf, scope: MetricScope) {
  // The bureau is row security's: said here again, it would be asked for at every row.
  const parts = [figure.where, sql`${figure.at} < ${endOf(scope)}`]
  if (!figure.standing) parts.push(sql`${figure.at} >= ${startOf(scope)}`)
  if (scope.unitId) parts.push(sql`o.client_unit_id in (select directory.unit_and_below(${scope.unitId}))`)
  if (scope.siteId) parts.push(sql`o.site_id = ${scope.siteId}`)
  return sql`select ${figure.rows ? rowIds[figure.rows] : sql`o.id`} as id, o.id as order_id, o.number as label,
      ${figure.at} as at, (${figure.worth})::float8 as value,
      case when o.restricted then '' else o.title end as detail
    from orders.service_order o ${figure.rows ? rowTables[figure.rows] : sql``}
    where ${sql.join(parts, sql` and `)}`
}

const wholes = {
  sum: sql`coalesce(sum(value), 0)`,
  mean: sql`avg(value)`,
  median: sql`percentile_cont(0.5) within group (order by value)`,
}

/** Makes a figure and the rows behind it from one definition, so that they add up. */
export function measureOrders(
  define: (scope: MetricScope) => FigureOf,
  from: MetricHandler['from'],
  href: (orderId: string) => string = (orderId) => `/orders/${orderId}`,
): MetricHandler {
  return {
    from,
    async value(ctx: Ctx, scope) {
      const rows = selectRows(define(scope), scope)
      const { rows: found } = await sql<{ value: number | null }>`
        select (${wholes[from]})::float8 as value from (${rows}) as counted`.execute(ctx.db)
      return found[0]?.value ?? null
    },
    async records(ctx: Ctx, scope, page): Promise<MetricRecord[]> {
      const rows = selectRows(define(scope), scope)
      const { rows: found } = await sql<Row>`
        select * from (${rows}) as counted
        where ${page.after}::uuid is null or id > ${page.after}::uuid
        order by id limit ${page.limit}`.execute(ctx.db)
      return found.map(({ id, label, at, value, order_id, detail }) => ({
        id,
        label,
        at: at === null ? null : new Date(at).toISOString(),
        value,
        href: href(order_id),
        detail,
      }))
    },
  }
}

const counted = sql`o.state not in ('VOIDED', 'MERGED')`

/**
 * The figures every service line has, over its own orders; `more` narrows them with SQL over the order `o`.
 * Rates are in percent, minutes are working minutes, money is in yuan.
 */
export function orderFigures(line: string, href?: (orderId: string) => string) {
  const of = (more?: RawBuilder<unknown>) =>
    more ? sql`o.line = ${line} and ${counted} and (${more})` : sql`o.line = ${line} and ${counted}`
  const figure = (define: (scope: MetricScope) => FigureOf, from: MetricHandler['from']) =>
    measureOrders(define, from, href)
  const one = sql`1`
  return {
    /** Orders reported in the period. */
    reported: (more?: RawBuilder<unknown>) =>
      figure(() => ({ where: of(more), worth: one, at: sql`o.created_at` }), 'sum'),
    /** Orders whose work ended in the period. */
    finished: (more?: RawBuilder<unknown>) =>
      figure(
        () => ({ where: sql`${of(more)} and o.finished_at is not null`, worth: one, at: sql`o.finished_at` }),
        'sum',
      ),
    /** Orders reported by the period's end whose work had not ended by then. */
    open: (more?: RawBuilder<unknown>) =>
      figure(
        (scope) => ({
          where: sql`${of(more)} and (o.finished_at is null or o.finished_at >= ${endOf(scope)})`,
          worth: one,
          at: sql`o.created_at`,
          standing: true,
        }),
        'sum',
      ),
    /** Percent of the promised orders finished in the period that were in time. */
    onTimeRate: (more?: RawBuilder<unknown>) =>
      figure(
        () => ({
          where: sql`${of(more)} and o.on_time is not null`,
          worth: sql`case when o.on_time then 100 else 0 end`,
          at: sql`o.finished_at`,
        }),
        'mean',
      ),
    /** Working minutes from the report to the first answer of a person, over orders reported in the period. */
    respondMinutes: (more?: RawBuilder<unknown>) =>
      figure(
        () => ({
          where: sql`${of(more)} and o.respond_minutes is not null`,
          worth: sql`o.respond_minutes`,
          at: sql`o.created_at`,
        }),
        'median',
      ),
    /** Overall ratings given in the period. */
    satisfaction: (more?: RawBuilder<unknown>) =>
      figure(() => ({ where: of(more), worth: sql`e.overall`, at: sql`e.at`, rows: 'evaluation' }), 'mean'),
    /** Costs entered in the period, in yuan; a correction counts on its own day. */
    costYuan: (more?: RawBuilder<unknown>) =>
      figure(
        () => ({ where: of(more), worth: sql`c.amount_fen / 100.0`, at: sql`c.at`, rows: 'cost' }),
        'sum',
      ),
    /** Reminders (催办) are counted with the order they urged. */
    reminded: (more?: RawBuilder<unknown>) =>
      figure(
        () => ({ where: sql`${of(more)} and o.reminder_count > 0`, worth: one, at: sql`o.created_at` }),
        'sum',
      ),
  }
}
