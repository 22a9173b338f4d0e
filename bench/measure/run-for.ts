/**
 * Lets so many workers do something over and over for some seconds.
 * @returns how often a second it was done
 */
export async function rateOf(
  workers: number,
  seconds: number,
  once: (worker: number) => Promise<unknown>,
): Promise<number> {
  const began = performance.now()
  const until = began + seconds * 1000
  let done = 0
  await Promise.all(
    Array.from({ length: workers }, async (_, worker) => {
      while (performance.now() < until) {
        await once(worker)
        done++
      }
    }),
  )
  return done / ((performance.now() - began) / 1000)
}
