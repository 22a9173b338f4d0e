import { bookings } from '#engines/bookings/module.ts'
import { directory } from '#engines/directory/module.ts'
import { call } from '#kernel/contract/client.ts'
import type { Choice } from '#ui/search-select.tsx'

/** Units by name, pinyin or initials. */
export async function searchUnits(words: string): Promise<Choice[]> {
  const { items } = await call(directory.actions.listUnits, { search: words, limit: 20 })
  return items.map(({ id, name }) => ({ value: id, label: name }))
}

/** Sites by name, pinyin or initials. */
export async function searchSites(words: string): Promise<Choice[]> {
  const { items } = await call(directory.actions.listSites, { search: words, limit: 20 })
  return items.map(({ id, name }) => ({ value: id, label: name }))
}

const searchResources =
  (kind: 'VEHICLE' | 'DRIVER') =>
  async (words: string): Promise<Choice[]> => {
    const { items } = await call(bookings.actions.listResources, { kind, search: words, limit: 20 })
    return items.map(({ id, name }) => ({ value: id, label: name }))
  }

/** Vehicles by plate; drivers by name or number. */
export const searchVehicles = searchResources('VEHICLE')
export const searchDrivers = searchResources('DRIVER')
