import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import type { MetricHandler, MetricRecord, MetricScope, MetricSource } from '#kernel/server-module.ts'
import { type EntryKind, entryTables, type FigureOf, periodOf } from './figure-of.ts'
import { type AskedFigure, and, fitsTogether, statePass } from './state-pass.ts'

interface Row {
  id: string
  label: string
  at: string | null
  value: number
  order_id: string
  detail: string
}

/**
 * Figures over the orders of one line, made so that a figure and the rows behind it come from one definition, and that
 * all over orders are read in one pass, and all over their entries in another. What is voided or merged counts nowhere.
 */
export class OrderSource implements MetricSource {
  readonly #line: string
  readonly #joined: RawBuilder<unknown>
  readonly #href: (orderId: string) => string
  readonly #definitions = new Map<MetricHandler, (scope: MetricScope) => FigureOf>()

  /** @param joined adds a table with at most one row an order */
  constructor(line: string, joined: RawBuilder<unknown>, href: (orderId: string) => string) {
    this.#line = line
    this.#joined = joined
    this.#href = href
  }

  define(figureOf: (scope: MetricScope) => FigureOf, from: MetricHandler['from']): MetricHandler {
    const handler: MetricHandler = {
      from,
      source: this,
      value: async (ctx, scope) => (await this.#read(ctx, scope, [handler]))[0] ?? null,
      records: (ctx, scope, page) => this.#records(ctx, scope, page, figureOf(scope)),
    }
    this.#definitions.set(handler, figureOf)
    return handler
  }

  async readTogether(ctx: Ctx, scope: MetricScope, figures: readonly MetricHandler[]) {
    // Ten years of orders are joined in memory, not in files; until the transaction ends. One figure finds its rows by
    // an index and is spared the call.
    await sql`set local work_mem = '32MB'`.execute(ctx.db)
    return this.#read(ctx, scope, figures)
  }

  async #read(ctx: Ctx, scope: MetricScope, figures: readonly MetricHandler[]) {
    const passes: (AskedFigure & { handler: MetricHandler })[][] = []
    for (const handler of figures) {
      const asked = { handler, definition: this.#definitions.get(handler)!(scope), from: handler.from }
      const fitting = passes.find((pass) => fitsTogether(pass, asked))
      if (fitting) fitting.push(asked)
      else passes.push([asked])
    }
    const values = new Map<MetricHandler, number | null>()
    for (const pass of passes) {
      const tables = this.#tables(pass.map(({ definition }) => definition.entry))
      const { rows } = await statePass(pass, scope, tables, this.#within(scope)).execute(ctx.db)
      for (const [place, { handler }] of pass.entries()) values.set(handler, rows[0]?.[`v${place}`] ?? null)
    }
    return figures.map((figure) => values.get(figure) ?? null)
  }

  /** The orders, or the entries of these kinds with their orders. */
  #tables(kinds: readonly (EntryKind | undefined)[]): RawBuilder<unknown> {
    const entries = [...new Set(kinds)].flatMap((kind) => (kind ? [entryTables[kind]] : []))
    const each =
      entries.length > 0
        ? sql`join (${sql.join(entries, sql` union all `)}) x on x.bureau_id = o.bureau_id and x.order_id = o.id`
        : sql``
    return sql`orders.service_order o ${each} ${this.#joined}`
  }

  /** Line and place. The bureau is row security's: said here again, it would be asked for at every row. */
  #within({ unitId, siteId }: MetricScope): RawBuilder<unknown> {
    const parts = [sql`o.line = ${this.#line} and o.state not in ('VOIDED', 'MERGED')`]
    if (unitId) parts.push(sql`o.client_unit_id in (select directory.unit_and_below(${unitId}))`)
    if (siteId) parts.push(sql`o.site_id = ${siteId}`)
    return sql.join(parts, and)
  }

  async #records(
    ctx: Ctx,
    scope: MetricScope,
    page: { after: string | null; limit: number },
    figure: FigureOf,
  ): Promise<MetricRecord[]> {
    const { at, entry, where, worth = sql`1`, per = 1 } = figure
    const { rows } = await sql<Row>`
      select * from (
        select ${entry ? sql`x.id` : sql`o.id`} as id, o.id as order_id, o.number as label, ${at} as at,
          (${worth}) / ${per}::float8 as value, case when o.restricted then '' else o.title end as detail
        from ${this.#tables([entry])}
        where ${sql.join([this.#within(scope), periodOf(figure, scope), ...(where ? [sql`(${where})`] : [])], and)}
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
