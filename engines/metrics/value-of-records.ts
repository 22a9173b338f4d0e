/** What the rows make: the figure must be exactly this. @returns null for the mean or median of nothing */
export function valueOfRecords(from: 'sum' | 'mean' | 'median', values: readonly number[]): number | null {
  if (from === 'sum') return values.reduce((sum, value) => sum + value, 0)
  if (values.length === 0) return null
  if (from === 'mean') return values.reduce((sum, value) => sum + value, 0) / values.length
  const sorted = [...values].sort((one, other) => one - other)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}
