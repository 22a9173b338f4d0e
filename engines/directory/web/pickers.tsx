import { call } from '#kernel/contract/client.ts'
import { type Choice, SearchSelect, type SearchSelectProps } from '#ui/search-select.tsx'
import { directory } from '../module.ts'

const most = 20

/** Units by name, pinyin or initials. */
export async function searchUnits(words: string): Promise<Choice[]> {
  const { items } = await call(directory.actions.listUnits, { search: words, limit: most })
  return items.map((unit) => ({ value: unit.id, label: unit.name, note: unit.parentName ?? undefined }))
}

/** Rooms by the words of site and room. */
async function searchRooms(words: string): Promise<Choice[]> {
  const { items } = await call(directory.actions.searchPlaces, { search: words || undefined, limit: 50 })
  return items.flatMap(({ roomId, label }) => (roomId ? [{ value: roomId, label }] : []))
}

type PickerProps = Omit<SearchSelectProps, 'search' | 'name'>

export function UnitPicker(props: PickerProps) {
  return <SearchSelect {...props} name="directory.units" search={searchUnits} />
}

export function RoomPicker(props: PickerProps) {
  return <SearchSelect {...props} name="directory.rooms" search={searchRooms} />
}
