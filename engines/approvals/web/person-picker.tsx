import { directory } from '#engines/directory/module.ts'
import { call } from '#kernel/contract/client.ts'
import { type Choice, SearchSelect, type SearchSelectProps } from '#ui/search-select.tsx'

async function searchPeople(words: string): Promise<Choice[]> {
  const { items } = await call(directory.actions.listPeople, {
    ...(words ? { search: words } : {}),
    limit: 20,
  })
  return items.map((person) => ({ value: person.id, label: person.name, note: person.unitName }))
}

/** A person by name, pinyin or initials. */
export function PersonPicker(props: Omit<SearchSelectProps, 'search' | 'name'>) {
  return <SearchSelect {...props} name="directory.people" search={searchPeople} />
}
