import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { storeFile } from '#kernel/files/store-file.ts'
import { signCode } from '#kernel/identity/secret.ts'
import type { reportActions } from '../actions/report-actions.ts'
import { placeLabel } from '../place-label.ts'
import { publicPaths } from '../words.ts'
import { servingUnitId } from './find-place.ts'
import { openPlaceCode } from './open-code.ts'
import { openRepair } from './open-repair.ts'

type Actions = typeof reportActions

/** Whoever gave no name. */
const stranger = { zh: '扫码报修人', en: 'Reported by code' }

/**
 * 扫码报修: no account, no name needed; the code says where. Gives a link by which the reporter can follow it.
 * @throws Problem 404 for a code that is not ours, 410 for a revoked one
 */
export async function reportByCode(
  ctx: Ctx,
  input: InputOf<Actions['reportByCode']>,
): Promise<OutputOf<Actions['reportByCode']>> {
  const { codeId, place } = await openPlaceCode(ctx, input.code)
  const placeText = [place.placeText, input.placeText?.trim()].filter(Boolean).join(' ').slice(0, 200)
  const receipt = await openRepair(ctx, {
    place: { ...place, placeText, label: placeLabel({ ...place, placeText }) },
    kind: input.kind,
    description: input.description,
    channel: 'QR',
    requester: { personId: null, name: input.name?.trim() || stranger.zh, phone: input.phone ?? null },
    clientUnitId: place.unitId ?? (await servingUnitId(ctx)),
    placeCodeId: codeId,
    ...(input.urgency ? { urgency: input.urgency } : {}),
    ...(input.photos ? { photos: input.photos } : {}),
    ...(input.clientKey ? { clientKey: input.clientKey } : {}),
  })
  const followCode = signCode(ctx.bureauId, receipt.id)
  return { ...receipt, followCode, followPath: publicPaths.follow + followCode }
}

/** A picture for a report by code; it stays loose until the report names it. @throws Problem 415 for anything else */
export async function storePublicPhoto(
  ctx: Ctx,
  input: InputOf<Actions['storePublicPhoto']>,
): Promise<OutputOf<Actions['storePublicPhoto']>> {
  await openPlaceCode(ctx, input.code)
  const file = await storeFile(ctx, ctx.upload!)
  if (!file.mediaType.startsWith('image/')) throw new Problem(415, 'kernel.file_kind', { path: 'file' })
  return { id: file.id }
}
