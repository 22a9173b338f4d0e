import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { type ReactNode, useDeferredValue, useState } from 'react'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'

const messages = defineMessages({
  hint: text('输入名称、拼音或首字母', 'Type a name, pinyin or initials'),
  none: text('没有找到，换个词试试', 'Nothing found; try another word'),
  looking: text('正在查找', 'Searching'),
})

export interface Choice {
  value: string
  label: string
  /** A second, quieter line: unit, building. */
  note?: string
  disabled?: boolean
}

export interface SearchSelectProps {
  value?: string | null
  onChange?: (value: string | null, choice?: Choice) => void
  /** Finds choices; called with '' to offer the most likely ones. The server knows pinyin. */
  search: (words: string) => Promise<Choice[]>
  /** Names the cache of answers: `directory.people`. */
  name: string
  /** The choice that `value` already is, so that its name shows before any search. */
  chosen?: Choice
  placeholder?: string
  disabled?: boolean
  clearable?: boolean
  id?: string
  label?: string
  status?: 'error'
  autoFocus?: boolean
}

/** A person, place, unit … by typing part of its name; also the field of `<Field>` in forms. */
export function SearchSelect(props: SearchSelectProps) {
  const { value, onChange, search, name, chosen, placeholder, clearable = true, label, ...rest } = props
  const t = useText(messages)
  const [words, setWords] = useState('')
  const [open, setOpen] = useState(false)
  const [last, setLast] = useState<Choice | undefined>(chosen)
  const asked = useDeferredValue(words.trim())
  const found = useQuery({
    queryKey: ['choices', name, asked],
    queryFn: () => search(asked),
    enabled: open,
    staleTime: 30_000,
    placeholderData: (before) => before,
  })
  const now = [last, chosen].find((choice) => choice?.value === value)
  const choices = [...(found.data ?? [])]
  if (now && words === '' && !choices.some((choice) => choice.value === now.value)) choices.unshift(now)
  return (
    <Select<string, Choice>
      {...rest}
      aria-label={label}
      style={{ width: '100%' }}
      value={value ?? undefined}
      allowClear={clearable}
      showSearch={{ filterOption: false, onSearch: setWords }}
      placeholder={placeholder ?? t('hint')}
      options={choices}
      loading={found.isFetching}
      notFoundContent={found.isFetching ? t('looking') : t('none')}
      onOpenChange={setOpen}
      onChange={(next) => {
        const choice = choices.find((one) => one.value === next)
        setLast(choice)
        setWords('')
        onChange?.(next ?? null, choice)
      }}
      optionRender={(option): ReactNode => (
        <span className="hq-choice">
          <span>{option.data.label}</span>
          {option.data.note ? <small className="hq-faint">{option.data.note}</small> : null}
        </span>
      )}
    />
  )
}
