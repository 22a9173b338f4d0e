import { keepPreviousData, type UseQueryResult, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { Action, InputOf, OutputOf } from '#kernel/contract/action.ts'
import { call } from '#kernel/contract/client.ts'

export interface ReadOptions {
  /** False waits, for example until something is chosen. */
  enabled?: boolean
  /** Milliseconds between refreshes, for screens on a wall. */
  refetchEvery?: number
  /** Shows the former answer while filters change; true when absent. */
  keep?: boolean
}

/** Reads through a typed action and keeps the answer; the key is [path, input], so that live events can refresh it. */
export function useRead<A extends Action>(
  action: A,
  input: InputOf<A>,
  options: ReadOptions = {},
): UseQueryResult<OutputOf<A>, Error> {
  return useQuery<OutputOf<A>, Error>({
    queryKey: [action.path, input],
    queryFn: ({ signal }) => call(action, input, { signal }),
    enabled: options.enabled ?? true,
    refetchInterval: options.refetchEvery ?? false,
    placeholderData: options.keep === false ? undefined : keepPreviousData,
  })
}

/** The row type of a list action. */
export type RowOf<A> = OutputOf<A> extends { items: (infer R)[] } ? R : never

export interface Pages<R> {
  rows: R[]
  loading: boolean
  refreshing: boolean
  error: Error | null
  hasMore: boolean
  loadingMore: boolean
  more: () => void
  reload: () => void
}

/** Reads a list page by page (keyset): `rows` are all pages so far, `more()` fetches the next. */
export function useReadPages<A extends Action>(
  action: A,
  input: Record<string, unknown>,
  options: ReadOptions = {},
): Pages<RowOf<A>> {
  const query = useInfiniteQuery({
    queryKey: [action.path, input, 'pages'],
    queryFn: async ({ pageParam, signal }) => {
      const asked = { ...input, ...(pageParam ? { cursor: pageParam } : {}) } as InputOf<A>
      return (await call(action, asked, { signal })) as { items: RowOf<A>[]; next: string | null }
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    enabled: options.enabled ?? true,
    refetchInterval: options.refetchEvery ?? false,
    placeholderData: keepPreviousData,
  })
  return {
    rows: query.data?.pages.flatMap((page) => page.items) ?? [],
    loading: query.isLoading,
    refreshing: query.isFetching && !query.isFetchingNextPage,
    error: query.error,
    hasMore: query.hasNextPage,
    loadingMore: query.isFetchingNextPage,
    more: () => void query.fetchNextPage(),
    reload: () => void query.refetch(),
  }
}
