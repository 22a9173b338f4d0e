import type { Text } from '#kernel/contract/text.ts'
import { text } from '#kernel/contract/text.ts'
import type { DayKind } from './work-calendar.ts'

/** What the kinds of days are called, on pages and in sheets. */
export const dayKindWords: Record<DayKind, Text> = {
  holiday: text('放假', 'Day off'),
  makeup: text('调休上班', 'Make-up workday'),
  'half-day': text('半天', 'Half day'),
  custom: text('自定时段', 'Own hours'),
}
