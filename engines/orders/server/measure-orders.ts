import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import type { MetricHandler, MetricRecord, MetricScope, MetricSource } from '#kernel/server-module.ts'

/** A figure over orders, as SQL over the order `o` (and `c`, one of its costs, or `e`, one of its evaluations). */
interface FigureOf {
  /** Which orders count, besides line, period and place. */
  where: RawBuilder<unknown>
  /** What one row is worth; absent for a count. */
  worth?: RawBuilder<unknown>
  /** The moment that puts a row into the period. */
  at: RawBuilder<unknown>
  /** How things stood at the period's end, whenever they began. */
  standing?: boolean
}

/** The rows a figure counts: orders, their costs or their evaluations. */
type RowKind = 'order' | 'cost' | 'evaluation'

interface Row {
  id: string
  label: string
  at: string | null
  value: number
  order_id: string
  detail: string
}

const rowTables = {
  order: sql``,
  cost: sql`join orders.cost c on c.bureau_id = o.bureau_id and c.order_id = o.id`,
  evaluation: sql`join orders.evaluation e on e.bureau_id = o.bureau_id and e.order_id = o.id`,
}
const rowIds = { order: sql`o.id`, cost: sql`c.id`, evaluation: sql`e.id` }

/** The first moment after the period, in China. */
const endOf = (scope: MetricScope) => sql`((${scope.to}::date + 1)::timestamp at time zone 'Asia/Shanghai')`
const startOf = (scope: MetricScope) => sql`(${scope.from}::date::timestamp at time zone 'Asia/Shanghai')`

/** Which rows the figure counts. The bureau is row security's: said here again, it would be asked for at every row. */
function conditionOf(figure: FigureOf, scope: MetricScope): RawBuilder<unknown> {
  const parts = [figure.where, sql`${figure.at} < ${endOf(scope)}`]
  if (!figure.standing) parts.push(sql`${figure.at} >= ${startOf(scope)}`)
  return sql.join(parts, sql` and `)
}

const one = sql`1`

const wholes = {
  sum: (worth: RawBuilder<unknown>, filter: RawBuilder<unknown>) => sql`coalesce(sum(${worth}) ${filter}, 0)`,
  mean: (worth: RawBuilder<unknown>, filter: RawBuilder<unknown>) => sql`avg(${worth}) ${filter}`,
}

/**
 * Figures over the orders of one line, made so that a figure and the rows behind it come from one definition, and
 * that figures over the same kind of rows are read in one pass. `joined` adds a table with at most one row an order.
 */
class OrderSource implements MetricSource {
  readonly #tables: RawBuilder<unknown>
  readonly #id: RawBuilder<unknown>
  readonly #line: string
  readonly #href: (orderId: string) => string
  readonly #definitions = new Map<MetricHandler, (scope: MetricScope) => FigureOf>()

  constructor(line: string, kind: RowKind, joined: RawBuilder<unknown>, href: (orderId: string) => string) {
    this.#tables = sql`orders.service_order o ${rowTables[kind]} ${joined}`
    this.#id = rowIds[kind]
    this.#line = line
    this.#href = href
  }

  define(figureOf: (scope: MetricScope) => FigureOf, from: MetricHandler['from']): MetricHandler {
    const handler: MetricHandler = {
      from,
      source: this,
      value: async (ctx, scope) => (await this.readTogether(ctx, scope, [handler]))[0] ?? null,
      records: (ctx, scope, page) => this.#records(ctx, scope, page, figureOf(scope)),
    }
    this.#definitions.set(handler, figureOf)
    return handler
  }

  async readTogether(ctx: Ctx, scope: MetricScope, figures: readonly MetricHandler[]) {
    const values = new Map<MetricHandler, number | null>()
    // Ten years of costs are joined in memory, not in files; until the transaction ends.
    await sql`set local work_mem = '32MB'`.execute(ctx.db)
    for (const figure of figures)
      if (figure.from === 'median') values.set(figure, await this.#median(ctx, scope, figure))
    const others = figures.filter((figure) => !values.has(figure))
    if (others.length > 0) await this.#wholes(ctx, scope, others, values)
    return figures.map((figure) => values.get(figure) ?? null)
  }

  /** Sums and means in one pass. */
  async #wholes(
    ctx: Ctx,
    scope: MetricScope,
    figures: readonly MetricHandler[],
    values: Map<MetricHandler, number | null>,
  ): Promise<void> {
    const parts = [this.#within(scope)]
    const columns = figures.map((figure, index) => {
      const definition = this.#definitions.get(figure)!(scope)
      const condition = conditionOf(definition, scope)
      // A single figure says it as a condition of the rows, so that an index may find them.
      if (figures.length === 1) parts.push(condition)
      const filter = figures.length === 1 ? sql`` : sql`filter (where ${condition})`
      const { worth } = definition
      const whole = worth
        ? wholes[figure.from === 'mean' ? 'mean' : 'sum'](sql`(${worth})::float8`, filter)
        : sql`count(*) ${filter}`
      return sql`(${whole})::float8 as ${sql.id(`v${index}`)}`
    })
    const { rows } = await sql<Record<string, number | null>>`
      select ${sql.join(columns)} from ${this.#tables} where ${sql.join(parts, sql` and `)}`.execute(ctx.db)
    for (const [index, figure] of figures.entries()) values.set(figure, rows[0]?.[`v${index}`] ?? null)
  }

  /**
   * The middle value, of two the mean: from how often each value occurs, which several processes count at once, where
   * an ordered aggregate would sort every row in one.
   */
  async #median(ctx: Ctx, scope: MetricScope, figure: MetricHandler): Promise<number | null> {
    const definition = this.#definitions.get(figure)!(scope)
    const { rows } = await sql<{ value: number | null }>`
      with counted as (
        select (${definition.worth ?? one})::float8 as value, count(*) as n from ${this.#tables}
        where ${this.#within(scope)} and ${conditionOf(definition, scope)} group by 1),
      ranked as (select value, sum(n) over (order by value) as upto, sum(n) over () as n from counted)
      select (min(value) filter (where upto >= floor((n + 1) / 2)) + min(value) filter (where upto >= ceil((n + 1) / 2)))
        / 2 as value from ranked`.execute(ctx.db)
    return rows[0]?.value ?? null
  }

