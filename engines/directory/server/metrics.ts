import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import type { MetricHandler, MetricRecord, MetricScope } from '#kernel/server-module.ts'

type Rows = (scope: MetricScope) => RawBuilder<MetricRecord>

/** Open at the end of the period; what has no beginning was always there. */
const openAtEnd = ({ to }: MetricScope) => sql`
  (opened_on is null or opened_on <= ${to}::date) and (closed_on is null or closed_on > ${to}::date)`

const unitsOf = (unitId: string) => sql`(select directory.unit_and_below(${unitId}::uuid))`

function siteRows(value: RawBuilder<number>): Rows {
  return (scope) => sql`
    select site.id, site.name as label, site.opened_on::text as at, ${value} as value,
      '/sites/' || site.id as href, site.kind || ' ' || site.floor_area_m2 || ' ㎡' as detail
    from directory.site
    where ${openAtEnd(scope)}
      and ${scope.siteId ? sql`site.id = ${scope.siteId}::uuid` : sql`true`}
      and ${
        scope.unitId
          ? sql`exists (select from directory.room where room.site_id = site.id and room.unit_id in ${unitsOf(scope.unitId)})`
          : sql`true`
      }`
}

const unitRows: Rows = (scope) => sql`
  select unit.id, unit.name as label, unit.opened_on::text as at, 1 as value,
    '/organisation/units/' || unit.id as href, coalesce(unit.level, '') as detail
  from directory.unit
  where ${openAtEnd(scope)}
    and ${scope.unitId ? sql`unit.id in ${unitsOf(scope.unitId)}` : sql`true`}
    and ${
      scope.siteId
        ? sql`exists (select from directory.room where room.unit_id = unit.id and room.site_id = ${scope.siteId}::uuid)`
        : sql`true`
    }`

/** Where a person belonged then is what the main post of that day says. */
const peopleRows: Rows = (scope) => sql`
  select person.id, person.name as label, person.joined_on::text as at, 1 as value,
    '/organisation/people/' || person.id as href, person.staff_no || ' ' || coalesce(unit.name, '') as detail
  from directory.person
  left join directory.post on post.person_id = person.id and post.main
    and daterange(post.from_day, post.to_day) @> ${scope.to}::date
  left join directory.unit on unit.id = post.unit_id
  where (person.joined_on is null or person.joined_on <= ${scope.to}::date)
    and (person.left_on is null or person.left_on > ${scope.to}::date)
    and ${scope.unitId ? sql`post.unit_id in ${unitsOf(scope.unitId)}` : sql`true`}
    and ${
      scope.siteId
        ? sql`exists (select from directory.room where room.id = person.room_id and room.site_id = ${scope.siteId}::uuid)`
        : sql`true`
    }`

/** The value is the sum of the very rows that the drill-down shows. */
function summed(rows: Rows): MetricHandler {
  return {
    from: 'sum',
    async value(ctx: Ctx, scope: MetricScope) {
      const answer = await sql<{ total: number }>`
        select coalesce(sum(value), 0) as total from (${rows(scope)}) as row`.execute(ctx.db)
      return answer.rows[0]!.total
    },
    async records(ctx, scope, { after, limit }) {
      const answer = await sql<MetricRecord>`
        select * from (${rows(scope)}) as row
        where ${after ? sql`id > ${after}::uuid` : sql`true`} order by id limit ${limit}`.execute(ctx.db)
      return answer.rows
    },
  }
}

export const metrics = {
  'sites.count': summed(siteRows(sql`1`)),
  'sites.floor-area.sum': summed(siteRows(sql`site.floor_area_m2`)),
  'people.count': summed(peopleRows),
  'units.count': summed(unitRows),
}
