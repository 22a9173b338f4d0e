import { sql } from 'kysely'
import { type ImportedOrder, importOrders } from '#engines/orders/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import {
  defineImport,
  type ImportOutcome,
  type ImportRow,
  type Remark,
} from '#kernel/import/import-handler.ts'
import { refreshStatistics } from '#kernel/import/refresh-statistics.ts'
import { localMinute } from '#kernel/sheets/local-minute.ts'
import { guessKind } from '../guess-kind.ts'
import { skillOf } from '../words.ts'
import { checkRows } from './check-import.ts'
import { linkRepeats } from './link-repeats.ts'
import { type RepairColumns, repairColumns, sheetRowOf } from './repair-sheet.ts'
import { selectSheetRows } from './select-sheet-rows.ts'

/**
 * Repairs from before, or from a sheet kept elsewhere. They keep their numbers and count in figures by the times of
 * the sheet; the same sheet again, and an export of what is here, change nothing.
 */
export const repairsImport = defineImport({
  columns: repairColumns,
  async take(ctx, rows, step) {
    const { good, refused, warnings } = await checkRows(ctx, rows)
    const outcome: ImportOutcome = { changed: 0, refused, warnings }
    const touched: string[] = []
    for (let start = 0; start < good.length; start += atOnce) {
      await step(Math.floor(start * shareOfWriting))
      touched.push(...(await takeRows(ctx, good.slice(start, start + atOnce), outcome)))
    }
    // Only now: lines come in any order, and an earlier fault may stand further down.
    for (let start = 0; start < touched.length; start += atOnce) {
      const linked = shareOfWriting + (1 - shareOfWriting) * (start / touched.length)
      await step(Math.floor(good.length * linked))
      await linkRepeats(ctx, touched.slice(start, start + atOnce))
    }
    return outcome
  },
  async current(ctx) {
    const rows = await selectSheetRows(ctx).orderBy('o.created_at').orderBy('o.number').execute()
    return rows.map(sheetRowOf)
  },
})

type Value = ImportRow<RepairColumns>['value']
type Cells = ReturnType<typeof sheetRowOf>

async function sheetRowsByNumber(ctx: Ctx, numbers: string[]): Promise<Map<string, Cells>> {
  const rows = await selectSheetRows(ctx).where(sql<boolean>`o.number = any(${numbers})`).execute()
  return new Map(rows.map((row) => [row.number, sheetRowOf(row)]))
}

/** Whether the sheet says what the system says: compared as cells, so that an export taken again is silent. */
function sameCells(known: Cells, value: Value): boolean {
  const given: Cells = {
    number: value.number,
    site: value.site,
    place: value.place,
    grade: value.grade === 'MAJOR_REPAIR' ? '大型维修改造' : '小修急修',
    unit: value.unit,
    reportedAt: localMinute(value.reportedAt),
    finishedAt: value.finishedAt && localMinute(value.finishedAt),
    fault: value.fault,
    state: stateWords[value.state] ?? null,
    rating: value.rating,
  }
  return (Object.keys(given) as (keyof Cells)[]).every((key) => (known[key] ?? null) === (given[key] ?? null))
}

const stateWords: Record<string, string> = { DONE: '已完成', OPEN: '处理中', CANCELLED: '已取消' }
const longestTitle = 60
/** Lines written with one round of statements. */
const atOnce = 500
/** Of the time; the rest goes into finding repeats, in which the progress people watch shall move too. */
const shareOfWriting = 0.8

type CheckedRow = Awaited<ReturnType<typeof checkRows>>['good'][number]

/** Takes some lines with one round of statements for all. @returns the orders that were written */
async function takeRows(ctx: Ctx, rows: CheckedRow[], outcome: ImportOutcome): Promise<string[]> {
  const there = await sheetRowsByNumber(
    ctx,
    rows.map(({ value }) => value.number),
  )
  const differing = rows.filter(({ value }) => {
    const known = there.get(value.number)
    return !(known && sameCells(known, value))
  })
  const taken = await importOrders(ctx, differing.map(orderOf))
  const repairs = []
  for (const [index, { id, outcome: came }] of taken.entries()) {
    const { value, line } = differing[index]!
    if (came === 'clash') await clash(ctx, { value, line, id }, outcome)
    else repairs.push({ order_id: id, fault_kind: kindOf(value), grade: value.grade })
  }
  if (repairs.length === 0) return []
  await ctx.db
    .insertInto('repairs.repair')
    .values(repairs)
    .onConflict((conflict) =>
      conflict.columns(['bureau_id', 'order_id']).doUpdateSet((row) => ({
        fault_kind: row.ref('excluded.fault_kind'),
        grade: row.ref('excluded.grade'),
      })),
    )
    .execute()
  await refreshStatistics(ctx, ['repairs.repair'])
  outcome.changed += repairs.length
  return repairs.map(({ order_id }) => order_id)
}

const kindOf = (value: Value) => guessKind(value.fault, value.place ?? '')

function orderOf({ value, siteId, unitId, roomId, createdAt, finishedAt }: CheckedRow): ImportedOrder {
  const kind = kindOf(value)
  return {
    number: value.number,
    line: 'repairs',
    kind,
    skill: skillOf(kind),
    title: value.fault.slice(0, longestTitle),
    description: value.fault,
    urgency: value.grade === 'URGENT_REPAIR' ? 'URGENT' : 'NORMAL',
    siteId,
    roomId,
    placeText: roomId ? '' : (value.place ?? ''),
    clientUnitId: unitId,
    requesterName: value.unit,
    createdAt,
    finishedAt,
    voided: value.state === 'CANCELLED',
    overallRating: value.rating,
  }
}

/** The order lives here by now, or the number is not a repair's: named, and left as it is. */
async function clash(
  ctx: Ctx,
  { value, line, id }: { value: Value; line: number; id: string },
  outcome: ImportOutcome,
): Promise<void> {
  const repair = await ctx.db
    .selectFrom('repairs.repair')
    .select('order_id')
    .where('order_id', '=', id)
    .executeTakeFirst()
  const remark: Remark = {
    line,
    column: '工单编号',
    code: repair ? 'repairs.import_kept' : 'repairs.import_number_taken',
    params: { number: value.number },
  }
  if (repair) outcome.warnings.push(remark)
  else outcome.refused.push(remark)
}
