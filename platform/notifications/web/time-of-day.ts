/** `07:30` of 450 minutes. */
export function timeOf(minutes: number): string {
  const two = (n: number) => String(n).padStart(2, '0')
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

/** Minutes of the day of `7:30`; null when it is no time. */
export function minutesOf(time: string): number | null {
  const found = /^(\d{1,2}):(\d{2})/.exec(time)
  if (!found) return null
  const minutes = Number(found[1]) * 60 + Number(found[2])
  return minutes < 1440 ? minutes : null
}
