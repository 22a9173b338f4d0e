import { worksOn } from '#engines/orders/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import { majorStates } from '../states.ts'

/** What the rules of a repair look at. Which rows one sees is `visibleOrders` of the orders engine. */
export interface RepairFacts {
  state: string
  holder_person_id: string | null
  worker_person_id: string | null
  fault_kind: string
  grade: string
  major_state: string | null
}

const ended = ['COMPLETED', 'VOIDED', 'MERGED']
const underWay = ['TAKEN', 'IN_PROGRESS', 'PAUSED']

/** Whether the repair is the actor's to write about: they carry or carried it out, or they are the desk. */
export function writesOn(ctx: Ctx, row: Pick<RepairFacts, 'holder_person_id' | 'worker_person_id'>): boolean {
  if (!ctx.has('repairs.work')) return false
  const me = ctx.actor.personId
  return worksOn(ctx, row) || (me !== null && row.worker_person_id === me)
}

/** What this actor may do with this repair now, besides what `orderCan` says of its order. */
export function repairCan(ctx: Ctx, row: RepairFacts): Record<string, boolean> {
  const writes = writesOn(ctx, row)
  const alive = !ended.includes(row.state)
  const finished = row.state === 'FINISHED' || row.state === 'COMPLETED'
  const working = writes && underWay.includes(row.state)
  return {
    grade: ctx.has('repairs.grade') && alive && row.state !== 'FINISHED',
    describe: writes && row.state !== 'VOIDED' && row.state !== 'MERGED',
    prepare: writes && alive,
    visit: working,
    checklist: working,
    addPart: working,
    addLabour: working,
    addPhotos: writes && alive,
    complete: writes && row.state === 'IN_PROGRESS' && mayEnd(row),
    recordOmission: finished && ctx.has('repairs.remedy'),
    remedyOmission: finished && writes,
    reflect: writes && (finished || underWay.includes(row.state)),
  }
}

/** A major work may end once it is verified; others at any time. */
function mayEnd(row: Pick<RepairFacts, 'grade' | 'major_state'>): boolean {
  return row.grade !== 'MAJOR_REPAIR' || row.major_state === null || row.major_state === 'VERIFIED'
}

/** The project's steps that are open, and what is recorded between them. */
export function majorCan(ctx: Ctx, row: RepairFacts): Record<string, boolean> {
  if (!row.major_state || row.state === 'VOIDED' || row.state === 'MERGED') return {}
  const open = ctx.can(majorStates, { state: row.major_state })
  const manages = ctx.has('repairs.manage-works')
  const surveying = manages && ['SURVEY', 'QUOTED'].includes(row.major_state)
  return {
    survey: surveying,
    addQuote: surveying,
    choose: open.choose,
    start: open.start,
    finish: open.finish,
    planVerification: open.planVerification,
    verify: open.verify,
    regrade: open.regrade,
  }
}
