import { localDayOf } from '#engines/calendar/local-day.ts'
import { type DescribedRule, describeRules } from '#engines/rules/server/api.ts'
import { documentsInForce } from '#engines/standards/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import type { Text } from '#kernel/contract/text.ts'
import type { instrumentActions } from '../../actions/instrument-actions.ts'
import type { ExecutorView } from '../../instrument-schema.ts'
import { type Executor, instrumentCodes, instruments } from '../../instruments.ts'
import { lightCodes } from '../../trip-words.ts'
import type { Span } from '../accounts/month.ts'
import { fleetChecks } from '../accounts/supervision/checks/index.ts'
import { addMonths } from '../register/inspection-interval.ts'
import { countChecks, countLights } from './count-bites.ts'

type Action = (typeof instrumentActions)['listInstruments']

/** Each instrument in force, clause by clause, with what carries it out and how often that bit within twelve months. */
export async function listInstruments(ctx: Ctx, _input: InputOf<Action>): Promise<OutputOf<Action>> {
  const to = localDayOf(ctx.now)
  const span = { from: addMonths(to, -12), to }
  const documents = await documentsInForce(ctx, instrumentCodes)
  const known = await readBites(ctx, span)
  return {
    ...span,
    items: documents.map(({ clauses, ...document }) => ({
      ...document,
      issuedAt: new Date(document.issuedAt).toISOString(),
      clauses: clauses.map((clause) => ({
        ...clause,
        executors: (instruments[document.code]![clause.code] ?? []).flatMap((one) => viewOf(ctx, one, known)),
      })),
    })),
  }
}

interface Bites {
  rules: Map<string, DescribedRule>
  lights: Map<string, number>
  checks: Map<string, number>
}

async function readBites(ctx: Ctx, span: Span): Promise<Bites> {
  const all = Object.values(instruments).flatMap((clauses) => Object.values(clauses).flat())
  return {
    rules: await describeRules(
      ctx,
      all.flatMap((one) => (one.by === 'RULE' ? [one.rule] : [])),
    ),
    lights: await countLights(ctx, span),
    checks: await countChecks(
      ctx,
      all.flatMap((one) => (one.by === 'CHECK' ? [one.code] : [])),
      span,
    ),
  }
}

const nothing = { how: null, limit: null, values: null, weight: null, asked: null, bit: null, href: null }

/** The sentence of a reason as its kind: what differs from trip to trip is left open. */
const withoutNumbers = ({ zh, en }: Text) => ({
  zh: zh.replaceAll(/\{\w+\}/g, '…'),
  en: en.replaceAll(/\{\w+\}/g, '…'),
})

/** One line of a clause; a rule this bureau does not know gives none. Addresses are for those who may open them. */
function viewOf(ctx: Ctx, one: Executor, { rules, lights, checks }: Bites): ExecutorView[] {
  const open = (permission: string, href: string) => (ctx.has(permission) ? href : null)
  if (one.by === 'PART')
    return [{ ...nothing, by: 'PART', title: one.title, href: open(one.permission, one.page) }]
  if (one.by === 'LIGHT') {
    const { light, words } = lightCodes[one.code]
    return [
      {
        ...nothing,
        by: 'LIGHT',
        title: withoutNumbers(words),
        weight: light,
        bit: lights.get(one.code) ?? 0,
        href: open('fleet.read-board', `/fleet/trips?light=${light}`),
      },
    ]
  }
  if (one.by === 'CHECK') {
    const { title, weight } = fleetChecks.find(({ code }) => code === one.code)!
    const href = open('fleet.supervise', `/fleet/supervision/checks/${one.code}`)
    return [{ ...nothing, by: 'CHECK', title, weight, bit: checks.get(one.code) ?? 0, href }]
  }
  const rule = rules.get(one.rule)
  if (!rule) return []
  const { title, limit, values, counts } = rule
  const bit = counts.informed + counts.warned + counts.blocked
  const counted = one.how === 'BY_HAND' ? {} : { asked: one.how === 'READ' ? counts.read : counts.asked, bit }
  const href = open('rules.read', `/rules/${one.rule}`)
  return [{ ...nothing, by: 'RULE', how: one.how, title, limit, values, href, ...counted }]
}
