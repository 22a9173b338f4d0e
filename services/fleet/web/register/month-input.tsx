import { Select } from 'antd'
import { todayInChina } from '#kernel/web/format.ts'
import { useLocalised } from '#kernel/web/messages.ts'
import { monthChoices } from '../month-choice.ts'

interface MonthInputProps {
  label: string
  /** 'YYYY-MM' */
  value: string
  onChange: (month: string) => void
}

/** One month, from three ahead to a year and a half back. */
export function MonthInput({ label, value, onChange }: MonthInputProps) {
  const say = useLocalised()
  return (
    <Select
      aria-label={label}
      value={value}
      style={{ width: '9rem' }}
      options={monthChoices(3).map((month) => ({ value: month.value, label: say(month.label) }))}
      onChange={onChange}
    />
  )
}

/** The running month in China, 'YYYY-MM'. */
export const thisMonth = () => todayInChina().slice(0, 7)
