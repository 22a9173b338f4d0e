import { Value } from 'typebox/value'
import { localDayOf } from '#engines/calendar/local-day.ts'
import type { Ctx } from '#kernel/context.ts'
import type { FileAnswer, InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { exchangeActions } from '../../../actions/exchange-actions.ts'
import {
  type EntityCode,
  entityCodes,
  exchangeEntities,
  notHeld,
  schemaOf,
} from '../../../exchange-entities.ts'
import type { ExchangeEntity } from '../../../exchange-fields.ts'
import { entityRows } from './entity-rows.ts'

type Actions = typeof exchangeActions

/** Which entities there are, where each field comes from, and what is missing. */
export async function listExchangeEntities(
  _ctx: Ctx,
  _input: InputOf<Actions['listExchangeEntities']>,
): Promise<OutputOf<Actions['listExchangeEntities']>> {
  return {
    items: entityCodes.map((code) => {
      const { title, kind, fields, missing }: ExchangeEntity = exchangeEntities[code]
      const named = Object.entries(fields).map(([name, { title, source }]) => ({ name, title, source }))
      return { code, title, kind, fields: named, missing }
    }),
    notHeld: [...notHeld],
  }
}

/** The records of an entity, each held against its schema. @throws Problem 422 for a span backwards or over a year */
export async function readExchange(
  ctx: Ctx,
  { entity, from: first, to: last }: InputOf<Actions['readExchange']>,
): Promise<OutputOf<Actions['readExchange']>> {
  const to = last ?? localDayOf(ctx.now)
  const from = first ?? `${to.slice(0, 7)}-01`
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000
  if (!(days >= 0 && days <= 366)) throw new Problem(422, 'fleet.bad_span', { path: 'to' })
  const { rows } = await (await entityRows[entity]({ from, to }, ctx)).execute(ctx.db)
  const items = rows.map((row) => plain(row as Record<string, unknown>))
  return {
    standard: 'DB32/T 3826-2020',
    entity,
    from,
    to,
    generatedAt: ctx.now.toISOString(),
    items,
    invalid: findInvalid(entity, items),
  }
}

/** Moments as the schema has them, whatever the driver of the database gives. */
function plain(row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      typeof value === 'string' && /^\d{4}-\d\d-\d\d[T ]\d\d:/.test(value)
        ? new Date(value).toISOString()
        : value,
    ]),
  )
}

function findInvalid(entity: EntityCode, items: readonly unknown[]) {
  const schema = schemaOf(entity)
  return items.flatMap((item, index) => {
    if (Value.Check(schema, item)) return []
    const [first] = Value.Errors(schema, item)
    return [{ index, path: first?.instancePath || '/' }]
  })
}

/** The same as a file. @throws Problem 422 */
export async function exportExchange(
  ctx: Ctx,
  input: InputOf<Actions['exportExchange']>,
): Promise<FileAnswer> {
  const answer = await readExchange(ctx, input)
  return {
    bytes: Buffer.from(JSON.stringify(answer, null, 2), 'utf8'),
    mediaType: 'application/json; charset=utf-8',
    fileName: `${exchangeEntities[input.entity].title.zh} ${answer.from}至${answer.to}.json`,
    rows: answer.items.length,
  }
}
