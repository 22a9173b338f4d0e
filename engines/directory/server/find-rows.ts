import type { Ctx } from '#kernel/context.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { today } from './today.ts'

function there<T>(row: T | undefined): T {
  if (!row) throw new Problem(404, 'kernel.not_found')
  return row
}

/** Each locks the row for the change that follows. @throws Problem 404 */
export async function lockUnit(ctx: Ctx, id: string) {
  return there(
    await ctx.db.selectFrom('directory.unit').selectAll().where('id', '=', id).forUpdate().executeTakeFirst(),
  )
}
export async function lockPerson(ctx: Ctx, id: string) {
  return there(
    await ctx.db
      .selectFrom('directory.person')
      .selectAll()
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst(),
  )
}
export async function lockSite(ctx: Ctx, id: string) {
  return there(
    await ctx.db.selectFrom('directory.site').selectAll().where('id', '=', id).forUpdate().executeTakeFirst(),
  )
}
export async function lockRoom(ctx: Ctx, id: string) {
  return there(
    await ctx.db.selectFrom('directory.room').selectAll().where('id', '=', id).forUpdate().executeTakeFirst(),
  )
}
export async function lockCampus(ctx: Ctx, id: string) {
  return there(
    await ctx.db
      .selectFrom('directory.campus')
      .selectAll()
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst(),
  )
}

/**
 * The unit somebody picked in a form; nobody closes it until that is written.
 * @throws Problem 422 when there is none, or it is closed
 */
export async function requireUnit(ctx: Ctx, id: string, path = 'unitId') {
  const unit = await ctx.db
    .selectFrom('directory.unit')
    .select(['id', 'name', 'kind', 'closed_on'])
    .where('id', '=', id)
    .forKeyShare()
    .executeTakeFirst()
  if (!unit) throw new Problem(422, 'directory.unknown_unit', { path })
  if (unit.closed_on && unit.closed_on <= today(ctx))
    throw new Problem(422, 'directory.unit_closed', { path, params: { name: unit.name } })
  return unit
}

/** What a unit is called, for the history. */
export async function unitName(ctx: Ctx, id: string): Promise<string> {
  const unit = await ctx.db
    .selectFrom('directory.unit')
    .select('name')
    .where('id', '=', id)
    .executeTakeFirst()
  return unit?.name ?? ''
}

/** The campus somebody picked. @throws Problem 422 */
export async function requireCampus(ctx: Ctx, id: string) {
  const campus = await ctx.db
    .selectFrom('directory.campus')
    .select(['id', 'name'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!campus) throw new Problem(422, 'directory.unknown_campus', { path: 'campusId' })
  return campus
}

const taken = {
  'directory.unit': 'directory.unit_code_taken',
  'directory.site': 'directory.site_code_taken',
  'directory.room': 'directory.room_code_taken',
} as const

/** @throws Problem 409 naming whose code it is */
export async function requireFreeCode(ctx: Ctx, table: keyof typeof taken, code: string, besides?: string) {
  const other = await ctx.db
    .selectFrom(table)
    .select(['id', 'name'])
    .where('code', '=', code)
    .executeTakeFirst()
  if (other && other.id !== besides)
    throw new Problem(409, taken[table], { path: 'code', params: { code, name: other.name } })
}

/** @throws Problem 409 naming whose number it is */
export async function requireFreeStaffNo(ctx: Ctx, staffNo: string, besides?: string) {
  const other = await ctx.db
    .selectFrom('directory.person')
    .select(['id', 'name'])
    .where('staff_no', '=', staffNo)
    .executeTakeFirst()
  if (other && other.id !== besides)
    throw new Problem(409, 'directory.staff_no_taken', {
      path: 'staffNo',
      params: { code: staffNo, name: other.name },
    })
}
