import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { directory } from '../module.ts'
import { differences } from './differences.ts'
import { lockUnit, requireFreeCode, requireUnit } from './find-rows.ts'
import { pinyinOf } from './pinyin-of.ts'

type Action = (typeof directory.actions)['changeUnit']

/** @throws Problem 404, 409 when the code is taken, 422 when the superior unit would be below this one */
export async function changeUnit(ctx: Ctx, input: InputOf<Action>): Promise<OutputOf<Action>> {
  const unit = await lockUnit(ctx, input.unitId)
  const { before, after, changed } = differences(unit, {
    code: input.code,
    name: input.name,
    short_name: input.shortName,
    parent_id: input.parentId,
    level: input.level,
    kind: input.kind,
    opened_on: input.openedOn,
  })
  if (!changed) return done
  if (input.code !== undefined) await requireFreeCode(ctx, 'directory.unit', input.code, unit.id)
  if (input.parentId) await requireAbove(ctx, unit.id, input.parentId)
  const spelling = input.name === undefined ? {} : pinyinOf(input.name)
  await ctx.db
    .updateTable('directory.unit')
    .set({ ...after, ...spelling })
    .where('id', '=', unit.id)
    .execute()
  await ctx.emit({
    type: 'directory.unit_changed',
    subjectType: 'directory.unit',
    subjectId: unit.id,
    before,
    after,
  })
  return done
}

async function requireAbove(ctx: Ctx, unitId: string, parentId: string): Promise<void> {
  // Two who move units in the same moment come one after the other, so that the second sees the circle.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`directory.units:${ctx.bureauId}`}, 7))`.execute(
    ctx.db,
  )
  await requireUnit(ctx, parentId, 'parentId')
  const { rows } = await sql<{ below: boolean }>`
    select ${parentId}::uuid in (select directory.unit_and_below(${unitId}::uuid)) as below`.execute(ctx.db)
  if (rows[0]?.below) throw new Problem(422, 'directory.unit_circle', { path: 'parentId' })
}
