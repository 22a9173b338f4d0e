import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import 'dayjs/locale/zh-hk'
import { useLocale } from '#kernel/web/locale.ts'
import { type DayInputProps, wallOf } from './day-input.tsx'

/** What people type besides the form shown; each is taken to the letter, so 3 and 03 are two forms. */
const typed = ['YYYY-MM-DD', 'YYYY-M-D', 'YYYY/MM/DD', 'YYYY/M/D', 'YYYY.M.D', 'YYYYMMDD']

/** The calendar of desks; everything is kept as China's wall clock, whatever the computer's zone. */
export default function DayPicker({
  value,
  onChange,
  id,
  label,
  time = false,
  min,
  max,
  disabled,
  placeholder,
}: DayInputProps) {
  const locale = useLocale()
  const chinese = locale !== 'en'
  const written = time ? 'YYYY-MM-DDTHH:mm' : 'YYYY-MM-DD'
  const shown = chinese ? 'YYYY年M月D日' : 'D MMM YYYY'
  return (
    <DatePicker
      id={id}
      aria-label={label}
      disabled={disabled}
      placeholder={placeholder}
      style={{ width: '100%' }}
      showTime={time ? { format: 'HH:mm', minuteStep: 5 } : false}
      format={[shown, ...typed].map((day) => (time ? `${day} HH:mm` : day))}
      minDate={min ? dayjs(wallOf(min, time)) : undefined}
      maxDate={max ? dayjs(wallOf(max, time)) : undefined}
      value={value ? dayjs(wallOf(value, time)) : null}
      // Enter takes the day that was typed; it must not send the form it stands in before the rest is said.
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.preventDefault()
      }}
      onChange={(next) => {
        const wall = next ? next.format(written) : null
        onChange?.(wall && time ? `${wall}:00+08:00` : wall)
      }}
    />
  )
}
