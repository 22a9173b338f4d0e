import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import { done, type FileAnswer, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { text } from '#kernel/contract/text.ts'
import { keysetPage } from '#kernel/server/keyset-page.ts'
import { localMinute } from '#kernel/sheets/local-minute.ts'
import type { positionActions } from '../../actions/position-actions.ts'
import { listSheet } from '../list-sheet.ts'
import { inOrder, orderOf } from '../order-of.ts'

type Actions = typeof positionActions

/** The newest first, unless another order is asked for. */
const terminalOrder = ({ sort = '-fitted' }: Pick<InputOf<Actions['listTerminals']>, 'sort'>) =>
  orderOf(sort, { fitted: 'e.fitted_at' })

const selectTerminals = (ctx: Ctx) =>
  ctx.db
    .selectFrom('fleet.terminal as e')
    .innerJoin('fleet.vehicle as v', (join) =>
      join.onRef('v.bureau_id', '=', 'e.bureau_id').onRef('v.id', '=', 'e.vehicle_id'),
    )
    .select(['e.id', 'e.number', 'e.fitted_at', 'e.fitted_by', 'e.removed_at', 'e.removed_by'])
    .select(['v.id as vehicle_id', 'v.plate'])

/** Which terminal is in which vehicle, with those taken out. */
export async function listTerminals(
  ctx: Ctx,
  input: InputOf<Actions['listTerminals']>,
): Promise<OutputOf<Actions['listTerminals']>> {
  const { items, next } = await keysetPage(selectTerminals(ctx), input, {
    by: [terminalOrder(input)],
    idRef: 'e.id',
  })
  return {
    items: items.map((row) => ({
      id: row.id,
      number: row.number,
      vehicle: { id: row.vehicle_id, plate: row.plate },
      fittedAt: row.fitted_at,
      fittedBy: row.fitted_by,
      removedAt: row.removed_at,
      removedBy: row.removed_by,
    })),
    next,
  }
}

/** The same as a sheet. */
export async function exportTerminals(
  ctx: Ctx,
  { format, ...order }: InputOf<Actions['exportTerminals']>,
): Promise<FileAnswer> {
  const rows = await inOrder(selectTerminals(ctx), terminalOrder(order), 'e.id').execute()
  return listSheet(
    ctx,
    text('车载终端', 'Terminals in vehicles'),
    [
      [text('终端号', 'Number'), (row) => row.number],
      [text('车牌号', 'Plate'), (row) => row.plate],
      [text('安装时间', 'Fitted'), (row) => localMinute(row.fitted_at), 'datetime'],
      [text('安装人', 'Fitted by'), (row) => row.fitted_by],
      [text('拆除时间', 'Taken out'), (row) => row.removed_at && localMinute(row.removed_at), 'datetime'],
      [text('拆除人', 'Taken out by'), (row) => row.removed_by],
    ],
    rows,
    format,
  )
}

/** Notes a terminal in a vehicle. @throws Problem 409 while it is in another, 422 for an unknown plate */
export async function fitTerminal(
  ctx: Ctx,
  { number, plate }: InputOf<Actions['fitTerminal']>,
): Promise<OutputOf<Actions['fitTerminal']>> {
  const vehicle = await ctx.db
    .selectFrom('fleet.vehicle')
    .select('id')
    .where('plate', '=', plate)
    .executeTakeFirst()
  if (!vehicle) throw new Problem(422, 'fleet.unknown_plate', { params: { plate }, path: 'plate' })
  const bare = number.replace(/^0+/, '')
  const fitted = await ctx.db
    .insertInto('fleet.terminal')
    // Frames are told apart without leading zeros, as numbers of either length are one.
    .values({
      number: bare.length < 6 ? number : bare,
      vehicle_id: vehicle.id,
      fitted_at: ctx.now,
      fitted_by: ctx.actor.name,
    })
    .onConflict((clash) => clash.columns(['bureau_id', 'number']).where('removed_at', 'is', null).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!fitted) throw new Problem(409, 'fleet.terminal_fitted', { params: { number }, path: 'number' })
  await ctx.emit({
    type: 'fleet.terminal_fitted',
    subjectType: 'fleet.terminal',
    subjectId: fitted.id,
    after: { number, plate },
  })
  return { id: fitted.id }
}

/** From now on its points belong to no vehicle. @throws Problem 404 */
export async function removeTerminal(
  ctx: Ctx,
  { terminalId }: InputOf<Actions['removeTerminal']>,
): Promise<OutputOf<Actions['removeTerminal']>> {
  const removed = await ctx.db
    .updateTable('fleet.terminal')
    .set({ removed_at: sql`${ctx.now}`, removed_by: ctx.actor.name })
    .where('id', '=', terminalId)
    .where('removed_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!removed) throw new Problem(404, 'kernel.not_found')
  await ctx.emit({ type: 'fleet.terminal_removed', subjectType: 'fleet.terminal', subjectId: terminalId })
  return done
}
