import type { Installation } from '../server/installation.ts'

/** Looks again this often, in case an announcement was missed or something falls due by the clock. */
const lookAgainMs = 2000

/**
 * Keeps working off what is due: woken by what happens (or by `wakers`), and every few seconds. `work` says how much it did; it is
 * called again at once while that is not 0. A fault is reported and ends nothing. @returns how to stop
 */
export function startWorkLoop(
  { announcements }: Pick<Installation, 'announcements'>,
  work: () => Promise<number>,
  report: (error: unknown) => void,
  wakers: readonly string[] = ['any', 'missed'],
): () => Promise<void> {
  let running: Promise<void> = Promise.resolve()
  let wanted = false
  let busy = false
  let stopped = false
  async function drain(): Promise<void> {
    while (wanted && !stopped) {
      wanted = false
      try {
        while (!stopped && (await work()) > 0);
      } catch (error) {
        report(error)
      }
    }
    busy = false
  }
  function wake(): void {
    wanted = true
    if (busy || stopped) return
    busy = true
    running = drain()
  }
  for (const name of wakers) announcements.on(name, wake)
  const timer = setInterval(wake, lookAgainMs)
  return async () => {
    stopped = true
    clearInterval(timer)
    for (const name of wakers) announcements.off(name, wake)
    await running
  }
}
