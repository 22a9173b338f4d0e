import { useMemo } from 'react'
import type { Text } from '#kernel/contract/text.ts'
import { type Search, useSearch } from '#kernel/web/navigate.ts'
import type { Choice } from './search-select.tsx'

/** One filter of a list; `key` is the name in the address and in the read's input. */
export type Filter =
  | {
      key: string
      kind: 'select' | 'multi'
      label: Text | string
      options: readonly { value: string; label: Text | string }[]
    }
  | {
      key: string
      kind: 'search'
      label: Text | string
      search: (words: string) => Promise<Choice[]>
      chosen?: Choice
    }
  | { key: string; kind: 'day' | 'text' | 'toggle'; label: Text | string }
  /** Two days, in the address as `from` and `to` (or the given names). */
  | { key: string; kind: 'days'; label: Text | string; from?: string; to?: string }

/** The names a filter uses in the address. */
export function namesOf(filter: Filter): string[] {
  return filter.kind === 'days' ? [filter.from ?? 'from', filter.to ?? 'to'] : [filter.key]
}

/** The address's values that belong to the filters, ready as input of the read. */
export function filterValues(filters: readonly Filter[], search: Search): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  for (const filter of filters) {
    for (const name of namesOf(filter)) {
      const value = search[name]
      if (value === undefined || value === '') continue
      if (filter.kind === 'multi') values[name] = Array.isArray(value) ? value : [value]
      else if (filter.kind === 'toggle') values[name] = value === 'true'
      else values[name] = Array.isArray(value) ? value[0] : value
    }
  }
  return values
}

/** Options of a filter from a state machine: `stateOptions(orderStates)`. */
export function stateOptions(machine: {
  states: Readonly<Record<string, { title: Text }>>
}): { value: string; label: Text }[] {
  return Object.entries(machine.states).map(([value, { title }]) => ({ value, label: title }))
}

/** Filters kept in the address, so that a link, the back button and a reload show the same list. */
export function useFilters(filters: readonly Filter[]) {
  const [search, change] = useSearch()
  const values = useMemo(() => filterValues(filters, search), [filters, search])
  const names = filters.flatMap(namesOf)
  return {
    search,
    values,
    set: (next: Search) => change(next),
    clear: () => change(Object.fromEntries([...names, 'q'].map((name) => [name, undefined]))),
    count: Object.keys(values).length,
  }
}
