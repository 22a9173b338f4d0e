import type { Ctx } from '#kernel/context.ts'
import type { FileAnswer, InputOf, OutputOf } from '#kernel/contract/action.ts'
import type { Text } from '#kernel/contract/text.ts'
import { sheetAnswer } from '#kernel/import/sheet-answer.ts'
import { keysetPage } from '#kernel/server/keyset-page.ts'
import { localMinute } from '#kernel/sheets/local-minute.ts'
import type { requestActions } from '../../actions/request-actions.ts'
import type { RequestFilters } from '../../request-row-schema.ts'
import { requestStates } from '../../states.ts'
import { diversions, purposes, reaches, ways } from '../../words.ts'
import { inOrder, orderOf } from '../order-of.ts'
import { heldBy } from './approval/begin-approval.ts'
import { filterRequests, type RequestSelection, requestRowOf } from './select-requests.ts'

type Actions = typeof requestActions

/** Those that begin latest first, unless another order is asked for. */
const requestOrder = ({ sort = '-start' }: RequestFilters) =>
  orderOf(sort, { start: 'q.starts_at', submitted: 'q.submitted_at' })

/** The requests the actor may read. */
export async function listRequests(
  ctx: Ctx,
  input: InputOf<Actions['listRequests']>,
): Promise<OutputOf<Actions['listRequests']>> {
  const { items, next } = await keysetPage(filterRequests(ctx, input), input, {
    by: [requestOrder(input)],
    idRef: 'q.id',
  })
  const held = await heldBy(ctx, items)
  return { items: items.map((row) => requestRowOf(ctx, row, held.get(row.id))), next }
}

/** The same requests as a sheet; telephone numbers are not in it. */
export async function exportRequests(
  ctx: Ctx,
  input: InputOf<Actions['exportRequests']>,
): Promise<FileAnswer> {
  const rows = await inOrder(filterRequests(ctx, input), requestOrder(input), 'q.id').execute()
  const title = ctx.say({ zh: '用车申请', en: 'Requests for vehicles' })
  const content = {
    title,
    columns: columns.map(({ heading, kind }) => ({ heading, kind })),
    rows: rows.map((row) => columns.map(({ cell }) => cell(row, ctx))),
  }
  return sheetAnswer(content, input.format ?? 'xlsx', title)
}

interface Column {
  heading: string
  kind: 'text' | 'number' | 'datetime'
  cell(row: RequestSelection, ctx: Ctx): string | number | null
}

const word = (ctx: Ctx, words: object, key: string | null) =>
  key === null ? null : ctx.say((words as Record<string, Text>)[key]!)
const moment = (at: string | null) => (at === null ? null : localMinute(at))

const columns: readonly Column[] = [
  { heading: '编号', kind: 'text', cell: (row) => row.number },
  {
    heading: '状态',
    kind: 'text',
    cell: (row, ctx) => ctx.say(requestStates.states[row.state as 'DONE'].title),
  },
  { heading: '单位', kind: 'text', cell: (row) => row.unit_name },
  { heading: '申请人', kind: 'text', cell: (row) => row.requester_name },
  { heading: '用途', kind: 'text', cell: (row, ctx) => word(ctx, purposes, row.purpose) },
  { heading: '事由', kind: 'text', cell: (row) => row.reason },
  { heading: '人数', kind: 'number', cell: (row) => row.passengers },
  { heading: '出发地', kind: 'text', cell: (row) => row.origin },
  { heading: '途经点', kind: 'text', cell: (row) => row.stops.join('、') || null },
  { heading: '目的地', kind: 'text', cell: (row) => row.destination },
  { heading: '范围', kind: 'text', cell: (row, ctx) => word(ctx, reaches, row.reach) },
  { heading: '单程公里', kind: 'number', cell: (row) => row.distance_km },
  { heading: '往返', kind: 'text', cell: (row, ctx) => word(ctx, ways, row.way) },
  { heading: '用车开始', kind: 'datetime', cell: (row) => moment(row.starts_at) },
  { heading: '用车结束', kind: 'datetime', cell: (row) => moment(row.ends_at) },
  { heading: '应急', kind: 'text', cell: (row) => (row.emergency ? '是' : '否') },
  { heading: '拼车', kind: 'text', cell: (row) => (row.pooled ? '是' : '否') },
  { heading: '改乘', kind: 'text', cell: (row, ctx) => word(ctx, diversions, row.diverted_to) },
  { heading: '提交时间', kind: 'datetime', cell: (row) => moment(row.submitted_at) },
  { heading: '批准时间', kind: 'datetime', cell: (row) => moment(row.approved_at) },
  { heading: '派车单', kind: 'text', cell: (row) => row.trip_number ?? row.rental_number },
  { heading: '租赁单位', kind: 'text', cell: (row) => row.supplier_name },
  { heading: '车牌', kind: 'text', cell: (row) => row.plate },
  { heading: '驾驶员', kind: 'text', cell: (row) => row.driver_name },
  { heading: '评价', kind: 'number', cell: (row) => row.rating },
  { heading: '取消或退回原因', kind: 'text', cell: (row) => row.closing_reason },
]
