import { useEffect } from 'react'
import type { OutputOf } from '#kernel/contract/action.ts'
import { useReadPages } from '#kernel/web/use-read.ts'
import { orders } from '../../module.ts'
import type { Candidate } from '../../schema.ts'

export type BoardWorker = OutputOf<typeof orders.actions.listWorkers>['items'][number]

/** Those on duty first, the least loaded first among them; then the others by name. */
export function byFreedom(a: BoardWorker, b: BoardWorker): number {
  return (
    Number(b.onDuty) - Number(a.onDuty) ||
    (a.onDuty ? a.load - b.load : 0) ||
    a.name.localeCompare(b.name, 'zh')
  )
}

/** Everybody who carries orders out, all pages of them. */
export function useBoardWorkers() {
  const pages = useReadPages(orders.actions.listWorkers, { limit: 200 })
  const { hasMore, loadingMore, more } = pages
  useEffect(() => {
    if (hasMore && !loadingMore) more()
  }, [hasMore, loadingMore, more])
  return { ...pages, workers: [...pages.rows].sort(byFreedom) }
}

/** How each candidate fits, by person. */
export function fitsOf(candidates: readonly Candidate[] | undefined): ReadonlyMap<string, Candidate> {
  return new Map((candidates ?? []).map((one) => [one.personId, one]))
}