  /** Line and place. */
  #within({ unitId, siteId }: MetricScope): RawBuilder<unknown> {
    const parts = [sql`o.line = ${this.#line}`]
    if (unitId) parts.push(sql`o.client_unit_id in (select directory.unit_and_below(${unitId}))`)
    if (siteId) parts.push(sql`o.site_id = ${siteId}`)
    return sql.join(parts, sql` and `)
  }

  async #records(
    ctx: Ctx,
    scope: MetricScope,
    page: { after: string | null; limit: number },
    figure: FigureOf,
  ): Promise<MetricRecord[]> {
    const { rows } = await sql<Row>`
      select * from (
        select ${this.#id} as id, o.id as order_id, o.number as label, ${figure.at} as at,
          (${figure.worth ?? one})::float8 as value, case when o.restricted then '' else o.title end as detail
        from ${this.#tables} where ${this.#within(scope)} and ${conditionOf(figure, scope)}
      ) as counted
      where ${page.after}::uuid is null or id > ${page.after}::uuid
      order by id limit ${page.limit}`.execute(ctx.db)
    return rows.map(({ id, label, at, value, order_id, detail }) => ({
      id,
      label,
      at: at === null ? null : new Date(at).toISOString(),
      value,
      href: this.#href(order_id),
      detail,
    }))
  }
}

const counted = sql`o.state not in ('VOIDED', 'MERGED')`

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
  const source = (kind: RowKind) => new OrderSource(line, kind, joined, href)
  const [orders, costs, evaluations] = [source('order'), source('cost'), source('evaluation')]
  const of = (more?: RawBuilder<unknown>) => (more ? sql`${counted} and (${more})` : counted)
  return {
    /** Orders reported in the period. */
    reported: (more?: RawBuilder<unknown>) =>
      orders.define(() => ({ where: of(more), at: sql`o.created_at` }), 'sum'),
    /** Orders whose work ended in the period. */
    finished: (more?: RawBuilder<unknown>) =>
      orders.define(
        () => ({ where: sql`${of(more)} and o.finished_at is not null`, at: sql`o.finished_at` }),
        'sum',
      ),
    /** Orders reported by the period's end whose work had not ended by then. */
    open: (more?: RawBuilder<unknown>) =>
      orders.define(
        (scope) => ({
          where: sql`${of(more)} and (o.finished_at is null or o.finished_at >= ${endOf(scope)})`,
          at: sql`o.created_at`,
          standing: true,
        }),
        'sum',
      ),
    /** Percent of the promised orders finished in the period that were in time. */
    onTimeRate: (more?: RawBuilder<unknown>) =>
      orders.define(
        () => ({
          where: sql`${of(more)} and o.on_time is not null`,
          worth: sql`case when o.on_time then 100 else 0 end`,
          at: sql`o.finished_at`,
        }),
        'mean',
      ),
    /** Working minutes from the report to the first answer of a person, over orders reported in the period. */
    respondMinutes: (more?: RawBuilder<unknown>) =>
      orders.define(
        () => ({
          where: sql`${of(more)} and o.respond_minutes is not null`,
          worth: sql`o.respond_minutes`,
          at: sql`o.created_at`,
        }),
        'median',
      ),
    /** Overall ratings given in the period. */
    satisfaction: (more?: RawBuilder<unknown>) =>
      evaluations.define(() => ({ where: of(more), worth: sql`e.overall`, at: sql`e.at` }), 'mean'),
    /** Costs entered in the period, in yuan; a correction counts on its own day. */
    costYuan: (more?: RawBuilder<unknown>) =>
      costs.define(() => ({ where: of(more), worth: sql`c.amount_fen / 100.0`, at: sql`c.at` }), 'sum'),
    /** Reminders (催办) are counted with the order they urged. */
    reminded: (more?: RawBuilder<unknown>) =>
      orders.define(
        () => ({ where: sql`${of(more)} and o.reminder_count > 0`, at: sql`o.created_at` }),
        'sum',
      ),
  }
}
