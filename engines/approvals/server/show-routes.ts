import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { approvals } from '../module.ts'
import type { Route } from '../schema.ts'
import { findRoute, type GivenFacts } from './begin-round.ts'
import { namesIn, sayConditions, sayStep } from './describe-route.ts'
import { findDeciders } from './find-deciders.ts'
import { type RouteRecord, readRoutes } from './read-routes.ts'
import type { ApprovalSubject } from './subject.ts'
import type { FindSubject } from './subject-book.ts'

type Actions = typeof approvals.actions

/** What can be approved and what a route may ask of it. */
export function listTypes(subjects: readonly ApprovalSubject[]): OutputOf<Actions['listTypes']> {
  return {
    items: subjects.map(({ type, title, facts }) => ({
      type,
      title,
      facts: Object.entries(facts).map(([name, fact]) => ({
        name,
        title: fact.title,
        kind: fact.kind,
        unit: fact.unit ?? null,
        words: Object.entries(fact.words ?? {}).map(([value, words]) => ({ value, title: words })),
      })),
    })),
  }
}

export async function listRoutes(
  ctx: Ctx,
  input: InputOf<Actions['listRoutes']>,
  findSubject: FindSubject,
): Promise<OutputOf<Actions['listRoutes']>> {
  return { items: await showRoutes(ctx, await readRoutes(ctx, input), findSubject) }
}

/** One route as it is in force, and all it has been. @throws Problem 404 */
export async function readRoute(
  ctx: Ctx,
  { routeId }: InputOf<Actions['readRoute']>,
  findSubject: FindSubject,
): Promise<OutputOf<Actions['readRoute']>> {
  const records = await readRoutes(ctx, { routeId, closed: true, everyVersion: true })
  const versions = await showRoutes(ctx, records, findSubject)
  if (!versions[0]) throw new Problem(404, 'kernel.not_found')
  return { route: versions[0], versions }
}

async function showRoutes(
  ctx: Ctx,
  records: readonly RouteRecord[],
  findSubject: FindSubject,
): Promise<Route[]> {
  const names = await namesIn(ctx, records)
  return records.map((record) => ({
    ...record,
    steps: record.steps.map(({ id: _, ...step }) => step),
    words: {
      conditions: sayConditions(findSubject(record.type), record.conditions, names),
      steps: record.steps.map((step) => sayStep(step, names)),
    },
    can: { change: ctx.has('approvals.configure') && !record.closed },
  }))
}

/** Which route a matter like this would take today, and who would be asked. */
export async function tryRoute(
  ctx: Ctx,
  { type, unitId, facts }: InputOf<Actions['tryRoute']>,
  findSubject: FindSubject,
): Promise<OutputOf<Actions['tryRoute']>> {
  const subject = findSubject(type)
  if (!subject) throw new Problem(422, 'approvals.unknown_type', { params: { type }, path: 'type' })
  const route = await findRoute(ctx, type, readFacts(subject, facts ?? []))
  if (!route) return { route: null, people: [] }
  const unit = unitId ?? ctx.actor.unitId ?? (await anyUnit(ctx))
  const people: OutputOf<Actions['tryRoute']>['people'] = []
  for (const { title, asks } of route.steps) {
    const found = unit ? await findDeciders(ctx, { unitId: unit, requesterPersonId: null }, asks) : []
    people.push({ title, names: found.map(({ name }) => name) })
  }
  return { route: (await showRoutes(ctx, [route], findSubject))[0]!, people }
}

/** `distance=120` as the fact it stands for; what the matter does not know is refused. */
function readFacts(subject: ApprovalSubject, given: readonly string[]): GivenFacts {
  const facts: GivenFacts = {}
  for (const one of given) {
    const name = one.slice(0, one.indexOf('='))
    const value = one.slice(one.indexOf('=') + 1)
    const kind = Object.hasOwn(subject.facts, name) ? subject.facts[name] : undefined
    if (!kind) throw new Problem(422, 'approvals.unknown_fact', { params: { fact: name }, path: 'facts' })
    facts[name] = kind.kind === 'number' ? (Number.isFinite(Number(value)) ? Number(value) : null) : value
  }
  return facts
}

async function anyUnit(ctx: Ctx): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select id from directory.unit where bureau_id = kernel.bureau() and closed_on is null order by id limit 1`.execute(
    ctx.db,
  )
  return rows[0]?.id ?? null
}
