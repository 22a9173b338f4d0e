import { approvalsOf } from '#engines/approvals/server/api.ts'
import { verdictsOf } from '#engines/rules/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { keysetPage } from '#kernel/server/keyset-page.ts'
import type { AcquisitionRow } from '../../acquisition-schema.ts'
import { acquisitionStates } from '../../acquisition-states.ts'
import type { acquisitionActions } from '../../actions/acquisition-actions.ts'
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

/** Latest first. */
export async function listAcquisitions(
  ctx: Ctx,
  input: InputOf<Actions['listAcquisitions']>,
): Promise<OutputOf<Actions['listAcquisitions']>> {
  let query = selectAcquisitions(ctx)
  if (input.state?.length) query = query.where('a.state', 'in', input.state)
  const { items, next } = await keysetPage(query, input, {
    by: [{ column: 'asked_at', ref: 'a.asked_at', direction: 'desc' }],
    idRef: 'a.id',
  })
  return { items: items.map((row) => rowOf(ctx, row)), next }
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
