import { type Text, text } from '#kernel/contract/text.ts'
import { dutyKeys } from './duty-keys.ts'
import { equipmentKeys } from './equipment-keys.ts'
import { officeKeys } from './office-keys.ts'
import { serviceKeys } from './service-keys.ts'
import type { Key } from './value.ts'

/** A dimension of a key, and the words of its values. */
export interface KeyWords {
  title: Text
  values: Readonly<Record<string, Text>>
}

/** Every dimension the values that come with a release use; people may use further words of their own. */
export const keyDimensions: Readonly<Record<string, KeyWords>> = {
  ...officeKeys,
  ...serviceKeys,
  ...equipmentKeys,
  ...dutyKeys,
}

const same = (word: string) => text(word, word)

/** “机要通信用车”; the word itself where nobody has another for it. */
export function keyWord(dimension: string, value: string): Text {
  return keyDimensions[dimension]?.values[value] ?? same(value)
}

/** “执法执勤用车、轿车”, for a sentence; null where the value is about everything. */
export function keyWords(key: Key): Text | null {
  const words = Object.entries(key)
    .filter(([, value]) => value !== '*')
    .sort(([one], [other]) => placeOf(one) - placeOf(other))
    .map(([dimension, value]) => keyWord(dimension, value))
  if (words.length === 0) return null
  return text(words.map(({ zh }) => zh).join('、'), words.map(({ en }) => en).join(', '))
}

const order = Object.keys(keyDimensions)
function placeOf(dimension: string): number {
  const place = order.indexOf(dimension)
  return place < 0 ? order.length : place
}

/** In the order of the words above: the number of each dimension's value, for sorting what is listed. */
function placesOf(key: Key): number[] {
  return order.map((dimension) =>
    Object.keys(keyDimensions[dimension]!.values).indexOf(key[dimension] ?? '*'),
  )
}

/** Sorts keys as their words are listed: levels before ranks, the higher before the lower. */
export function compareKeys(one: Key, other: Key): number {
  const [mine, theirs] = [placesOf(one), placesOf(other)]
  const at = mine.findIndex((place, index) => place !== theirs[index])
  return at < 0 ? 0 : mine[at]! - theirs[at]!
}
