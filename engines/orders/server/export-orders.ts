import type { Ctx } from '#kernel/context.ts'
import type { FileAnswer, InputOf } from '#kernel/contract/action.ts'
import { type Text, text } from '#kernel/contract/text.ts'
import { sheetAnswer } from '#kernel/import/sheet-answer.ts'
import { localMinute } from '#kernel/sheets/local-minute.ts'
import type { SheetCell, SheetColumnKind } from '#kernel/sheets/write-sheet.ts'
import type { orders } from '../module.ts'
import type { OrderRow } from '../schema.ts'
import { orderStates } from '../states.ts'
import { channels, closingResults, urgencies } from '../words.ts'
import { orderRowOf } from './answer-order.ts'
import { filterOrders } from './filter-orders.ts'
import { lookUpWords } from './look-up-words.ts'
import { readOrders } from './select-orders.ts'

type Actions = typeof orders.actions

interface Column {
  heading: Text
  kind?: SheetColumnKind
  cell(row: OrderRow, say: (words: Text) => string): SheetCell
}

const moment = (zh: string, en: string, pick: (row: OrderRow) => string | null): Column => ({
  heading: text(zh, en),
  kind: 'datetime',
  cell: (row) => {
    const at = pick(row)
    return at ? localMinute(at) : null
  },
})
const words = (zh: string, en: string, cell: Column['cell']): Column => ({ heading: text(zh, en), cell })

const columns: readonly Column[] = [
  words('工单编号', 'Number', (row) => row.number),
  words('事项', 'Title', (row) => row.title),
  words('紧急程度', 'Urgency', (row, say) => say(urgencies[row.urgency])),
  words('状态', 'State', (row, say) =>
    say(orderStates.states[row.state as keyof typeof orderStates.states].title),
  ),
  words('服务对象单位', 'Unit', (row) => row.clientUnit.name),
  words('物业', 'Site', (row) => row.site.name),
  words('位置', 'Place', (row) => [row.room?.name, row.placeText].filter(Boolean).join(' ')),
  words('报修人', 'Requester', (row) => row.requesterName),
  words('来源', 'Channel', (row, say) => say(channels[row.channel])),
  words('首问责任人', 'First-contact owner', (row) => row.firstContactOwner?.name ?? ''),
  words('当前承办', 'Held by', (row) => row.holder.name),
  words('承办人', 'Worker', (row) => row.worker?.name ?? ''),
  moment('报修时间', 'Reported', (row) => row.createdAt),
  moment('响应时间', 'Answered', (row) => row.respondedAt),
  moment('承诺办结', 'Promised', (row) => row.finishDueAt),
  moment('完成时间', 'Finished', (row) => row.finishedAt),
  moment('办结时间', 'Completed', (row) => row.completedAt),
  words('是否按时', 'On time', (row, say) =>
    row.onTime === null ? '' : say(row.onTime ? text('按时', 'Yes') : text('超时', 'No')),
  ),
  words('办理结果', 'Result', (row, say) =>
    row.closingResult ? say(closingResults[row.closingResult]) : '',
  ),
  { heading: text('催办次数', 'Reminders'), kind: 'number', cell: (row) => row.reminderCount },
  { heading: text('费用（元）', 'Cost (yuan)'), kind: 'money-fen', cell: (row) => row.costFen },
  { heading: text('评分', 'Rating'), kind: 'number', cell: (row) => row.overallRating },
]

/** A sheet holds this many rows at most, so that one export never fills the memory. */
const mostRows = 20_000

/** The list with its filters as a sheet; restricted orders stay masked in it. */
export async function exportOrders(ctx: Ctx, input: InputOf<Actions['exportOrders']>): Promise<FileAnswer> {
  const { format, ...filters } = input
  const found = await filterOrders(ctx, filters, await lookUpWords(ctx, filters.search))
    .orderBy('o.created_at', 'desc')
    .orderBy('o.id', 'desc')
    .limit(mostRows)
    .execute()
  const rows = await readOrders(ctx, found)
  const say = (one: Text) => ctx.say(one)
  const title = ctx.say(text('工单', 'Orders'))
  const content = {
    title,
    columns: columns.map(({ heading, kind }) => ({ heading: say(heading), kind: kind ?? ('text' as const) })),
    rows: rows.map((row) => {
      const shown = orderRowOf(ctx, row)
      return columns.map(({ cell }) => cell(shown, say))
    }),
  }
  return sheetAnswer(content, format ?? 'xlsx', title)
}
