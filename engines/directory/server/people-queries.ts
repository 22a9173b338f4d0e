import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { mask } from '#kernel/contract/sensitive.ts'
import { keysetPage } from '#kernel/server/keyset-page.ts'
import type { directory } from '../module.ts'
import type { IdentityKind } from '../schema.ts'
import { matchSearch, openOn, searchTerms } from './match-search.ts'

import { personCan, seesPrivate } from './policy.ts'
import { readPlace } from './search-places.ts'
import { today } from './today.ts'

type Actions = typeof directory.actions
type Filter = Omit<InputOf<Actions['listPeople']>, 'cursor' | 'limit'>

function baseQuery(ctx: Ctx) {
  return ctx.db
    .selectFrom('directory.person as person')
    .innerJoin('directory.unit as unit', (join) =>
      join.onRef('unit.bureau_id', '=', 'person.bureau_id').onRef('unit.id', '=', 'person.unit_id'),
    )
    .selectAll('person')
    .select(['unit.name as unit_name', 'unit.code as unit_code', 'unit.kind as unit_kind'])
}

/** People a filter leaves; the same for the list and its export. */
export function filteredPeople(ctx: Ctx, filter: Filter) {
  let query = baseQuery(ctx)
  const terms = searchTerms(filter.search)
  if (terms.length > 0) query = query.where(matchSearch('people', 'person', terms))
  if (filter.unitId)
    query = query.where(
      sql<boolean>`person.unit_id in (select directory.unit_and_below(${filter.unitId}::uuid))`,
    )
  if (filter.identityKind) query = query.where('person.identity_kind', '=', filter.identityKind)
  if (filter.skill) query = query.where(sql<boolean>`person.skills @> array[${filter.skill}]::text[]`)
  if (filter.centre !== undefined) query = query.where('unit.kind', '=', filter.centre ? 'centre' : 'client')
  if (!filter.left) query = query.where(openOn('person.left_on', today(ctx)))
  return query
}

type Row = Awaited<ReturnType<ReturnType<typeof baseQuery>['executeTakeFirstOrThrow']>>

function personRow(ctx: Ctx, row: Row) {
  const open = seesPrivate(ctx, row.id)
  return {
    id: row.id,
    staffNo: row.staff_no,
    name: row.name,
    unitId: row.unit_id,
    unitName: row.unit_name,
    title: row.title,
    rank: row.rank,
    identityKind: row.identity_kind as IdentityKind,
    skills: row.skills,
    mobile: open ? row.mobile : null,
    keyPerson: open ? row.key_person : null,
    leftOn: row.left_on,
    can: personCan(ctx, row),
  }
}

export async function listPeople(
  ctx: Ctx,
  input: InputOf<Actions['listPeople']>,
): Promise<OutputOf<Actions['listPeople']>> {
  const page = await keysetPage(filteredPeople(ctx, input), input, {
    by: [{ column: 'staff_no', direction: 'asc', ref: 'person.staff_no' }],
    idRef: 'person.id',
  })
  return {
    next: page.next,
    items: page.items.map((row) => ({ ...personRow(ctx, row), mobile: shownInList(ctx, row) })),
  }
}

/** A list is no telephone book: the own number whole, all others masked. */
function shownInList(ctx: Ctx, row: Row): string | null {
  if (!seesPrivate(ctx, row.id)) return null
  return row.id === ctx.actor.personId ? row.mobile : mask(row.mobile)
}

/** One number of a list, in clear. @throws Problem 404, also for whoever may not see it */
export async function readMobile(
  ctx: Ctx,
  input: InputOf<Actions['readMobile']>,
): Promise<OutputOf<Actions['readMobile']>> {
  const row = await baseQuery(ctx).where('person.id', '=', input.personId).executeTakeFirst()
  if (!row || !seesPrivate(ctx, row.id)) throw new Problem(404, 'kernel.not_found')
  return { personId: row.id, mobile: row.mobile }
}

/** @throws Problem 404 */
export async function readPerson(
  ctx: Ctx,
  input: InputOf<Actions['readPerson']>,
): Promise<OutputOf<Actions['readPerson']>> {
  const row = await baseQuery(ctx).where('person.id', '=', input.personId).executeTakeFirst()
  if (!row) throw new Problem(404, 'kernel.not_found')
  const open = seesPrivate(ctx, row.id)
  const place = row.room_id ? await readPlace(ctx, row.room_id) : null
  return {
    ...personRow(ctx, row),
    origin: open ? row.origin : null,
    education: open ? row.education : null,
    joinedOn: row.joined_on,
    roomId: row.room_id,
    roomLabel: place?.label ?? null,
    posts: await postsOf(ctx, row.id),
  }
}

async function postsOf(ctx: Ctx, personId: string) {
  const posts = await ctx.db
    .selectFrom('directory.post as post')
    .innerJoin('directory.unit as unit', (join) =>
      join.onRef('unit.bureau_id', '=', 'post.bureau_id').onRef('unit.id', '=', 'post.unit_id'),
    )
    .select([
      'post.id',
      'post.unit_id',
      'unit.name',
      'post.title',
      'post.main',
      'post.from_day',
      'post.to_day',
    ])
    .where('post.person_id', '=', personId)
    .orderBy(sql`post.from_day desc nulls last`)
    .execute()
  return posts.map((post) => ({
    id: post.id,
    unitId: post.unit_id,
    unitName: post.name,
    title: post.title,
    main: post.main,
    fromDay: post.from_day,
    toDay: post.to_day,
  }))
}

/** The reader's own card, for forms that need not ask what is known. */
export async function me(ctx: Ctx, _: InputOf<Actions['me']>): Promise<OutputOf<Actions['me']>> {
  const { personId, name, unitId } = ctx.actor
  const row = personId ? await baseQuery(ctx).where('person.id', '=', personId).executeTakeFirst() : undefined
  if (!row) return { personId: null, name, unitId, unitName: null, title: null, mobile: null, place: null }
  return {
    personId: row.id,
    name: row.name,
    unitId: row.unit_id,
    unitName: row.unit_name,
    title: row.title,
    mobile: row.mobile,
    place: row.room_id ? await readPlace(ctx, row.room_id) : null,
  }
}
