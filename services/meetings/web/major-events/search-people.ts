import { directory } from '#engines/directory/module.ts'
import { call } from '#kernel/contract/client.ts'
import type { Choice } from '#ui/search-select.tsx'

/** People of the centre, who may own an event or a milestone. */
export async function searchPeople(words: string): Promise<Choice[]> {
  const { items } = await call(directory.actions.listPeople, { search: words, centre: true, limit: 20 })
  return items.map((person) => ({ value: person.id, label: person.name, note: person.unitName }))
}
