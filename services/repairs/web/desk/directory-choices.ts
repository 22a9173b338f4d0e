import { directory } from '#engines/directory/module.ts'
import { call } from '#kernel/contract/client.ts'
import type { Choice } from '#ui/search-select.tsx'

/** A person of the directory by name, pinyin or initials; the unit stands below the name. */
export async function searchPeople(words: string): Promise<Choice[]> {
  const { items } = await call(directory.actions.listPeople, { search: words, limit: 20 })
  return items.map((person) => ({ value: person.id, label: person.name, note: person.unitName }))
}

/** A unit by name, pinyin or initials. */
export async function searchUnits(words: string): Promise<Choice[]> {
  const { items } = await call(directory.actions.listUnits, { search: words, limit: 20 })
  return items.map((unit) => ({ value: unit.id, label: unit.name }))
}
