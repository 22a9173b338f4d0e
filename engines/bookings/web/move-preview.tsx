import { useRead } from '#kernel/web/use-read.ts'
import { Loading } from '#ui/loading.tsx'
import { Problem } from '#ui/problem.tsx'
import { bookings } from '../module.ts'
import type { DateChoices } from './date-choices.ts'
import { DateList } from './date-list.tsx'

interface MovePreviewProps {
  bookingId: string
  scope: 'following' | 'all'
  from: string | null
  to: string | null
  swap: { from: string; to: string } | null
  choices: DateChoices
  onChange: (choices: DateChoices) => void
}

/** Every date of a series as it will be once it is moved, before it is. */
export function MovePreview({ bookingId, scope, from, to, swap, choices, onChange }: MovePreviewProps) {
  const preview = useRead(bookings.actions.previewMove, {
    bookingId,
    scope,
    ...(from ? { from: new Date(from).toISOString() } : {}),
    ...(to ? { to: new Date(to).toISOString() } : {}),
    ...(swap ? { swapFrom: swap.from, swapTo: swap.to } : {}),
  })
  if (preview.isPending) return <Loading compact />
  if (preview.error) return <Problem error={preview.error} />
  return <DateList dates={preview.data.dates} choices={choices} onChange={onChange} />
}
