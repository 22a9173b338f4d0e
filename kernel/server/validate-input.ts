import { type TObject, type TSchema, Type } from 'typebox'
import { Compile } from 'typebox/compile'
import { Value } from 'typebox/value'
import { type Action, pathParameters } from '../contract/action.ts'
import { Problem } from '../contract/problem.ts'
import { type Locale, type Text, text } from '../contract/text.ts'
import { fillText, sayText } from '../i18n/say-text.ts'

const words: Record<string, Text> = {
  required: text('必须填写', 'is required'),
  type: text('格式不对', 'has the wrong type'),
  format: text('格式不对', 'has the wrong format'),
  pattern: text('格式不对', 'has the wrong format'),
  minLength: text('太短，至少 {limit} 个字', 'is too short, at least {limit} characters'),
  maxLength: text('太长，最多 {limit} 个字', 'is too long, at most {limit} characters'),
  minimum: text('不能小于 {limit}', 'must be at least {limit}'),
  maximum: text('不能大于 {limit}', 'must be at most {limit}'),
  minItems: text('至少要 {limit} 项', 'needs at least {limit}'),
  maxItems: text('最多 {limit} 项', 'takes at most {limit}'),
  other: text('不在可选范围内', 'is not one of the choices'),
}

interface Fault {
  keyword: string
  instancePath: string
  params: object
}

function faultPlace(fault: Fault): string {
  const missing = (fault.params as { requiredProperties?: string[] }).requiredProperties?.[0]
  const path = fault.instancePath.slice(1).replaceAll('/', '.')
  return missing ? [path, missing].filter(Boolean).join('.') : path
}

function faultWords(fault: Fault, locale: Locale): string {
  const { limit } = fault.params as { limit?: number }
  if (fault.keyword === 'minLength' && limit === 1) return sayText(words.required!, locale)
  return fillText(sayText(words[fault.keyword] ?? words.other!, locale), { limit: limit ?? '' })
}

/** Spaces of every kind and width, and marks without any. */
const blank = /^[\s\u200b-\u200d\u2060]+$/

/**
 * Text of nothing but blanks says nothing: it counts as empty wherever it stands, so that one rule refuses both.
 * @throws Problem 400 `kernel.bad_text` for what a database cannot keep as it came: NUL, half of a surrogate pair
 */
function emptied(value: unknown): unknown {
  if (typeof value === 'string') {
    if (value.includes('\0') || !value.isWellFormed()) throw new Problem(400, 'kernel.bad_text')
    return blank.test(value) ? '' : value
  }
  if (Array.isArray(value)) return value.map(emptied)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, emptied(part)]))
}

/** Where the parts of a request come from. */
export interface RawInput {
  params: Record<string, unknown>
  query: Record<string, unknown>
  body: unknown
}

/** Those of an address's parameters that are the id of a row. */
function idsOf(schema: TObject, names: readonly string[]): TObject {
  const properties: Record<string, TSchema> = schema.properties
  const isId = (part: TSchema | undefined) => part !== undefined && 'format' in part && part.format === 'uuid'
  const ids = names.filter((name) => isId(properties[name]))
  return Type.Object(Object.fromEntries(ids.map((name) => [name, properties[name]!])))
}

/**
 * Makes the check of an action's input: address and query are text and are converted, a body is taken as it is;
 * names the action does not know are dropped.
 * @returns a function giving the typed input; it throws Problem 400 `kernel.bad_input` naming every field, and 404
 * `kernel.not_found` where the address names a row by what can be no row's id
 */
export function inputCheck(action: Action): (raw: RawInput, locale: Locale) => Record<string, unknown> {
  const schema: TObject = action.input
  const validator = Compile(schema)
  const names = pathParameters(action.path)
  const ids = Compile(idsOf(schema, names))
  const fromQuery = action.method === 'GET' || action.upload
  return (raw, locale) => {
    // Nobody filled in the address as a field: it leads nowhere, whatever came with it.
    if (!ids.Check(raw.params)) throw new Problem(404, 'kernel.not_found')
    if (!fromQuery && raw.body != null && (typeof raw.body !== 'object' || Array.isArray(raw.body)))
      throw new Problem(400, 'kernel.bad_input')
    const rest = fromQuery
      ? (Value.Convert(schema, { ...raw.query }) as Record<string, unknown>)
      : { ...(raw.body as Record<string, unknown> | null) }
    const address = Object.fromEntries(names.map((name) => [name, raw.params[name]]))
    Object.assign(rest, Value.Convert(schema, address))
    const clean = emptied(Value.Clean(schema, rest)) as Record<string, unknown>
    if (validator.Check(clean)) return clean
    const faults = [...validator.Errors(clean)].slice(0, 20) as Fault[]
    const errors = faults.map((fault) => ({ path: faultPlace(fault), message: faultWords(fault, locale) }))
    throw new Problem(400, 'kernel.bad_input', { path: errors[0]?.path, extra: { errors } })
  }
}
