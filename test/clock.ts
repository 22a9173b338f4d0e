/** The clock of a test: it stands still until it is moved. */
export interface TestClock {
  now(): Date
  set(moment: string): void
  advance(span: { minutes?: number; hours?: number; days?: number }): void
}

/** A Monday morning at work, long after anything in the world was made. */
export const usualMoment = '2026-03-02T09:00:00+08:00'

export function testClock(): TestClock {
  let moment = new Date(usualMoment)
  return {
    now: () => new Date(moment),
    set(text) {
      moment = new Date(text)
    },
    advance({ minutes = 0, hours = 0, days = 0 }) {
      moment = new Date(moment.getTime() + (minutes + hours * 60 + days * 1440) * 60_000)
    },
  }
}
