import { formulaOf } from './formulas.ts'
import { jurisdictionPattern, levelOf } from './jurisdiction.ts'
import { areaTable } from './national/office-space.ts'
import type { ValueSeed } from './national/seed.ts'
import { ruleUnits } from './value.ts'

/** A value before it is written: as a release brings it, as a sheet has it, as a person types it. */
export type ValueDraft = Omit<ValueSeed, 'formula'> & {
  ruleId: string
  formula: string | null
  overrides: boolean
}

/** Why a value is refused: a code of the module's problems and the field it is about. */
export interface Fault {
  code: `rules.${string}`
  path: 'value' | 'unit' | 'effect' | 'formula' | 'jurisdiction' | 'from' | 'to' | 'overrides' | 'key'
}

/** Figures of the 1999 table (and its remnants) that the table of 2014 does not have anywhere. */
const onlyIn1999 = new Set([32, 20, 6])
/** Where the old table has a figure that also stands in the new one, by level and rank. */
const of1999: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  CENTRAL: { DIVISION: 9, BELOW_DIVISION: 6 },
  PROVINCE: { DIVISION_CHIEF: 9, DIVISION_DEPUTY: 9, BELOW_DIVISION: 6 },
  CITY: { CITY_CHIEF: 32, CITY_DEPUTY: 18, BELOW_BUREAU: 6 },
  COUNTY: { COUNTY_CHIEF: 20, COUNTY_DEPUTY: 12, BELOW_SECTION: 6 },
}

/** The figures of 1999 under the title of 2014, as many pages print them. Source: rules.md §1.1. */
function isOldAreaTable({ ruleId, key, value, source }: ValueDraft): boolean {
  if (ruleId !== 'OFFICE.AREA_PER_PERSON' || value === null) return false
  if (!/2674|2014/.test(`${source.title} ${source.docNo}`)) return false
  const { level = '', rank = '' } = key
  const table: Readonly<Record<string, Readonly<Record<string, number>>>> = areaTable
  if (table[level]?.[rank] === value) return false
  return onlyIn1999.has(value) || of1999[level]?.[rank] === value
}

const wholeUnits = new Set(['PERSON', 'TIMES', 'PIECE', 'SHEET', 'DAY', 'WORKDAY'])

/** A number that its unit cannot have: less than nothing, half a person, more than everything. */
function isNonsense({ value, unit, key }: ValueDraft): boolean {
  if (value === null) return false
  if (!Number.isFinite(value) || Math.abs(value) >= 1e12) return true
  if (value < 0) return unit !== 'CELSIUS'
  if (unit === 'CELSIUS') return value > 200
  // 涉密 computers may be more than people: 150 %.
  if (unit === 'PERCENT') return value > (key.secrecy ? 200 : 300)
  return wholeUnits.has(unit) && !Number.isInteger(value)
}

/**
 * What is wrong with a value by itself; the national rules, a province's sheet and a person's form all pass here.
 * @returns the first fault, null for a sound value
 */
export function checkValue(draft: ValueDraft): Fault | null {
  const formula = formulaOf(draft.formula)
  if (!(ruleUnits as readonly string[]).includes(draft.unit))
    return { code: 'rules.unknown_unit', path: 'unit' }
  if (draft.op === 'formula' ? !formula || draft.value !== null : draft.formula !== null)
    return { code: 'rules.unknown_formula', path: 'formula' }
  if (draft.op !== 'formula' && draft.value === null) return { code: 'rules.value_needed', path: 'value' }
  if (!new RegExp(jurisdictionPattern).test(draft.jurisdiction))
    return { code: 'rules.unknown_jurisdiction', path: 'jurisdiction' }
  if (draft.source.mark === 'C' && draft.effect !== 'info')
    return { code: 'rules.memory_only_informs', path: 'effect' }
  if (draft.source.mark === 'C' && draft.overrides)
    return { code: 'rules.memory_only_informs', path: 'overrides' }
  if (draft.overrides && levelOf(draft.jurisdiction) === 'NATIONAL')
    return { code: 'rules.nothing_to_override', path: 'overrides' }
  if (draft.to !== null && draft.to <= draft.from) return { code: 'rules.ends_before', path: 'to' }
  if (isNonsense(draft)) return { code: 'rules.nonsense', path: 'value' }
  return isOldAreaTable(draft) ? { code: 'rules.area_table_1999', path: 'value' } : null
}
