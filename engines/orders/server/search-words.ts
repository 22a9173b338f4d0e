import { pinyin } from 'pinyin-pro'

/** What an order is found by: its number, words, place and people, and the pinyin initials of its title. */
export function searchWords(parts: {
  number: string
  title: string
  placeText: string
  requesterName: string
  places: readonly string[]
}): string {
  const initials = pinyin(parts.title, {
    pattern: 'first',
    toneType: 'none',
    type: 'array',
    nonZh: 'consecutive',
  })
  return [parts.number, parts.title, parts.placeText, parts.requesterName, ...parts.places, initials.join('')]
    .filter((part) => part !== '')
    .join(' ')
    .toLowerCase()
}
