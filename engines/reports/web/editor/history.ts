/** Steps that can be taken back and forth. */
export interface History<T> {
  past: T[]
  future: T[]
  step: string
  at: number
}

const most = 100
const joinMs = 1500

export function newHistory<T>(): History<T> {
  return { past: [], future: [], step: '', at: 0 }
}

/** Keeps how things were before a change; quick changes of the same named step count as one. */
export function remember<T>(history: History<T>, before: T, step: string, now = Date.now()): void {
  const joins = step !== '' && step === history.step && now - history.at < joinMs
  if (!joins) {
    history.past.push(before)
    if (history.past.length > most) history.past.shift()
  }
  history.future = []
  history.step = step
  history.at = now
}

/** How things were one step before; undefined at the beginning. */
export function stepBack<T>(history: History<T>, current: T): T | undefined {
  const found = history.past.pop()
  if (found !== undefined) history.future.push(current)
  history.step = ''
  return found
}

/** The step taken back last. */
export function stepForward<T>(history: History<T>, current: T): T | undefined {
  const found = history.future.pop()
  if (found !== undefined) history.past.push(current)
  history.step = ''
  return found
}
