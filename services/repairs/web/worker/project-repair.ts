import { orders } from '#engines/orders/module.ts'
import type { OrderRow } from '#engines/orders/schema.ts'
import { type OrderState, orderStates } from '#engines/orders/states.ts'
import type { ChecklistAnswer } from '#engines/standards/schema.ts'
import type { InputOf } from '#kernel/contract/action.ts'
import type { Deed } from '#kernel/web/offline/shelf.ts'
import { repairs } from '../../module.ts'
import type { RepairDetail } from '../../schema.ts'

/** What the projection reads of a deed. */
export type DoneDeed = Pick<Deed, 'id' | 'path' | 'method' | 'input' | 'at'>

const steps = [
  [orders.actions.takeOrder, 'take'],
  [orders.actions.startOrder, 'start'],
  [orders.actions.pauseOrder, 'pause'],
  [orders.actions.resumeOrder, 'resume'],
  [repairs.actions.completeRepair, 'finish'],
] as const
const ownSteps = ['take', 'refuse', 'start', 'pause', 'resume', 'finish'] as const
const underWay: readonly string[] = ['TAKEN', 'IN_PROGRESS', 'PAUSED']

const is = (deed: DoneDeed, action: { method: string; path: string }) =>
  deed.path === action.path && deed.method === action.method
const momentOf = (deed: DoneDeed) => new Date(deed.at).toISOString()

/** What its holder may do with a repair in this state; the rest as the server said. */
function canIn(state: OrderState, said: Readonly<Record<string, boolean>>): Record<string, boolean> {
  const can = { ...said }
  for (const step of ownSteps)
    can[step] = (orderStates.transitions[step].from as readonly string[]).includes(state)
  const working = underWay.includes(state)
  for (const name of ['checklist', 'addPart', 'addLabour', 'visit']) if (name in can) can[name] = working
  if ('complete' in can) can.complete = state === 'IN_PROGRESS'
  if (state === 'FINISHED') for (const name of ['addPhotos', 'prepare']) if (name in can) can[name] = false
  return can
}

function stepRow<R extends OrderRow>(row: R, deed: DoneDeed): R {
  const step = steps.find(([action]) => is(deed, action))?.[1]
  if (!step) return row
  const { from, to } = orderStates.transitions[step]
  // The answer shows it already.
  if (!(from as readonly string[]).includes(row.state)) return row
  return {
    ...row,
    state: to,
    pauseReason: step === 'pause' ? (deed.input.reason as OrderRow['pauseReason']) : null,
    respondedAt: row.respondedAt ?? momentOf(deed),
    startedAt: row.startedAt ?? (to === 'IN_PROGRESS' ? momentOf(deed) : null),
    finishedAt: step === 'finish' ? momentOf(deed) : row.finishedAt,
    can: canIn(to, row.can),
  }
}

/** An order of a list as its holder left it, with what the server has not heard of yet. */
export function projectRow<R extends OrderRow>(row: R, deeds: readonly DoneDeed[]): R {
  return deeds.reduce(stepRow, row)
}

/** A repair as its holder left it: the effect of every deed at once, whether it has been sent or not. */
export function projectRepair(repair: RepairDetail, deeds: readonly DoneDeed[]): RepairDetail {
  return deeds.reduce((before, deed) => recordOn(stepRow(before, deed), deed), repair)
}

function recordOn(repair: RepairDetail, deed: DoneDeed): RepairDetail {
  const { actions } = repairs
  const input = deed.input
  if (is(deed, actions.prepareRepair)) {
    const ready = input.ready as string[]
    return { ...repair, prepare: repair.prepare.map((one) => ({ ...one, ready: ready.includes(one.code) })) }
  }
  if (is(deed, actions.recordChecklist)) return answered(repair, deed, input.answers as ChecklistAnswer[])
  if (is(deed, actions.addPart))
    return { ...repair, costs: [...repair.costs, costOf(deed, input as InputOf<typeof actions.addPart>)] }
  if (is(deed, actions.addLabour)) {
    const { people, minutes } = input as InputOf<typeof actions.addLabour>
    const labour = { id: deed.id, at: momentOf(deed), by: '', people, minutes, note: '' }
    return { ...repair, labour: [...repair.labour, labour] }
  }
  if (is(deed, actions.addPhotos)) {
    const { photos, stage } = input as InputOf<typeof actions.addPhotos>
    return withPhotos(repair, deed, photos, stage)
  }
  if (is(deed, actions.completeRepair)) {
    const { photos, result } = input as InputOf<typeof actions.completeRepair>
    return { ...withPhotos(repair, deed, photos ?? [], 'AFTER'), closingResult: result ?? 'RESOLVED' }
  }
  return repair
}

function answered(repair: RepairDetail, deed: DoneDeed, answers: readonly ChecklistAnswer[]): RepairDetail {
  const lines = repair.checklist.lines.map(({ line, executed }) => {
    const answer = answers.find(({ lineId }) => lineId === line.id)
    if (!answer) return { line, executed }
    const { result, reading = null, remark = '', photoId = null } = answer
    return { line, executed: { line, result, reading, remark, photoId, by: '', at: momentOf(deed) } }
  })
  return { ...repair, checklist: { ...repair.checklist, lines } }
}

function costOf(
  deed: DoneDeed,
  part: InputOf<typeof repairs.actions.addPart>,
): RepairDetail['costs'][number] {
  const { name, quantity, unit = '', unitPriceFen } = part
  return {
    id: deed.id,
    at: momentOf(deed),
    kind: 'PART',
    title: name,
    quantity,
    unit,
    unitPriceFen,
    amountFen: Math.round(quantity * unitPriceFen),
    correctsId: null,
    corrected: false,
    reason: '',
    byName: '',
  }
}

function withPhotos(
  repair: RepairDetail,
  deed: DoneDeed,
  ids: readonly string[],
  stage: RepairDetail['photos'][number]['stage'],
): RepairDetail {
  const known = new Set(repair.photos.map(({ fileId }) => fileId))
  const fresh = ids.filter((id) => !known.has(id))
  const photos = fresh.map((fileId) => ({ fileId, stage, at: momentOf(deed), by: '' }))
  return { ...repair, photos: [...repair.photos, ...photos] }
}
