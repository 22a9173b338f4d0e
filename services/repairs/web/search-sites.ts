import { directory } from '#engines/directory/module.ts'
import { call } from '#kernel/contract/client.ts'
import type { Choice } from '#ui/search-select.tsx'

/** Sites by name, pinyin or initials, for a `SearchSelect`. */
export async function searchSites(words: string): Promise<Choice[]> {
  const { items } = await call(directory.actions.listSites, { search: words, limit: 20 })
  return items.map((site) => ({
    value: site.id,
    label: site.name,
    ...(site.campusName ? { note: site.campusName } : {}),
  }))
}
