import { useLocation, useNavigate, useParams } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'

/** Filters and such as the address holds them; several values of one name are a list. */
export type Search = Readonly<Record<string, string | string[] | undefined>>

/** `?a=1&b=x&b=y` → { a: '1', b: ['x','y'] }; everything stays text, so that `007` survives. */
export function parseSearch(query: string): Record<string, string | string[]> {
  const found: Record<string, string | string[]> = {}
  for (const [name, value] of new URLSearchParams(query)) {
    const before = found[name]
    found[name] = before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value]
  }
  return found
}

/** The opposite; empty values are left out. */
export function stringifySearch(search: Record<string, unknown>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(search)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== '') query.append(name, String(one))
    }
  }
  const text = query.toString()
  return text ? `?${text}` : ''
}

/** A parameter of the page's path: `/repairs/:orderId` → `useParam('orderId')`. */
export function useParam(name: string): string {
  const all = useParams({ strict: false }) as Record<string, string | undefined>
  return all[name] ?? ''
}

/** Goes to an address of the application: `go('/repairs/…')`; `go(-1)` back. */
export function useGo(): (to: string | number, options?: { replace?: boolean }) => void {
  const navigate = useNavigate()
  return useCallback(
    (to, options) => {
      if (typeof to === 'number') window.history.go(to)
      else void navigate({ href: to, replace: options?.replace })
    },
    [navigate],
  )
}

/** The address's path now. */
export function usePath(): string {
  return useLocation({ select: (location) => location.pathname })
}

/** Reads and changes what stands after `?`; changes replace the entry in the history unless `push`. */
export function useSearch(): [Search, (change: Search, options?: { push?: boolean }) => void] {
  const query = useLocation({ select: (location) => location.searchStr })
  const navigate = useNavigate()
  const search = useMemo(() => parseSearch(query), [query])
  const change = useCallback(
    (next: Search, options?: { push?: boolean }) => {
      const now = parseSearch(window.location.search)
      const href = `${window.location.pathname}${stringifySearch({ ...now, ...next })}`
      void navigate({ href, replace: !options?.push, resetScroll: false })
    },
    [navigate],
  )
  return [search, change]
}
