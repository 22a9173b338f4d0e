import { lazy, Suspense } from 'react'
import { usePhone } from './use-phone.ts'

const Picker = lazy(() => import('./day-picker.tsx'))

export interface DayInputProps {
  /** `2026-11-22`; with `time` a moment such as `2026-11-22T14:30:00+08:00`. */
  value?: string | null
  onChange?: (value: string | null) => void
  id?: string
  label?: string
  /** Asks for the clock too; China's time. */
  time?: boolean
  min?: string
  max?: string
  disabled?: boolean
  placeholder?: string
}

/** Any moment as China's wall clock, `2026-11-22T14:30`; a bare day stays. */
export function wallOf(value: string | null | undefined, time: boolean): string {
  if (!value) return ''
  if (!time) return value.slice(0, 10)
  return new Date(Date.parse(value) + 8 * 3_600_000).toISOString().slice(0, 16)
}

/** A day or a moment. Phones use their own wheel; desks a calendar that is fetched when first needed. */
export function DayInput(props: DayInputProps) {
  const { value, onChange, id, label, time = false, min, max, disabled } = props
  const phone = usePhone()
  if (!phone) {
    return (
      <Suspense fallback={<span className="hq-input-ghost" />}>
        <Picker {...props} />
      </Suspense>
    )
  }
  return (
    <input
      type={time ? 'datetime-local' : 'date'}
      className="hq-input"
      id={id}
      aria-label={label}
      disabled={disabled}
      min={min && wallOf(min, time)}
      max={max && wallOf(max, time)}
      value={wallOf(value, time)}
      onChange={({ target }) =>
        onChange?.(target.value ? (time ? `${target.value}:00+08:00` : target.value) : null)
      }
    />
  )
}
