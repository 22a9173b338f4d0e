import type { Ctx } from '#kernel/context.ts'
import type { Chance } from './chance.ts'
import type { DemoBureau } from './demo-bureau.ts'
import type { DemoWork } from './plan-majors.ts'
import { uuidAt } from './uuid-at.ts'

export type KeptWork = DemoWork & { id: string }

/** The projects with their surveys, quotes, choices and verifications; the chosen quote is the order's cost. */
export async function insertWorks(
  ctx: Ctx,
  bureau: DemoBureau,
  works: readonly KeptWork[],
  chance: Chance,
): Promise<void> {
  const by_name = bureau.dispatcher.name
  const surveys = works.flatMap(({ id, surveys: list }) =>
    list.map(({ contractor, at, findings }) => ({
      work_id: id,
      contractor,
      surveyed_at: at,
      findings,
      by_name,
    })),
  )
  const quotes = works.flatMap(({ id, quotes: list }) =>
    list.map(({ contractor, at, fen }) => ({
      id: uuidAt(at, 0, chance),
      work_id: id,
      contractor,
      amount_fen: fen,
      content: '含材料、人工、清运，质保两年',
      quoted_at: at,
      by_name,
    })),
  )
  const chosen = ({ id, chosen: choice }: KeptWork) =>
    quotes.find((quote) => quote.work_id === id && quote.contractor === choice?.contractor)
  const projects = works.map((work) => ({
    id: work.id,
    state: work.state,
    chosen_quote_id: chosen(work)?.id ?? null,
    choice_reason: work.chosen?.reason ?? null,
    started_on: work.startedOn,
    planned_to: work.plannedTo,
    finished_on: work.finishedOn,
    verification_condition: work.condition,
  }))
  // A work names its chosen quote and a quote its work: in one statement both are there when keys are checked.
  await ctx.db
    .with('surveyed', (db) => db.insertInto('repairs.survey').values(surveys))
    .with('quoted', (db) => db.insertInto('repairs.quote').values(quotes))
    .insertInto('repairs.major_work')
    .values(projects)
    .execute()
  const verifications = works.flatMap(({ id, verifications: list }) =>
    list.map(({ at, condition, passed }) => ({
      work_id: id,
      at,
      condition,
      result: passed ? 'PASSED' : 'FAILED',
      by_name,
    })),
  )
  await ctx.db.insertInto('repairs.verification').values(verifications).execute()
  const charged = works.flatMap((work) => {
    const quote = chosen(work)
    if (!quote || !work.finishedOn) return []
    const at = new Date(`${work.finishedOn}T16:00:00+08:00`)
    return [{ order_id: work.id, at, title: quote.contractor, unit_price_fen: quote.amount_fen }]
  })
  await ctx.db
    .insertInto('orders.cost')
    .values(charged.map((cost) => ({ ...cost, kind: 'OUTSOURCED', quantity: 1, unit: '项', by_name })))
    .execute()
}
