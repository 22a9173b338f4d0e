/** Where a value counts, the farthest first: the nearer one is looked at later. */
export const levels = ['NATIONAL', 'PROVINCE', 'CITY', 'DISTRICT', 'UNIT'] as const
export type Level = (typeof levels)[number]

/** `CN`, six digits of GB/T 2260, or `unit:<id>`. */
export const jurisdictionPattern = '^(CN|[1-9][0-9]{5}|unit:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$'

/** The level a code stands for: 440000 a province, 440300 a city, 440303 a district. */
export function levelOf(jurisdiction: string): Level {
  if (jurisdiction === 'CN') return 'NATIONAL'
  if (jurisdiction.startsWith('unit:')) return 'UNIT'
  if (jurisdiction.endsWith('0000')) return 'PROVINCE'
  return jurisdiction.endsWith('00') ? 'CITY' : 'DISTRICT'
}

/**
 * The jurisdictions a bureau stands under, the farthest first; `code` is its own, null while nobody has said it.
 * Units come last, the superior before the one below.
 */
export function jurisdictionsOf(code: string | null, unitIds: readonly string[] = []): string[] {
  const codes = code ? [`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`, code] : []
  return [...new Set(['CN', ...codes, ...unitIds.map((id) => `unit:${id}`)])]
}
