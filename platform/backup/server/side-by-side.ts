/** As many as Node's threads for files: their waits for the disk then share one. */
const AT_ONCE = 4

/** Does the work on all items, some at a time. After a failure nothing new begins, and it is thrown once all has ended. */
export async function sideBySide<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const left = items.values()
  let failed = false
  const ends = await Promise.allSettled(
    Array.from({ length: AT_ONCE }, async () => {
      for (const item of left) {
        if (failed) return
        await work(item).catch((error: unknown) => {
          failed = true
          throw error
        })
      }
    }),
  )
  const broken = ends.find((end) => end.status === 'rejected')
  if (broken) throw broken.reason
}
