/**
 * What a change really changes: the columns given whose value differs.
 * @returns their values before and after; `after` is empty when nothing differs
 */
export function differences(row: object, wanted: object) {
  const before: Record<string, unknown> = {}
  const after: Record<string, unknown> = {}
  const old = row as Record<string, unknown>
  for (const [column, value] of Object.entries(wanted)) {
    if (value === undefined || JSON.stringify(old[column]) === JSON.stringify(value)) continue
    before[column] = old[column]
    after[column] = value
  }
  return { before, after, changed: Object.keys(after).length > 0 }
}
