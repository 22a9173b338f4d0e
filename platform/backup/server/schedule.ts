const DAY_MS = 24 * 3_600_000
const CHINA_MS = 8 * 3_600_000
/** After a failure the next try waits this long. */
const RETRY_MS = 3_600_000

export interface Schedule {
  enabled: boolean
  /** `02:30` in China. */
  startAt: string
  /** No backup was due before. */
  since: string
}

/** The last moment at or before `now` that the clock says. */
function lastDue(startAt: string, now: Date): Date {
  const [hours, minutes] = startAt.split(':').map(Number) as [number, number]
  const midnight = Math.floor((now.getTime() + CHINA_MS) / DAY_MS) * DAY_MS - CHINA_MS
  const today = midnight + (hours * 60 + minutes) * 60_000
  return new Date(today <= now.getTime() ? today : today - DAY_MS)
}

/** When the next backup begins by the clock; null when it is switched off. */
export function nextDue({ enabled, startAt }: Schedule, now: Date): Date | null {
  return enabled ? new Date(lastDue(startAt, now).getTime() + DAY_MS) : null
}

/**
 * Whether a backup is due: the clock's last moment has passed without one (the machine may have been off), or the
 * database was restored and its log is not archived yet.
 * @param lastGood start of the last backup that was made
 * @param lastFailed end of the last try that failed after it
 */
export function isDue(
  schedule: Schedule,
  seen: { lastGood: string | null; lastFailed: string | null; restored: boolean },
  now: Date,
): boolean {
  if (!schedule.enabled) return false
  if (seen.lastFailed && now.getTime() - Date.parse(seen.lastFailed) < RETRY_MS) return false
  if (seen.restored) return true
  const due = lastDue(schedule.startAt, now).getTime()
  if (due < Date.parse(schedule.since)) return false
  return seen.lastGood === null || Date.parse(seen.lastGood) < due
}
