import type { Ctx } from '#kernel/context.ts'
import type { FileAnswer, InputOf, OutputOf } from '#kernel/contract/action.ts'
import { sheetAnswer } from '#kernel/import/sheet-answer.ts'
import { keysetPage } from '#kernel/server/keyset-page.ts'
import type { placeCodeActions } from '../actions/place-code-actions.ts'
import { placeCodeOf, selectPlaceCodes } from './place-code-rows.ts'

type Actions = typeof placeCodeActions

/** The codes, newest first. */
export async function listPlaceCodes(
  ctx: Ctx,
  input: InputOf<Actions['listPlaceCodes']>,
): Promise<OutputOf<Actions['listPlaceCodes']>> {
  const page = await keysetPage(selectPlaceCodes(ctx, input), input, {
    by: [{ column: 'created_at', ref: 'repairs.place_code.created_at', direction: 'desc' }],
    idRef: 'repairs.place_code.id',
  })
  return { items: page.items.map((row) => placeCodeOf(ctx, row)), next: page.next }
}

/** The codes in force, by place, for a sheet to print and put up. */
export async function printPlaceCodes(
  ctx: Ctx,
  input: InputOf<Actions['printPlaceCodes']>,
): Promise<OutputOf<Actions['printPlaceCodes']>> {
  const bureau = await ctx.db.selectFrom('kernel.bureau').select('name').executeTakeFirstOrThrow()
  const rows = await selectPlaceCodes(ctx, { siteId: input.siteId, revoked: false })
    .orderBy('site.name')
    .orderBy('room.floor_number')
    .orderBy('room.name')
    .limit(500)
    .execute()
  return { bureauName: bureau.name, items: rows.map((row) => placeCodeOf(ctx, row)) }
}

export async function exportPlaceCodes(
  ctx: Ctx,
  input: InputOf<Actions['exportPlaceCodes']>,
): Promise<FileAnswer> {
  const rows = await selectPlaceCodes(ctx, input).orderBy('repairs.place_code.created_at', 'desc').execute()
  const codes = rows.map((row) => placeCodeOf(ctx, row))
  const title = ctx.say({ zh: '报修二维码', en: 'Repair codes' })
  const content = {
    title,
    columns: [
      { heading: '地点', kind: 'text' as const },
      { heading: '网址', kind: 'text' as const },
      { heading: '生成时间', kind: 'datetime' as const },
      { heading: '生成人', kind: 'text' as const },
      { heading: '报修次数', kind: 'number' as const },
      { heading: '停用时间', kind: 'datetime' as const },
      { heading: '停用原因', kind: 'text' as const },
    ],
    rows: codes.map((code) => [
      code.place.label,
      code.path,
      code.createdAt,
      code.createdBy,
      code.reports,
      code.revokedAt,
      code.revokedReason,
    ]),
  }
  return sheetAnswer(content, input.format ?? 'xlsx', title)
}
