import type { QueryClient } from '@tanstack/react-query'

/** Marks every answer stale whose action path begins with one of the prefixes; those on screen are read again. */
export function invalidatePaths(client: QueryClient, prefixes: readonly string[]): Promise<void> {
  if (prefixes.length === 0) return Promise.resolve()
  return client.invalidateQueries({
    predicate: (query) => {
      const path = query.queryKey[0]
      return typeof path === 'string' && prefixes.some((prefix) => path.startsWith(prefix))
    },
  })
}
