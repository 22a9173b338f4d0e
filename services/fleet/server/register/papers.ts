import { sql } from 'kysely'
import { localDayOf } from '#engines/calendar/local-day.ts'
import { applyRules } from '#engines/rules/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { text } from '#kernel/contract/text.ts'
import { attachFiles } from '#kernel/files/store-file.ts'
import type { upkeepActions } from '../../actions/upkeep-actions.ts'
import { handedOutKinds, type PaperKind, paperKinds } from '../../register-words.ts'
import type { Body } from '../../words.ts'
import { intervalRead, statutoryEnd } from './inspection-interval.ts'
import { emitForVehicle, lockVehicle } from './lock-vehicle.ts'

type Actions = typeof upkeepActions

const isHandedOut = (kind: PaperKind) => (handedOutKinds as readonly PaperKind[]).includes(kind)

/**
 * 登记证照: it follows the one of its kind in force (of keys and cards: the one of its number), which stays in the book. An
 * inspection without a last day gets the statutory one. @throws Problem 404; 422 `fleet.paper_turned`
 */
export async function addPaper(
  ctx: Ctx,
  { vehicleId, ...input }: InputOf<Actions['addPaper']>,
): Promise<OutputOf<Actions['addPaper']>> {
  const vehicle = await lockVehicle(ctx, vehicleId)
  const validFrom = input.validFrom ?? (input.kind === 'INSPECTION' ? localDayOf(ctx.now) : null)
  const inspected = { body: vehicle.body as Body, purchasedOn: vehicle.purchased_on }
  const byStatute = input.kind === 'INSPECTION' && !input.validUntil
  const validUntil = input.validUntil ?? (byStatute ? await statutoryEnd(ctx, inspected, validFrom!) : null)
  if (validFrom && validUntil && validUntil < validFrom)
    throw new Problem(422, 'fleet.paper_turned', { path: 'validUntil' })
  const before = await inForce(ctx, vehicleId, input.kind, input.number)
  const id = await replacePaper(ctx, before, {
    vehicle_id: vehicleId,
    kind: input.kind,
    number: input.number,
    holder: input.holder ?? '',
    valid_from: validFrom,
    valid_until: validUntil,
    cost_fen: input.costFen ?? null,
    file_id: input.fileId ?? null,
    note: input.note ?? '',
    created_at: ctx.now,
    created_by: ctx.actor.name,
  })
  if (byStatute)
    await applyRules(ctx, {
      subject: {
        type: 'fleet.vehicle_paper',
        id,
        label: `${vehicle.plate} ${paperKinds.INSPECTION.zh}`,
        kind: text('车辆检验', 'Vehicle inspections'),
        href: `/fleet/vehicles/${vehicleId}`,
      },
      checks: [],
      reads: [intervalRead(inspected, validFrom!)],
    })
  if (input.fileId) await attachFiles(ctx, [input.fileId], 'fleet.vehicle', vehicleId)
  await emitForVehicle(ctx, vehicleId, 'fleet.paper_added', {
    after: { id, kind: input.kind, number: input.number, validUntil, follows: before },
  })
  return { id, validUntil }
}

async function inForce(ctx: Ctx, vehicleId: string, kind: PaperKind, number: string) {
  let query = ctx.db
    .selectFrom('fleet.vehicle_paper')
    .select('id')
    .where('vehicle_id', '=', vehicleId)
    .where('kind', '=', kind)
    .where('ended_at', 'is', null)
  if (isHandedOut(kind)) query = query.where('number', '=', number)
  return (await query.forUpdate().executeTakeFirst())?.id ?? null
}

interface PaperValues {
  vehicle_id: string
  kind: string
  number: string
  holder: string
  valid_from: string | null
  valid_until: string | null
  cost_fen: number | null
  file_id: string | null
  note: string
  created_at: Date
  created_by: string
}

/** The older one is ended first: only one of a kind is in force. Its reference to the newer is checked at the commit. */
async function replacePaper(ctx: Ctx, before: string | null, values: PaperValues): Promise<string> {
  const { rows } = await sql<{ id: string }>`select kernel.uuidv7() as id`.execute(ctx.db)
  const { id } = rows[0]!
  if (before)
    await ctx.db
      .updateTable('fleet.vehicle_paper')
      .set({ ended_at: ctx.now, ended_by: ctx.actor.name, superseded_by_id: id })
      .where('id', '=', before)
      .execute()
  await ctx.db
    .insertInto('fleet.vehicle_paper')
    .values({ id, ...values })
    .execute()
  return id
}

