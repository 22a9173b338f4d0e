/** What a value is held against. */
export interface Measured {
  value: number | null
  target: number | null
  better: 'more' | 'less' | null
}

/** Whether a value misses its target; false where there is no target or nothing to compare. */
export function missesTarget({ value, target, better }: Measured): boolean {
  if (value === null || target === null || better === null) return false
  return better === 'more' ? value < target : value > target
}

/** How far beside its target, as a share of it; 0 when it is met. Makes figures of different units comparable. */
export function gapShare(measured: Measured): number {
  if (!missesTarget(measured)) return 0
  return Math.abs(measured.value! - measured.target!) / (Math.abs(measured.target!) || 1)
}

/** The one furthest beside its target; undefined when all is well. */
export function worstOf<T extends Measured>(all: readonly T[]): T | undefined {
  return all.filter(missesTarget).sort((one, other) => gapShare(other) - gapShare(one))[0]
}
