/** The value below which so many percent of the values lie; the smallest such value. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  const place = Math.ceil((percent / 100) * sorted.length) - 1
  return sorted[Math.max(0, place)] ?? Number.NaN
}

export const median = (values: readonly number[]): number => percentile(values, 50)
