import { Select } from 'antd'
import type { Text } from '#kernel/contract/text.ts'
import { useLocalised } from '#kernel/web/messages.ts'

interface WordSelectProps {
  words: Readonly<Record<string, Text>>
  label: string
  value?: string
  onChange?: (value: string) => void
  id?: string
}

/** One of a few words. */
export function WordSelect({ words, label, value, onChange, id }: WordSelectProps) {
  const localised = useLocalised()
  return (
    <Select
      {...(id ? { id } : {})}
      aria-label={label}
      {...(value === undefined ? {} : { value })}
      {...(onChange ? { onChange } : {})}
      options={Object.entries(words).map(([key, word]) => ({ value: key, label: localised(word) }))}
    />
  )
}
