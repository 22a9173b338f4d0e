import { directory } from '#engines/directory/module.ts'
import { call } from '#kernel/contract/client.ts'
import type { Text } from '#kernel/contract/text.ts'
import type { Choice } from '#ui/search-select.tsx'
import { fleet } from '../../module.ts'

/** Words as the options of a filter. */
export const optionsOf = (words: Readonly<Record<string, Text>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

/** Sites by name, pinyin or initials. */
export async function searchSites(words: string): Promise<Choice[]> {
  const { items } = await call(directory.actions.listSites, { search: words, limit: 20 })
  return items.map(({ id, name }) => ({ value: id, label: name }))
}

/** Drivers on the staff, by name or number. */
export async function searchDrivers(words: string): Promise<Choice[]> {
  const { items } = await call(fleet.actions.listDrivers, { search: words, state: ['ACTIVE'], limit: 20 })
  return items.map(({ id, name, staffNo, licenceClass }) => ({
    value: id,
    label: name,
    note: `${staffNo} · ${licenceClass}`,
  }))
}

/** Vehicles by plate or model. */
export async function searchVehicles(words: string): Promise<Choice[]> {
  const { items } = await call(fleet.actions.listVehicles, { search: words, limit: 20 })
  return items.map(({ id, plate, model }) => ({ value: id, label: plate, ...(model ? { note: model } : {}) }))
}

/** People of the directory. */
export async function searchPeople(words: string): Promise<Choice[]> {
  const { items } = await call(directory.actions.listPeople, { search: words, limit: 20 })
  return items.map(({ id, name }) => ({ value: id, label: name }))
}
