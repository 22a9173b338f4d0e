import { sql } from 'kysely'
import { orderEvents } from '#engines/orders/event-words.ts'
import { type OrderSelection, readCosts, readOrder } from '#engines/orders/server/api.ts'
import type { OrderState } from '#engines/orders/states.ts'
import { standards } from '#engines/standards/module.ts'
import { scoreChecklist } from '#engines/standards/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { Text } from '#kernel/contract/text.ts'
import type { readActions } from '../actions/read-actions.ts'
import { repairsEvents } from '../event-words.ts'
import { prepareLists } from '../prepare-list.ts'
import type { RepairDetail } from '../schema.ts'
import type { FaultKind, PhotoStage } from '../words.ts'
import { findRepeats } from './find-repeat.ts'
import { handoversOf } from './hand-over.ts'
import { readOrderChecklist } from './order-checklist.ts'
import { readMajorWork } from './read-major-work.ts'
import { type RepairSelection, repairRowOf, selectRepairs } from './select-repairs.ts'

type Action = (typeof readActions)['readRepair']

/** Everything the page of one repair shows, in one answer. @throws Problem 404 when the actor may not see it */
export async function readRepair(ctx: Ctx, input: InputOf<Action>): Promise<OutputOf<Action>> {
  const row = await selectRepairs(ctx).where('o.id', '=', input.orderId).executeTakeFirst()
  if (!row) throw new Problem(404, 'kernel.not_found')
  const order = await readOrder(ctx, { orderId: row.id })
  const shown = { ...order, ...repairRowOf(ctx, row) }
  if (shown.sealed) return { ...shown, ...sealedParts }
  const lines = await readOrderChecklist(ctx, row)
  const answered = lines.some(({ executed }) => executed)
  const results = lines.map(({ line, executed }) => ({
    mandatory: line.mandatory,
    result: executed?.result ?? null,
  }))
  return {
    ...shown,
    cause: row.cause,
    prepare: await prepareOf(ctx, row),
    checklist: { lines, score: answered ? scoreChecklist(results) : null },
    ...(await recordsOf(ctx, row.id)),
    handovers: await handoversOf(ctx, row.id),
    costs: await readCosts(ctx, row.id),
    repeats: await repeatsOf(ctx, row),
    major: await readMajorWork(ctx, row),
    history: await historyOf(ctx, row.id),
  }
}

/** What the page of a sealed order has besides the order itself: nothing. */
const sealedParts = {
  cause: '',
  prepare: [],
  checklist: { lines: [], score: null },
  omissions: [],
  reflections: [],
  visits: [],
  labour: [],
  photos: [],
  handovers: [],
  costs: [],
  repeats: [],
  major: null,
  history: [],
}

async function prepareOf(ctx: Ctx, row: RepairSelection): Promise<RepairDetail['prepare']> {
  const ready = await ctx.db
    .selectFrom('repairs.preparation')
    .select(['code', 'by_name'])
    .where('order_id', '=', row.id)
    .execute()
  const by = new Map(ready.map(({ code, by_name }) => [code, by_name]))
  return prepareLists[row.fault_kind as FaultKind].map(({ code, title }) => ({
    code,
    title,
    ready: by.has(code),
    by: by.get(code) ?? null,
  }))
}

/** What was written down about the work, oldest first. */
async function recordsOf(ctx: Ctx, orderId: string) {
  const visits = await ctx.db
    .selectFrom('repairs.visit')
    .selectAll()
    .where('order_id', '=', orderId)
    .orderBy('arrived_at')
    .execute()
  const labour = await ctx.db
    .selectFrom('repairs.labour')
    .select(['id', 'at', 'by_name as by', 'people', 'minutes', 'note'])
    .where('order_id', '=', orderId)
    .orderBy('at')
    .execute()
  const photos = await ctx.db
    .selectFrom('repairs.photo')
    .select(['file_id as fileId', 'stage', 'at', 'by_name as by'])
    .where('order_id', '=', orderId)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return {
    visits: visits.map((visit) => ({
      id: visit.id,
      by: visit.by_name,
      arrivedAt: visit.arrived_at,
      leftAt: visit.left_at,
      metName: visit.met_name,
      found: visit.found,
      done: visit.done,
    })),
    labour,
    photos: photos.map((photo) => ({ ...photo, stage: photo.stage as PhotoStage })),
    ...(await lookingBackOn(ctx, orderId)),
  }
}

async function lookingBackOn(ctx: Ctx, orderId: string) {
  const omissions = await ctx.db
    .selectFrom('repairs.omission')
    .selectAll()
    .where('order_id', '=', orderId)
    .orderBy('found_at')
    .execute()
  const { rows } = await sql<ReflectionRow>`
    select f.id, f.at, f.by_name, f.note, f.proposal, c.id as clause_id, c.code, v.title_zh, v.title_en
    from repairs.reflection f
    left join standards.clause c on c.bureau_id = f.bureau_id and c.id = f.clause_id
    left join lateral (select title_zh, title_en from standards.clause_version cv
      where cv.bureau_id = c.bureau_id and cv.clause_id = c.id order by cv.id desc limit 1) v on true
    where f.bureau_id = kernel.bureau() and f.order_id = ${orderId} order by f.at`.execute(ctx.db)
  return {
    omissions: omissions.map((one) => ({
      id: one.id,
      lineId: one.line_id,
      what: one.what,
      foundAt: one.found_at,
      foundBy: one.found_by,
      remedy: one.remedy,
      remedyPhotoId: one.remedy_photo_id,
      remediedAt: one.remedied_at,
      remediedBy: one.remedied_by,
    })),
    reflections: rows.map((row) => ({
      id: row.id,
      at: new Date(row.at).toISOString(),
      by: row.by_name,
      note: row.note,
      clause: row.clause_id
        ? {
            id: row.clause_id,
            code: row.code!,
            title: { zh: row.title_zh ?? row.code!, en: row.title_en || row.title_zh || row.code! },
          }
        : null,
      proposal: row.proposal,
    })),
  }
}

interface ReflectionRow {
  id: string
  at: string
  by_name: string
  note: string
  proposal: string | null
  clause_id: string | null
  code: string | null
  title_zh: string | null
  title_en: string | null
}

async function repeatsOf(ctx: Ctx, row: RepairSelection): Promise<RepairDetail['repeats']> {
  const spot = { siteId: row.site_id, roomId: row.room_id, placeText: row.place_text }
  const earlier = await findRepeats(ctx, spot, row.fault_kind as FaultKind, row.created_at, row.id)
  return earlier.map((one) => ({
    id: one.id,
    number: one.number,
    createdAt: one.created_at,
    title: one.title,
    state: one.state as OrderState,
    workerName: one.worker_name,
  }))
}

const words: Record<string, Text> = { ...orderEvents, ...standards.events, ...repairsEvents }

/** What happened to the order and to the repair, newest first. */
async function historyOf(ctx: Ctx, orderId: OrderSelection['id']): Promise<RepairDetail['history']> {
  const rows = await ctx.db
    .selectFrom('kernel.event')
    .select(['id', 'at', 'actor_name as actorName', 'type', 'reason', 'after'])
    .where('subject_id', '=', orderId)
    .orderBy('id', 'desc')
    .limit(200)
    .execute()
  return rows.map((row) => ({ ...row, title: words[row.type] ?? { zh: row.type, en: row.type } }))
}
