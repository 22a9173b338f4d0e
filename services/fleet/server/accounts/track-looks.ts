import { startOfLocalDay } from '#engines/calendar/local-day.ts'
import type { Ctx } from '#kernel/context.ts'
import type { FileAnswer, InputOf, OutputOf } from '#kernel/contract/action.ts'
import { text } from '#kernel/contract/text.ts'
import { keysetPage } from '#kernel/server/keyset-page.ts'
import { localMinute } from '#kernel/sheets/local-minute.ts'
import type { positionActions } from '../../actions/position-actions.ts'
import { listSheet } from '../list-sheet.ts'
import { inOrder, orderOf } from '../order-of.ts'

type Actions = typeof positionActions
type Filters = Omit<InputOf<Actions['exportTrackLooks']>, 'format'>

const dayMs = 86_400_000

/** The latest first, unless another order is asked for. */
const lookOrder = ({ sort = '-at' }: Filters) => orderOf(sort, { at: 'at' })

/** From the audit trail itself. */
function filterLooks(ctx: Ctx, { from, to }: Filters) {
  let query = ctx.db
    .selectFrom('kernel.event')
    .select(['id', 'at', 'actor_name', 'reason', 'after'])
    .where('type', '=', 'fleet.track_read')
  if (from) query = query.where('at', '>=', startOfLocalDay(from).toISOString())
  if (to) query = query.where('at', '<', new Date(startOfLocalDay(to).getTime() + dayMs).toISOString())
  return query
}

/** Which trip it was. */
const numberOf = ({ after }: { after: unknown }) =>
  String((after as { number?: string } | null)?.number ?? '')

/** Who looked at which track and why. */
export async function listTrackLooks(
  ctx: Ctx,
  input: InputOf<Actions['listTrackLooks']>,
): Promise<OutputOf<Actions['listTrackLooks']>> {
  const { items, next } = await keysetPage(filterLooks(ctx, input), input, { by: [lookOrder(input)] })
  return {
    items: items.map((row) => ({
      id: row.id,
      at: row.at,
      by: row.actor_name,
      number: numberOf(row),
      reason: row.reason ?? '',
    })),
    next,
  }
}

/** The same as a sheet. */
export async function exportTrackLooks(
  ctx: Ctx,
  { format, ...filters }: InputOf<Actions['exportTrackLooks']>,
): Promise<FileAnswer> {
  const rows = await inOrder(filterLooks(ctx, filters), lookOrder(filters), 'id').execute()
  return listSheet(
    ctx,
    text('轨迹查看记录', 'Who looked at tracks'),
    [
      [text('派车单', 'Trip'), numberOf],
      [text('时间', 'When'), (row) => localMinute(row.at), 'datetime'],
      [text('查看人', 'Who'), (row) => row.actor_name],
      [text('原因', 'Why'), (row) => row.reason],
    ],
    rows,
    format,
  )
}
