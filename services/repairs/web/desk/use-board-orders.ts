import { useEffect, useMemo } from 'react'
import { directory } from '#engines/directory/module.ts'
import type { BoardOrder } from '#engines/orders/web/board/board-order.ts'
import { useRead, useReadPages } from '#kernel/web/use-read.ts'
import { repairs } from '../../module.ts'
import type { RepairRow } from '../../schema.ts'
import { faultKinds } from '../../words.ts'

/** Pages of two hundred after which the board stops reading; nobody looks at more cards at once. */
const mostPages = 4

/** Puts a repair's own words to its order, for the board. */
export function boardOrderOf(row: RepairRow): BoardOrder {
  return { ...row, kindTitle: faultKinds[row.kind], repeated: row.repeatOf !== null }
}

/** The open repairs that pass the filters of the address, all pages; narrowed by campus here, which the list does not know. */
export function useBoardOrders(filters: Readonly<Record<string, unknown>>) {
  const { campusId, ...asked } = filters
  const pages = useReadPages(repairs.actions.listRepairs, { ...asked, open: true, limit: 200 })
  const { rows, hasMore, loadingMore, more } = pages
  useEffect(() => {
    if (hasMore && !loadingMore && rows.length < mostPages * 200) more()
  }, [hasMore, loadingMore, more, rows.length])
  const chosen = typeof campusId === 'string' ? campusId : undefined
  const sites = useRead(
    directory.actions.listSites,
    { campusId: chosen ?? '', limit: 200 },
    { enabled: chosen !== undefined, keep: false },
  )
  const inside = sites.data?.items
  // The rows of the pages are a new array each render; the board must see the same one until something changed.
  const mark = rows.map((row) => `${row.id}${row.state}${row.holder.since}${row.finishDueAt}`).join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: `mark` stands for what is shown of the rows
  const orders = useMemo(() => {
    const ids = new Set(inside?.map((site) => site.id))
    return rows.filter((row) => chosen === undefined || ids.has(row.site.id)).map(boardOrderOf)
  }, [mark, chosen, inside])
  return { ...pages, orders }
}
