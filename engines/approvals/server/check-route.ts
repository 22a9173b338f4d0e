import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { Condition } from '../choose-route.ts'
import type { RouteStep } from '../schema.ts'
import { comparisonsOf } from '../words.ts'
import type { FindSubject } from './subject-book.ts'

/**
 * A route asks only what its matters know, compares as that can be compared, and names people who are there.
 * @throws Problem 422 `approvals.unknown_type`, `approvals.unknown_fact`, `approvals.wrong_comparison`,
 *   `approvals.unknown_person`
 */
export async function checkRoute(
  ctx: Ctx,
  route: { type: string; conditions: readonly Condition[]; steps: readonly RouteStep[] },
  findSubject: FindSubject,
): Promise<void> {
  const subject = findSubject(route.type)
  if (!subject)
    throw new Problem(422, 'approvals.unknown_type', { params: { type: route.type }, path: 'type' })
  route.conditions.forEach(({ fact, op, value }, index) => {
    const path = `conditions.${index}`
    const kind = Object.hasOwn(subject.facts, fact) ? subject.facts[fact] : undefined
    if (!kind) throw new Problem(422, 'approvals.unknown_fact', { params: { fact }, path })
    const fits = kind.kind === 'number' ? typeof value === 'number' : Array.isArray(value)
    if (!comparisonsOf[kind.kind].includes(op) || !fits)
      throw new Problem(422, 'approvals.wrong_comparison', { params: { fact: ctx.say(kind.title) }, path })
  })
  await checkPeople(ctx, route.steps)
}

async function checkPeople(ctx: Ctx, steps: readonly RouteStep[]): Promise<void> {
  const named = steps.flatMap((step, index) =>
    [...step.asks, ...step.escalatesTo].flatMap((ask) =>
      ask.kind === 'PERSON' ? [{ personId: ask.personId, path: `steps.${index}` }] : [],
    ),
  )
  if (named.length === 0) return
  const { rows } = await sql<{ id: string }>`
    select person_id as id from approvals.able()
    where person_id = any(${named.map(({ personId }) => personId)}::uuid[])`.execute(ctx.db)
  const able = new Set(rows.map(({ id }) => id))
  const missing = named.find(({ personId }) => !able.has(personId))
  if (missing) throw new Problem(422, 'approvals.unknown_person', { path: missing.path })
}
