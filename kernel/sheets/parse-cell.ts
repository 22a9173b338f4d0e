import { wordKey } from './clean-cell.ts'
import { parseDate, parseDateTime } from './parse-date.ts'
import type { Params } from './sheet.ts'

type Range = { min?: number; max?: number }

/**
 * What a cell may hold, and what it becomes: `text` and `phone` a string; `integer` and `decimal` a number; `area` square
 * metres as a number; `money` yuan in the sheet, whole fen as value; `date` 'YYYY-MM-DD'; `datetime` an ISO moment with
 * +08:00; `choice` the identifier of a Chinese label.
 */
export type CellKind =
  | { kind: 'text'; maxLength?: number }
  | { kind: 'phone' }
  | ({ kind: 'integer' | 'decimal' | 'area' | 'money' } & Range)
  | { kind: 'date' | 'datetime' }
  | { kind: 'choice'; choices: Readonly<Record<string, string>> }

export type CellErrorCode =
  | 'import.required'
  | 'import.not_a_number'
  | 'import.not_an_integer'
  | 'import.not_a_date'
  | 'import.not_a_phone'
  | 'import.scientific'
  | 'import.lone_cell'
  | 'import.unknown_choice'
  | 'import.too_long'
  | 'import.out_of_range'

export type CellResult = { value: string | number } | { code: CellErrorCode; params: Params }

const DEFAULT_MAX_LENGTH = 500

// What a spreadsheet makes of a long number (13800000000 → 1.38E+10): the digits that are gone cannot be guessed.
const SCIENTIFIC = /^[+-]?\d(\.\d+)?E[+-]\d{2,3}$/i

/** Parses a cleaned, non-empty cell. */
export function parseCell(definition: CellKind, text: string): CellResult {
  if (SCIENTIFIC.test(text)) return { code: 'import.scientific', params: { value: text } }
  switch (definition.kind) {
    case 'text': {
      const max = definition.maxLength ?? DEFAULT_MAX_LENGTH
      const length = [...text].length
      return length > max ? { code: 'import.too_long', params: { max, length } } : { value: text }
    }
    case 'phone':
      return parsePhone(text)
    case 'date':
    case 'datetime': {
      const value = definition.kind === 'date' ? parseDate(text) : parseDateTime(text)
      return value === undefined ? { code: 'import.not_a_date', params: { value: shorten(text) } } : { value }
    }
    case 'choice': {
      const found = byKey(definition.choices).get(wordKey(text))
      if (found !== undefined) return { value: found }
      const allowed = Object.keys(definition.choices).join('、')
      return { code: 'import.unknown_choice', params: { value: shorten(text), allowed } }
    }
    default:
      return parseNumber(definition, text)
  }
}

const keyedChoices = new WeakMap<object, Map<string, string>>()

/** The choices by how they compare, worked out once for all rows. */
function byKey(choices: Readonly<Record<string, string>>): Map<string, string> {
  const known = keyedChoices.get(choices)
  if (known) return known
  const keyed = new Map(Object.entries(choices).map(([label, value]) => [wordKey(label), value]))
  keyedChoices.set(choices, keyed)
  return keyed
}

const UNITS = {
  integer: /$^/,
  decimal: /$^/,
  area: /(㎡|m2|m²|平方米|平米|平方)$/i,
  money: /元$/,
}

function parseNumber(
  definition: Extract<CellKind, { kind: 'integer' | 'decimal' | 'area' | 'money' }>,
  text: string,
): CellResult {
  const { kind } = definition
  const bare = text
    .replace(UNITS[kind], '')
    .replace(kind === 'money' ? /^[¥￥]/ : /$^/, '')
    .trim()
  const digits = /^[+-]?\d{1,3}([,，]\d{3})+(\.\d+)?$/.test(bare) ? bare.replace(/[,，]/g, '') : bare
  const notANumber: CellResult = { code: 'import.not_a_number', params: { value: shorten(text) } }
  if (!/^[+-]?(\d+(\.\d*)?|\.\d+)$/.test(digits)) return notANumber
  if (kind === 'money' && !/^[+-]?\d*(\.\d{0,2}0*)?$/.test(digits)) return notANumber
  const number = Number(digits)
  if (kind === 'integer' && !Number.isInteger(number)) {
    return { code: 'import.not_an_integer', params: { value: shorten(text) } }
  }
  const min = definition.min ?? (kind === 'area' ? 0 : Number.MIN_SAFE_INTEGER / 100)
  const max = definition.max ?? Number.MAX_SAFE_INTEGER / 100
  if (number < min || number > max)
    return { code: 'import.out_of_range', params: { value: shorten(text), min, max } }
  return { value: kind === 'money' ? Math.round(number * 100) : number }
}

/** Mobile numbers lose their separators; others keep the dash of the area code. Short internal numbers are allowed. */
function parsePhone(text: string): CellResult {
  const digits = text.replace(/[\s()（）-]/g, '').replace(/^(\+|00)86/, '')
  if (/^1[3-9]\d{9}$/.test(digits)) return { value: digits }
  if (/^\+?\d{3,20}$/.test(digits)) return { value: text.replace(/\s/g, '') }
  return { code: 'import.not_a_phone', params: { value: shorten(text) } }
}

/** A message is read in a table cell: it names what was found, not a whole essay. */
export function shorten(text: string): string {
  const chars = [...text]
  return chars.length > 40 ? `${chars.slice(0, 40).join('')}…` : text
}
