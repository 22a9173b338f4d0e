import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import type { Ask } from '../schema.ts'

/** Whom a step asks, as a route's version stores it: checked when it was written, and never changed. */
export const asksOf = (stored: unknown): readonly Ask[] => stored as Ask[]

/** Somebody who can be asked. */
export interface Decider {
  personId: string
  name: string
}

/** Whom a matter belongs to: heads are looked for from its unit upwards, and nobody decides the own request. */
export interface Matter {
  unitId: string
  requesterPersonId: string | null
}

/** Where a matter goes when neither those asked nor those it is passed to are there. */
const lastResort: readonly Ask[][] = [
  [{ kind: 'ROLE', role: 'director' }],
  [{ kind: 'ROLE', role: 'manager' }],
  [{ kind: 'ROLE', role: 'admin' }],
]

/** Everybody these words mean today, each once, without the requester and those left out. */
export async function findDeciders(
  ctx: Ctx,
  matter: Matter,
  asks: readonly Ask[],
  leaveOut: readonly string[] = [],
): Promise<Decider[]> {
  const without = [...leaveOut, ...(matter.requesterPersonId ? [matter.requesterPersonId] : [])]
  const roles = asks.flatMap((ask) => (ask.kind === 'ROLE' ? [ask.role] : []))
  const persons = asks.flatMap((ask) => (ask.kind === 'PERSON' ? [ask.personId] : []))
  const { rows } = await sql<Decider>`
    select distinct able.person_id as "personId", able.name from approvals.able() able
    where (able.roles && ${roles}::text[] or able.person_id = any(${persons}::uuid[]))
      and able.person_id <> all(${without}::uuid[])
    order by able.name, able.person_id`.execute(ctx.db)
  if (!asks.some(({ kind }) => kind === 'UNIT_HEAD')) return rows
  const heads = await findHeads(ctx, matter.unitId, without)
  const known = new Set(rows.map(({ personId }) => personId))
  return [...rows, ...heads.filter(({ personId }) => !known.has(personId))]
}

/**
 * The heads nearest above a matter: in its unit, else in the one above it, and so on. A section head or a director
 * comes before the unit's liaison. A head's own request goes one unit further up.
 */
async function findHeads(ctx: Ctx, unitId: string, without: readonly string[]): Promise<Decider[]> {
  const { rows } = await sql<Decider>`
    with recursive path as (
      select id, parent_id, 0 as depth from directory.unit where bureau_id = kernel.bureau() and id = ${unitId}
      union all
      select above.id, above.parent_id, path.depth + 1 from directory.unit above join path on above.id = path.parent_id
      where above.bureau_id = kernel.bureau() and path.depth < 50
    ), head as (
      select able.person_id, able.name,
        rank() over (order by path.depth, case when able.roles && '{manager,director}' then 0 else 1 end) as nearest
      from approvals.able() able join path on path.id = able.unit_id
      where able.roles && '{manager,director,liaison}' and able.person_id <> all(${without}::uuid[])
    )
    select distinct person_id as "personId", name from head where nearest = 1 order by name, person_id`.execute(
    ctx.db,
  )
  return rows
}

/**
 * Who decides instead: whom the step names, else the director, a section head, the administrator. While those who were asked
 * are still there (`above`), nobody below the highest of them is called in: a section head does not answer for the director.
 */
export async function findHigher(
  ctx: Ctx,
  matter: Matter,
  escalatesTo: readonly Ask[],
  leaveOut: readonly string[] = [],
  above = false,
): Promise<Decider[]> {
  const ladder = above ? lastResort.slice(0, await rungOf(ctx, leaveOut)) : lastResort
  for (const asks of [escalatesTo, ...ladder]) {
    const found = await findDeciders(ctx, matter, asks, leaveOut)
    if (found.length > 0) return found
  }
  return []
}

/** How many rungs of the last resort are not below the highest of these people. */
async function rungOf(ctx: Ctx, personIds: readonly string[]): Promise<number> {
  const { rows } = await sql<{ director: boolean; manager: boolean }>`
    select coalesce(bool_or('director' = any(roles)), false) as director, coalesce(bool_or('manager' = any(roles)), false) as manager
    from approvals.able() where person_id = any(${[...personIds]}::uuid[])`.execute(ctx.db)
  const { director, manager } = rows[0]!
  return director ? 1 : manager ? 2 : lastResort.length
}
