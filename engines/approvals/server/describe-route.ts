import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import { roles } from '#kernel/contract/roles.ts'
import { type Text, text } from '#kernel/contract/text.ts'
import type { Condition } from '../choose-route.ts'
import type { Ask, RouteStep } from '../schema.ts'
import { comparisons, modes } from '../words.ts'
import type { RouteRecord } from './read-routes.ts'
import type { ApprovalSubject } from './subject.ts'

type Names = ReadonlyMap<string, string>

/** What the units and persons in these routes are called. */
export async function namesIn(ctx: Ctx, routes: readonly RouteRecord[]): Promise<Names> {
  const persons = routes.flatMap(({ steps }) =>
    steps.flatMap(({ asks, escalatesTo }) =>
      [...asks, ...escalatesTo].flatMap((ask) => (ask.kind === 'PERSON' ? [ask.personId] : [])),
    ),
  )
  const units = routes.flatMap(({ conditions }) =>
    conditions.flatMap(({ op, value }) =>
      (op === 'WITHIN' || op === 'NOT_WITHIN') && Array.isArray(value) ? value : [],
    ),
  )
  if (persons.length + units.length === 0) return new Map()
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from directory.person where bureau_id = kernel.bureau() and id = any(${persons}::uuid[])
    union all
    select id, name from directory.unit where bureau_id = kernel.bureau() and id::text = any(${units}::text[])`.execute(
    ctx.db,
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}

const always = text('所有申请', 'Every request')

/** When a route is taken, in one sentence. */
export function sayConditions(
  subject: ApprovalSubject | undefined,
  conditions: readonly Condition[],
  names: Names,
): Text {
  const said = conditions.map(({ fact, op, value }) => {
    const kind = subject?.facts[fact]
    const title = kind?.title ?? { zh: fact, en: fact }
    const values = [value].flat().map((one): Text => {
      const plain = typeof one === 'number' ? one.toLocaleString('en-US') : (names.get(one) ?? one)
      const unit = kind?.unit
      const known = kind?.words?.[String(one)] ?? { zh: plain, en: plain }
      return unit ? { zh: `${known.zh} ${unit.zh}`, en: `${known.en} ${unit.en}` } : known
    })
    return {
      zh: `${title.zh}${comparisons[op].zh} ${values.map(({ zh }) => zh).join('、')}`,
      en: `${title.en} ${comparisons[op].en} ${values.map(({ en }) => en).join(' or ')}`,
    }
  })
  if (said.length === 0) return always
  return { zh: said.map(({ zh }) => zh).join('，且'), en: said.map(({ en }) => en).join(' and ') }
}

const unitHead = text('申请单位负责人', 'the head of the requester’s unit')
const leftPerson = text('（已不在）', '(no longer there)')

function sayAsk(ask: Ask, names: Names): Text {
  if (ask.kind === 'ROLE') return roles[ask.role]
  if (ask.kind === 'UNIT_HEAD') return unitHead
  const name = names.get(ask.personId)
  return name ? { zh: name, en: name } : leftPerson
}

function sayAsks(asks: readonly Ask[], names: Names): Text {
  const said = asks.map((ask) => sayAsk(ask, names))
  return { zh: said.map(({ zh }) => zh).join('、'), en: said.map(({ en }) => en).join(', ') }
}

/** One step, in one sentence: who, how many of them, how long, and where it goes then. */
export function sayStep(step: RouteStep, names: Names): Text {
  const who = sayAsks(step.asks, names)
  const higher = sayAsks(step.escalatesTo, names)
  const mode = modes[step.mode]
  const time = sayTime(step.answerMinutes)
  return {
    zh: `${step.title}：${who.zh}，${mode.zh}；${time.zh}内办理，超时上报${higher.zh}`,
    en: `${step.title}: ${who.en}; ${mode.en.toLowerCase()}; within ${time.en}, then ${higher.en}`,
  }
}

function sayTime(minutes: number): Text {
  const hours = Math.floor(minutes / 60)
  const left = minutes % 60
  const zh = [hours ? `${hours} 个工作小时` : '', left ? `${left} 分钟` : ''].filter(Boolean).join(' ')
  const en = [hours ? `${hours} working hours` : '', left ? `${left} minutes` : ''].filter(Boolean).join(' ')
  return { zh, en }
}
