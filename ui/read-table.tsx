import { Empty, type EmptyProps } from './empty.tsx'
import { Loading } from './loading.tsx'
import { PlainTable, type PlainTableProps } from './plain-table.tsx'
import { Problem } from './problem.tsx'

export interface ReadTableProps<R> extends Omit<PlainTableProps<R>, 'rows'> {
  /** What `useRead` gives of a list that comes whole. */
  read: {
    data: { items: readonly R[] } | undefined
    error: unknown
    isPending: boolean
    refetch: () => unknown
  }
  /** Shown instead of a table without rows. */
  empty: EmptyProps
}

/** A short list that is read whole: waiting, refused, empty, or a table. For long ones there is `DataTable`. */
export function ReadTable<R>({ read, empty, ...table }: ReadTableProps<R>) {
  if (read.isPending) return <Loading />
  return (
    <>
      {read.error ? <Problem error={read.error} onRetry={() => void read.refetch()} /> : null}
      {read.data?.items.length === 0 ? <Empty {...empty} /> : null}
      {read.data && read.data.items.length > 0 ? <PlainTable {...table} rows={read.data.items} /> : null}
    </>
  )
}
