import { text } from '#kernel/contract/text.ts'
import { type Filter, stateOptions } from '#ui/filters.ts'
import { bookingStates } from '../states.ts'
import { ranks, resourceKinds } from '../words.ts'

const optionsOf = (words: Record<string, { zh: string; en: string }>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

/** What lists of bookings are narrowed by. */
export const bookingListFilters: Filter[] = [
  { key: 'state', kind: 'multi', label: text('状态', 'State'), options: stateOptions(bookingStates) },
  { key: 'kind', kind: 'select', label: text('类别', 'Kind'), options: optionsOf(resourceKinds) },
  { key: 'rank', kind: 'select', label: text('级别', 'Rank'), options: optionsOf(ranks) },
  { key: 'days', kind: 'days', label: text('日期', 'Day') },
]
