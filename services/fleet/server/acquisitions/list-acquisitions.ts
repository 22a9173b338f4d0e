import { approvalsOf } from '#engines/approvals/server/api.ts'
import { verdictsOf } from '#engines/rules/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import type { FileAnswer, InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { text } from '#kernel/contract/text.ts'
import { keysetPage } from '#kernel/server/keyset-page.ts'
import { localMinute } from '#kernel/sheets/local-minute.ts'
import type { AcquisitionRow } from '../../acquisition-schema.ts'
import { acquisitionStates } from '../../acquisition-states.ts'
import type { acquisitionActions } from '../../actions/acquisition-actions.ts'
import { energies, vehicleClasses } from '../../words.ts'
import { listSheet } from '../list-sheet.ts'
import { inOrder, orderOf } from '../order-of.ts'
import { previewLimits as askLimits, verdictOf } from '../register/vehicle-limits.ts'
import { acquisitionType } from './acquisition-approval.ts'

type Actions = typeof acquisitionActions

/** What the caps say of a vehicle that is being typed; nothing is remembered. */
export async function previewLimits(
  ctx: Ctx,
  input: InputOf<Actions['previewLimits']>,
): Promise<OutputOf<Actions['previewLimits']>> {
  const verdicts = await askLimits(ctx, {
    class: input.class,
    body: input.body,
    special: input.special ?? false,
    energy: input.energy,
    displacement_ml: input.displacementMl ?? null,
    price_fen: input.priceFen,
  })
  return { verdicts }
}

function selectAcquisitions(ctx: Ctx) {
  return ctx.db
    .selectFrom('fleet.acquisition as a')
    .leftJoin('fleet.vehicle as o', (join) =>
      join.onRef('o.bureau_id', '=', 'a.bureau_id').onRef('o.id', '=', 'a.replaces_id'),
    )
    .leftJoin('fleet.vehicle as v', (join) =>
      join.onRef('v.bureau_id', '=', 'a.bureau_id').onRef('v.id', '=', 'a.vehicle_id'),
    )
    .selectAll('a')
    .select(['o.plate as old_plate', 'v.plate as new_plate'])
}
type Selection = Awaited<ReturnType<ReturnType<typeof selectAcquisitions>['execute']>>[number]

type Filters = Omit<InputOf<Actions['exportAcquisitions']>, 'format'>

/** The latest first, unless another order is asked for. */
const acquisitionOrder = ({ sort = '-asked' }: Filters) =>
  orderOf(sort, { asked: 'a.asked_at', price: 'a.price_fen' })

function filterAcquisitions(ctx: Ctx, { state }: Filters) {
  const query = selectAcquisitions(ctx)
  return state?.length ? query.where('a.state', 'in', state) : query
}

export async function listAcquisitions(
  ctx: Ctx,
  input: InputOf<Actions['listAcquisitions']>,
): Promise<OutputOf<Actions['listAcquisitions']>> {
  const { items, next } = await keysetPage(filterAcquisitions(ctx, input), input, {
    by: [acquisitionOrder(input)],
    idRef: 'a.id',
  })
  return { items: items.map((row) => rowOf(ctx, row)), next }
}

/** The same as a sheet. */
export async function exportAcquisitions(
  ctx: Ctx,
  { format, ...filters }: InputOf<Actions['exportAcquisitions']>,
): Promise<FileAnswer> {
  const rows = await inOrder(filterAcquisitions(ctx, filters), acquisitionOrder(filters), 'a.id').execute()
  return listSheet(
    ctx,
    text('车辆购置', 'Vehicles to buy'),
    [
      [text('编号', 'Number'), (row) => row.number],
      [text('车辆类别', 'Class'), (row) => ctx.say(vehicleClasses[row.class])],
      [text('品牌型号', 'Model'), (row) => row.model],
      [text('能源类型', 'Energy'), (row) => ctx.say(energies[row.energy])],
      [text('座位数', 'Seats'), (row) => row.seats, 'number'],
      [text('价格元', 'Price (yuan)'), (row) => row.priceFen, 'money-fen'],
      [text('理由', 'Reason'), (row) => row.reason],
      [text('更新的车辆', 'Replaces'), (row) => row.replaces?.plate ?? null],
      [text('申请人', 'Asked by'), (row) => row.askedBy],
      [text('申请时间', 'Asked'), (row) => localMinute(row.askedAt), 'datetime'],
      [text('状态', 'State'), (row) => ctx.say(acquisitionStates.states[row.state].title)],
      [text('审批人', 'Decided by'), (row) => row.decidedBy],
      [text('审批意见', 'Decision'), (row) => row.decisionReason],
      [text('入册车辆', 'Vehicle'), (row) => row.vehicle?.plate ?? null],
    ],
    rows.map((row) => rowOf(ctx, row)),
    format,
  )
}

/** One purchase with what the caps said and with whom it lies. @throws Problem 404 */
export async function readAcquisition(
  ctx: Ctx,
  { acquisitionId }: InputOf<Actions['readAcquisition']>,
): Promise<OutputOf<Actions['readAcquisition']>> {
  const row = await selectAcquisitions(ctx).where('a.id', '=', acquisitionId).executeTakeFirst()
  if (!row) throw new Problem(404, 'kernel.not_found')
  const verdicts = await verdictsOf(ctx, acquisitionType, acquisitionId)
  const approval = (await approvalsOf(ctx, acquisitionType, [acquisitionId])).get(acquisitionId)
  return { ...rowOf(ctx, row), verdicts: verdicts.map(verdictOf), approval: approval ?? null }
}

function rowOf(ctx: Ctx, row: Selection): AcquisitionRow {
  return {
    id: row.id,
    number: row.number,
    class: row.class as AcquisitionRow['class'],
    body: row.body as AcquisitionRow['body'],
    model: row.model,
    special: row.special,
    energy: row.energy as AcquisitionRow['energy'],
    displacementMl: row.displacement_ml,
    priceFen: row.price_fen,
    seats: row.seats,
    pool: row.pool as AcquisitionRow['pool'],
    reason: row.reason,
    replaces: row.replaces_id && row.old_plate ? { id: row.replaces_id, plate: row.old_plate } : null,
    askedBy: row.asked_by,
    askedAt: row.asked_at,
    state: row.state as AcquisitionRow['state'],
    decidedBy: row.decided_by,
    decisionReason: row.decision_reason,
    vehicle: row.vehicle_id && row.new_plate ? { id: row.vehicle_id, plate: row.new_plate } : null,
    can: { ...ctx.can(acquisitionStates, row), keep: ctx.has('fleet.keep-register') },
  }
}
