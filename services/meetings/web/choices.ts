import { directory } from '#engines/directory/module.ts'
import { call } from '#kernel/contract/client.ts'
import type { Text } from '#kernel/contract/text.ts'
import type { Choice } from '#ui/search-select.tsx'
import { meetings } from '../module.ts'

/** Words as the options of a filter. */
export const optionsOf = (words: Readonly<Record<string, Text>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

/** Sites by name, pinyin or initials. */
export async function searchSites(words: string): Promise<Choice[]> {
  const { items } = await call(directory.actions.listSites, { search: words, limit: 20 })
  return items.map(({ id, name, campusName }) => ({
    value: id,
    label: name,
    ...(campusName ? { note: campusName } : {}),
  }))
}

/** Campuses whose name holds the words; there are few. */
export async function searchCampuses(words: string): Promise<Choice[]> {
  const { items } = await call(directory.actions.listCampuses, {})
  return items
    .filter(({ name }) => name.includes(words.trim()))
    .map(({ id, name }) => ({ value: id, label: name }))
}

/** Units by name, pinyin or initials. */
export async function searchUnits(words: string): Promise<Choice[]> {
  const { items } = await call(directory.actions.listUnits, { search: words, limit: 20 })
  return items.map(({ id, name }) => ({ value: id, label: name }))
}

/** Meeting rooms by name, site or equipment. */
export async function searchRooms(words: string): Promise<Choice[]> {
  const { items } = await call(meetings.actions.listRooms, { search: words, limit: 20, closed: false })
  return items.map(({ id, name, site }) => ({ value: id, label: name, note: site.name }))
}
