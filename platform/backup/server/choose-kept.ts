/** How many backups to keep: the newest of each of the last days, weeks (Monday first) and months that have one. */
export interface KeepPolicy {
  daily: number
  weekly: number
  monthly: number
}

interface Dated {
  name: string
  finishedAt: string
}

const HOUR_MS = 3_600_000
/** Whatever is younger stays: somebody made it for a reason, before an upgrade for instance. */
const YOUNG_MS = 48 * HOUR_MS

/**
 * Which backups stay. The newest always does.
 * @returns `kept`: names that stay; `daily`: those of them whose log stays too, so that any moment after can be restored
 */
export function chooseKept(
  backups: readonly Dated[],
  policy: KeepPolicy,
  now: Date,
): { kept: Set<string>; daily: Set<string> } {
  const newestFirst = [...backups].sort((a, b) => Date.parse(b.finishedAt) - Date.parse(a.finishedAt))
  const young = newestFirst.filter(({ finishedAt }) => now.getTime() - Date.parse(finishedAt) < YOUNG_MS)
  const daily = new Set([
    ...young.map(({ name }) => name),
    ...newestOfEach(newestFirst, Math.max(1, policy.daily), dayOf),
  ])
  const kept = new Set([
    ...daily,
    ...newestOfEach(newestFirst, policy.weekly, weekOf),
    ...newestOfEach(newestFirst, policy.monthly, (moment) => dayOf(moment).slice(0, 7)),
  ])
  return { kept, daily }
}

function newestOfEach(
  newestFirst: readonly Dated[],
  count: number,
  periodOf: (moment: string) => string,
): string[] {
  const names = new Map<string, string>()
  for (const { name, finishedAt } of newestFirst) {
    const period = periodOf(finishedAt)
    if (!names.has(period)) names.set(period, name)
  }
  return [...names.values()].slice(0, count)
}

/** The day in China. */
function dayOf(moment: string): string {
  return new Date(Date.parse(moment) + 8 * HOUR_MS).toISOString().slice(0, 10)
}

/** The Monday of its week. */
function weekOf(moment: string): string {
  const day = new Date(`${dayOf(moment)}T00:00:00Z`)
  return new Date(day.getTime() - ((day.getUTCDay() + 6) % 7) * 24 * HOUR_MS).toISOString().slice(0, 10)
}