/** 停用: lost, cancelled. @throws Problem 404; 409 `fleet.paper_over`, `fleet.handed_out_already` */
export async function endPaper(
  ctx: Ctx,
  { vehicleId, paperId, reason }: InputOf<Actions['endPaper']>,
): Promise<OutputOf<Actions['endPaper']>> {
  const paper = await lockPaper(ctx, vehicleId, paperId)
  await refuseHandedOut(ctx, paperId)
  await ctx.db
    .updateTable('fleet.vehicle_paper')
    .set({ ended_at: ctx.now, ended_by: ctx.actor.name, ended_reason: reason })
    .where('id', '=', paperId)
    .execute()
  await emitForVehicle(ctx, vehicleId, 'fleet.paper_ended', {
    before: { kind: paper.kind, number: paper.number },
    reason,
  })
  return done
}

/** 领用. @throws Problem 404; 409 `fleet.handed_out_already`; 422 `fleet.not_handed_out_kind`, `fleet.unknown_driver` */
export async function handOut(
  ctx: Ctx,
  { vehicleId, paperId, driverId, ...input }: InputOf<Actions['handOut']>,
): Promise<OutputOf<Actions['handOut']>> {
  const paper = await lockPaper(ctx, vehicleId, paperId)
  if (!isHandedOut(paper.kind as PaperKind)) throw new Problem(422, 'fleet.not_handed_out_kind')
  await refuseHandedOut(ctx, paperId)
  const name = driverId ? await driverName(ctx, driverId) : input.holderName
  if (!name) throw new Problem(422, 'fleet.unknown_driver', { path: 'driverId' })
  const { id } = await ctx.db
    .insertInto('fleet.hand_out')
    .values({
      paper_id: paperId,
      driver_id: driverId ?? null,
      holder_name: name,
      out_at: ctx.now,
      out_by: ctx.actor.name,
      note: input.note ?? '',
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await emitForVehicle(ctx, vehicleId, 'fleet.handed_out', {
    after: { kind: paper.kind, number: paper.number, holder: name, driverId: driverId ?? null },
  })
  return { id }
}

/** 归还. @throws Problem 404; 409 `fleet.not_handed_out` */
export async function handBack(
  ctx: Ctx,
  { vehicleId, paperId }: InputOf<Actions['handBack']>,
): Promise<OutputOf<Actions['handBack']>> {
  const paper = await lockPaper(ctx, vehicleId, paperId)
  const back = await ctx.db
    .updateTable('fleet.hand_out')
    .set({ back_at: ctx.now, back_by: ctx.actor.name })
    .where('paper_id', '=', paperId)
    .where('back_at', 'is', null)
    .returning('holder_name')
    .executeTakeFirst()
  if (!back) throw new Problem(409, 'fleet.not_handed_out')
  await emitForVehicle(ctx, vehicleId, 'fleet.handed_back', {
    after: { kind: paper.kind, number: paper.number, holder: back.holder_name },
  })
  return done
}

async function lockPaper(ctx: Ctx, vehicleId: string, paperId: string) {
  await lockVehicle(ctx, vehicleId)
  const paper = await ctx.db
    .selectFrom('fleet.vehicle_paper')
    .selectAll()
    .where('id', '=', paperId)
    .where('vehicle_id', '=', vehicleId)
    .forUpdate()
    .executeTakeFirst()
  if (!paper) throw new Problem(404, 'kernel.not_found')
  if (paper.ended_at) throw new Problem(409, 'fleet.paper_over')
  return paper
}

async function refuseHandedOut(ctx: Ctx, paperId: string): Promise<void> {
  const out = await ctx.db
    .selectFrom('fleet.hand_out')
    .select('holder_name')
    .where('paper_id', '=', paperId)
    .where('back_at', 'is', null)
    .executeTakeFirst()
  if (out) throw new Problem(409, 'fleet.handed_out_already', { params: { holder: out.holder_name } })
}

async function driverName(ctx: Ctx, driverId: string): Promise<string | undefined> {
  const driver = await ctx.db
    .selectFrom('fleet.driver')
    .select('name')
    .where('id', '=', driverId)
    .where('state', '=', 'ACTIVE')
    .executeTakeFirst()
  return driver?.name
}
