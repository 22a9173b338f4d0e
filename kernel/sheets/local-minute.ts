const chinaIsAhead = 8 * 3_600_000

/** A moment as people in China read it on a sheet: `2026-03-02 09:00`, Beijing time. */
export function localMinute(at: string | Date): string {
  return new Date(new Date(at).getTime() + chinaIsAhead).toISOString().slice(0, 16).replace('T', ' ')
}
