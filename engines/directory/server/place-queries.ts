import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { keysetPage } from '#kernel/server/keyset-page.ts'
import type { directory } from '../module.ts'
import type { RoomKind } from '../schema.ts'

import { matchSearch, openOn, searchTerms } from './match-search.ts'
import { keepCan } from './policy.ts'
import { today } from './today.ts'

type Actions = typeof directory.actions
type SiteFilter = Omit<InputOf<Actions['listSites']>, 'cursor' | 'limit'>
type RoomFilter = Omit<InputOf<Actions['listRooms']>, 'cursor' | 'limit'>

export async function listCampuses(
  ctx: Ctx,
  _: InputOf<Actions['listCampuses']>,
): Promise<OutputOf<Actions['listCampuses']>> {
  const rows = await ctx.db
    .selectFrom('directory.campus as campus')
    .selectAll()
    .select(
      sql<number>`(select count(*) from directory.site where bureau_id = campus.bureau_id
        and campus_id = campus.id and (closed_on is null or closed_on > ${today(ctx)}::date))`.as('sites'),
    )
    .orderBy('code')
    .execute()
  const can = { change: ctx.has('directory.write') }
  return {
    items: rows.map(({ id, code, name, address, sites }) => ({ id, code, name, address, sites, can })),
  }
}

function siteQuery(ctx: Ctx) {
  const day = today(ctx)
  return ctx.db
    .selectFrom('directory.site as site')
    .leftJoin('directory.campus as campus', (join) =>
      join.onRef('campus.bureau_id', '=', 'site.bureau_id').onRef('campus.id', '=', 'site.campus_id'),
    )
    .selectAll('site')
    .select([
      'campus.name as campus_name',
      sql<number>`(select count(*) from directory.room where bureau_id = site.bureau_id
        and site_id = site.id and (closed_on is null or closed_on > ${day}::date))`.as('rooms'),
    ])
}

/** Sites a filter leaves; the same for the list and its export. */
export function filteredSites(ctx: Ctx, filter: SiteFilter) {
  let query = siteQuery(ctx)
  const terms = searchTerms(filter.search)
  if (terms.length > 0) query = query.where(matchSearch('sites', 'site', terms))
  if (filter.campusId) query = query.where('site.campus_id', '=', filter.campusId)
  if (filter.kind) query = query.where('site.kind', '=', filter.kind)
  if (!filter.closed) query = query.where(openOn('site.closed_on', today(ctx)))
  return query
}

type SiteRow = Awaited<ReturnType<ReturnType<typeof siteQuery>['executeTakeFirstOrThrow']>>

function siteView(ctx: Ctx, row: SiteRow) {
  return {
    id: row.id,
    code: row.code,
    name: row.name,
    kind: row.kind,
    floorAreaM2: row.floor_area_m2,
    address: row.address,
    campusId: row.campus_id,
    campusName: row.campus_name,
    openedOn: row.opened_on,
    closedOn: row.closed_on,
    rooms: row.rooms,
    can: keepCan(ctx, row),
  }
}

export async function listSites(
  ctx: Ctx,
  input: InputOf<Actions['listSites']>,
): Promise<OutputOf<Actions['listSites']>> {
  const page = await keysetPage(filteredSites(ctx, input), input, {
    by: [{ column: 'code', direction: 'asc', ref: 'site.code' }],
    idRef: 'site.id',
  })
  return { next: page.next, items: page.items.map((row) => siteView(ctx, row)) }
}

/** @throws Problem 404 */
export async function readSite(
  ctx: Ctx,
  input: InputOf<Actions['readSite']>,
): Promise<OutputOf<Actions['readSite']>> {
  const row = await siteQuery(ctx).where('site.id', '=', input.siteId).executeTakeFirst()
  if (!row) throw new Problem(404, 'kernel.not_found')
  const floors = await ctx.db
    .selectFrom('directory.room')
    .select(['floor', 'floor_number', sql<number>`count(*)`.as('rooms')])
    .where('site_id', '=', row.id)
    .where(openOn('closed_on', today(ctx)))
    .groupBy(['floor', 'floor_number'])
    .orderBy('floor_number')
    .execute()
  return {
    ...siteView(ctx, row),
    floors: floors.map(({ floor, floor_number, rooms }) => ({ floor, floorNumber: floor_number, rooms })),
  }
}

function roomQuery(ctx: Ctx) {
  return ctx.db
    .selectFrom('directory.room as room')
    .innerJoin('directory.site as site', (join) =>
      join.onRef('site.bureau_id', '=', 'room.bureau_id').onRef('site.id', '=', 'room.site_id'),
    )
    .leftJoin('directory.unit as unit', (join) =>
      join.onRef('unit.bureau_id', '=', 'room.bureau_id').onRef('unit.id', '=', 'room.unit_id'),
    )
    .selectAll('room')
    .select(['site.name as site_name', 'site.code as site_code', 'unit.name as unit_name'])
}

/** Rooms a filter leaves; the same for the list and its export. */
export function filteredRooms(ctx: Ctx, filter: RoomFilter) {
  let query = roomQuery(ctx)
  const terms = searchTerms(filter.search)
  if (terms.length > 0) query = query.where(matchSearch('rooms', 'room', terms))
  if (filter.siteId) query = query.where('room.site_id', '=', filter.siteId)
  if (filter.floor) query = query.where('room.floor', '=', filter.floor)
  if (filter.kind) query = query.where('room.kind', '=', filter.kind)
  if (filter.unitId) query = query.where('room.unit_id', '=', filter.unitId)
  if (!filter.closed) query = query.where(openOn('room.closed_on', today(ctx)))
  return query
}

export async function listRooms(
  ctx: Ctx,
  input: InputOf<Actions['listRooms']>,
): Promise<OutputOf<Actions['listRooms']>> {
  const page = await keysetPage(filteredRooms(ctx, input), input, {
    by: [
      { column: 'site_code', direction: 'asc', ref: 'site.code' },
      { column: 'floor_number', direction: 'asc', ref: 'room.floor_number' },
      { column: 'code', direction: 'asc', ref: 'room.code' },
    ],
    idRef: 'room.id',
  })
  return {
    next: page.next,
    items: page.items.map((row) => ({
      id: row.id,
      siteId: row.site_id,
      siteName: row.site_name,
      code: row.code,
      name: row.name,
      floor: row.floor,
      floorNumber: row.floor_number,
      kind: row.kind as RoomKind,
      unitId: row.unit_id,
      unitName: row.unit_name,
      closedOn: row.closed_on,
      can: keepCan(ctx, row),
    })),
  }
}
