import type { Remark } from '#kernel/import/import-handler.ts'
import { findNamed } from './find-named.ts'
import type { UnitSheetRow } from './import-units.ts'

interface KnownUnit {
  id: string
  code: string
  name: string
  parent_id: string | null
  closed_on: string | null
}

const column = '上级单位'

/**
 * Finds the superior each row names, in the sheet or among the units there are.
 * @returns the rows that may be written, the code of each one's superior, and the refused rows
 */
export function resolveParents(rows: readonly UnitSheetRow[], known: readonly KnownUnit[]) {
  const refused: Remark[] = []
  const parentCodes = new Map<string, string>()
  const sheetCodes = new Set(rows.map(({ value }) => value.code))
  const sheetUnits = rows.map(({ value }) => ({ code: value.code, name: value.name, closed_on: null }))
  const find = findNamed([...sheetUnits, ...known.filter(({ code }) => !sheetCodes.has(code))])
  const good = rows.filter(({ line, value }) => {
    if (!value.parent) return true
    const found = find(value.parent)
    if ('row' in found && found.row.closed_on === null) {
      parentCodes.set(value.code, found.row.code)
      return true
    }
    const code =
      'row' in found
        ? 'directory.row_closed_unit'
        : found.count > 1
          ? 'directory.row_ambiguous_unit'
          : 'directory.row_unknown_unit'
    const count = 'count' in found ? found.count : 1
    refused.push({ line, column, code, params: { value: value.parent, count } })
    return false
  })
  return dropCircles(dropOrphans(good, parentCodes, known, refused), parentCodes, known, refused)
}

/** A row whose superior stands in the sheet, is new and was refused cannot be written either. */
function dropOrphans(
  rows: UnitSheetRow[],
  parentCodes: Map<string, string>,
  known: readonly KnownUnit[],
  refused: Remark[],
): UnitSheetRow[] {
  const there = new Set([...known.map(({ code }) => code), ...rows.map(({ value }) => value.code)])
  const kept = rows.filter(({ line, value }) => {
    const parent = parentCodes.get(value.code)
    if (parent === undefined || there.has(parent)) return true
    refused.push({ line, column, code: 'directory.row_unknown_unit', params: { value: value.parent! } })
    return false
  })
  return kept.length === rows.length ? kept : dropOrphans(kept, parentCodes, known, refused)
}

function dropCircles(
  rows: UnitSheetRow[],
  parentCodes: Map<string, string>,
  known: readonly KnownUnit[],
  refused: Remark[],
) {
  const codeById = new Map(known.map(({ id, code }) => [id, code]))
  const above = new Map(
    known.flatMap(({ code, parent_id }) => (parent_id ? [[code, codeById.get(parent_id)!] as const] : [])),
  )
  for (const [code, parent] of parentCodes) above.set(code, parent)
  const good = rows.filter(({ line, value }) => {
    const seen = new Set<string>()
    for (let code = above.get(value.code); code !== undefined; code = above.get(code)) {
      if (code === value.code) {
        refused.push({ line, column, code: 'directory.row_circle', params: { value: value.parent ?? '' } })
        return false
      }
      if (seen.has(code)) return true
      seen.add(code)
    }
    return true
  })
  return { good, parentCodes, refused }
}
