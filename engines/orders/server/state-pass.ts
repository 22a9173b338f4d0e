import { type RawBuilder, sql } from 'kysely'
import type { MetricHandler, MetricScope } from '#kernel/server-module.ts'
import { type FigureOf, periodOf } from './figure-of.ts'

export const and = sql` and `

/** A figure to be read: what it counts, and how its value follows from the rows. */
export interface AskedFigure {
  definition: FigureOf
  from: MetricHandler['from']
}

/** Whether both can be read in one pass: the same rows, and one median, by whose values they are grouped. */
export function fitsTogether(pass: readonly AskedFigure[], asked: AskedFigure): boolean {
  const isEntry = ({ definition }: AskedFigure) => definition.entry !== undefined
  return (
    pass.every((one) => isEntry(one) === isEntry(asked)) &&
    (asked.from !== 'median' || pass.every(({ from }) => from !== 'median'))
  )
}

/**
 * One reading of some rows for several figures; the value of the figure at place n is `vn`. A median needs how often
 * each value occurs, which several processes count at once, where an ordered aggregate would sort every row in one;
 * the other figures are added up within the same groups.
 */
export function statePass(
  pass: readonly AskedFigure[],
  scope: MetricScope,
  tables: RawBuilder<unknown>,
  within: RawBuilder<unknown>,
): RawBuilder<Record<string, number | null>> {
  const rows = [within, ...sharedConditions(pass, scope)]
  const parts: RawBuilder<unknown>[] = []
  const values = pass.map((asked, place) => {
    const own = ownConditions(asked, pass, scope)
    const condition = own.length > 0 ? sql.join(own, and) : null
    const filter = condition ? sql`filter (where ${condition})` : sql``
    const [part, count] = [sql.id(`p${place}`), sql.id(`n${place}`)]
    const { worth, per = 1 } = asked.definition
    const scaled = (value: RawBuilder<unknown>) => sql`(${value}) / ${per}::float8 as ${sql.id(`v${place}`)}`
    if (asked.from === 'median') {
      const value = condition ? sql`case when ${condition} then ${worth ?? one} end` : (worth ?? one)
      // First, because the rows are grouped by it.
      parts.unshift(sql`(${value})::float8 as value, count(${value}) as n`)
      return scaled(middle)
    }
    if (asked.from === 'mean') {
      parts.push(sql`sum(${worth ?? one}) ${filter} as ${part}, count(${worth ?? one}) ${filter} as ${count}`)
      return scaled(sql`sum(${part})::float8 / nullif(sum(${count}), 0)::float8`)
    }
    parts.push(sql`${worth ? sql`sum(${worth})` : sql`count(*)`} ${filter} as ${part}`)
    return scaled(sql`coalesce(sum(${part}), 0)::float8`)
  })
  const grouped = pass.some(({ from }) => from === 'median')
  return sql`
    with parts as (
      select ${sql.join(parts)} from ${tables} where ${sql.join(rows, and)} ${grouped ? sql`group by 1` : sql``}),
    ranked as (
      select parts.* ${grouped ? sql`, sum(n) over (order by value) as upto, sum(n) over () as total` : sql``} from parts)
    select ${sql.join(values)} from ranked`
}

const one = sql`1`

/** The middle value, of two the mean; rows that the median does not count have no value and stand last. */
const middle = sql`(min(value) filter (where upto >= floor((total + 1) / 2))
  + min(value) filter (where upto >= ceil((total + 1) / 2))) / 2`

/** What holds for every row of the pass, so that an index may find them: all of a single figure, the period of entries. */
function sharedConditions(pass: readonly AskedFigure[], scope: MetricScope): RawBuilder<unknown>[] {
  const [first] = pass
  if (!first || !sharePeriod(pass)) return []
  const { where } = first.definition
  return [periodOf(first.definition, scope), ...(where && pass.length === 1 ? [sql`(${where})`] : [])]
}

/** Entries have one moment each, an order has several. */
const sharePeriod = (pass: readonly AskedFigure[]) =>
  pass.length === 1 || pass.every(({ definition }) => definition.entry && !definition.standing)

/** What tells the rows of one figure from the others of its pass. */
function ownConditions(
  { definition }: AskedFigure,
  pass: readonly AskedFigure[],
  scope: MetricScope,
): RawBuilder<unknown>[] {
  if (pass.length === 1) return []
  const own: RawBuilder<unknown>[] = []
  if (pass.some((other) => other.definition.entry !== definition.entry))
    own.push(sql`x.kind = ${definition.entry}`)
  if (!sharePeriod(pass)) own.push(periodOf(definition, scope))
  if (definition.where) own.push(sql`(${definition.where})`)
  return own
}
