import { useRead } from '#kernel/web/use-read.ts'
import { Loading } from '#ui/loading.tsx'
import { Problem } from '#ui/problem.tsx'
import { bookings } from '../module.ts'
import type { DateChoices } from './date-choices.ts'
import { DateList } from './date-list.tsx'

export { choicesOf, type DateChoices } from './date-choices.ts'

interface SeriesPreviewProps {
  from: string
  to: string
  rule: string
  offDays: 'SKIP' | 'NEXT' | 'KEEP'
  resourceIds: string[]
  /** So many of each, in the order of `resourceIds`; absent: one of each. */
  quantities?: number[]
  headcount?: number | null
  bookingId?: string
  choices: DateChoices
  onChange: (choices: DateChoices) => void
}

/** Every date before it is booked: those that clash with their ways out. */
export function SeriesPreview({ choices, onChange, ...about }: SeriesPreviewProps) {
  const preview = useRead(bookings.actions.previewSeries, {
    from: about.from,
    to: about.to,
    rule: about.rule,
    offDays: about.offDays,
    resourceId: about.resourceIds,
    ...(about.quantities ? { quantity: about.quantities } : {}),
    ...(about.headcount ? { headcount: about.headcount } : {}),
    ...(about.bookingId ? { bookingId: about.bookingId } : {}),
  })
  if (preview.isPending) return <Loading compact />
  if (preview.error) return <Problem error={preview.error} />
  return <DateList dates={preview.data.dates} choices={choices} onChange={onChange} />
}
