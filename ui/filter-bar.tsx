import { FilterOutlined, SearchOutlined } from '@ant-design/icons'
import { Badge, Button, Checkbox, Input, type InputRef, Select } from 'antd'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { type Text, text } from '#kernel/contract/text.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import type { Search } from '#kernel/web/navigate.ts'
import { DayInput } from './day-input.tsx'
import { type Filter, namesOf } from './filters.ts'
import { SearchSelect } from './search-select.tsx'
import { useShortcut } from './shortcuts.tsx'
import { usePhone } from './use-phone.ts'

const messages = defineMessages({
  search: text('查找', 'Search'),
  filter: text('筛选', 'Filter'),
  clear: text('清除筛选', 'Clear filters'),
  from: text('{label}起', '{label} from'),
  to: text('{label}止', '{label} to'),
})

export interface FilterBarProps {
  filters: readonly Filter[]
  search: Search
  onChange: (change: Search) => void
  onClear: () => void
  count: number
  /** Words in the empty search box; no box when absent. */
  placeholder?: Text | string
  /** Stands at the end of the bar. */
  extra?: ReactNode
}

/** Search and filters above a list; on a phone the filters fold away behind one button. */
export function FilterBar(props: FilterBarProps) {
  const { filters, search, onChange, onClear, count, placeholder, extra } = props
  const t = useText(messages)
  const phone = usePhone()
  const [unfolded, setUnfolded] = useState(false)
  const shown = filters.length > 0 && (!phone || unfolded)
  return (
    <search className="hq-filters">
      {placeholder ? (
        <SearchBox value={one(search.q)} placeholder={placeholder} onChange={(q) => onChange({ q })} />
      ) : null}
      {phone && filters.length > 0 ? (
        <Badge count={count} size="small">
          <Button icon={<FilterOutlined />} aria-expanded={unfolded} onClick={() => setUnfolded(!unfolded)}>
            {t('filter')}
          </Button>
        </Badge>
      ) : null}
      {shown
        ? filters.map((filter) => (
            <Control key={filter.key} filter={filter} search={search} onChange={onChange} />
          ))
        : null}
      {count > 0 && (!phone || unfolded) ? (
        <Button type="text" onClick={onClear}>
          {t('clear')}
        </Button>
      ) : null}
      {extra ? <span className="hq-filters-extra">{extra}</span> : null}
    </search>
  )
}

function one(value: string | string[] | undefined): string {
  return Array.isArray(value) ? (value[0] ?? '') : (value ?? '')
}

function SearchBox({
  value,
  placeholder,
  onChange,
}: {
  value: string
  placeholder: Text | string
  onChange: (q: string) => void
}) {
  const t = useText(messages)
  const localised = useLocalised()
  const box = useRef<InputRef>(null)
  const [typed, setTyped] = useState(value)
  useShortcut('/', t('search'), () => box.current?.focus())
  useEffect(() => setTyped(value), [value])
  useEffect(() => {
    if (typed === value) return
    const timer = setTimeout(() => onChange(typed), 300)
    return () => clearTimeout(timer)
  }, [typed, value, onChange])
  return (
    <Input
      ref={box}
      className="hq-filters-search"
      type="search"
      allowClear
      prefix={<SearchOutlined />}
      aria-label={localised(placeholder)}
      placeholder={localised(placeholder)}
      value={typed}
      onChange={({ target }) => setTyped(target.value)}
      onKeyDown={(event) => event.key === 'Escape' && box.current?.blur()}
    />
  )
}

function Control({
  filter,
  search,
  onChange,
}: {
  filter: Filter
  search: Search
  onChange: (change: Search) => void
}) {
  const t = useText(messages)
  const localised = useLocalised()
  const label = localised(filter.label)
  const value = search[filter.key]
  switch (filter.kind) {
    case 'select':
    case 'multi':
      return (
        <Select
          className="hq-filter"
          mode={filter.kind === 'multi' ? 'multiple' : undefined}
          maxTagCount="responsive"
          allowClear
          aria-label={label}
          placeholder={label}
          value={
            filter.kind === 'multi'
              ? Array.isArray(value)
                ? value
                : value
                  ? [value]
                  : []
              : (value ?? undefined)
          }
          options={filter.options.map((option) => ({ value: option.value, label: localised(option.label) }))}
          onChange={(next: string | string[] | undefined) => onChange({ [filter.key]: next })}
          popupMatchSelectWidth={false}
        />
      )
    case 'search':
      return (
        <span className="hq-filter">
          <SearchSelect
            name={`filter.${filter.key}`}
            search={filter.search}
            chosen={filter.chosen}
            label={label}
            placeholder={label}
            value={one(value) || null}
            onChange={(next) => onChange({ [filter.key]: next ?? undefined })}
          />
        </span>
      )
    case 'toggle':
      return (
        <Checkbox
          checked={value === 'true'}
          onChange={({ target }) => onChange({ [filter.key]: target.checked ? 'true' : undefined })}
        >
          {label}
        </Checkbox>
      )
    case 'days':
      return (
        <span className="hq-filter-days">
          {namesOf(filter).map((name, index) => (
            <DayInput
              key={name}
              label={t(index === 0 ? 'from' : 'to', { label })}
              placeholder={t(index === 0 ? 'from' : 'to', { label })}
              value={one(search[name]) || null}
              onChange={(next) => onChange({ [name]: next ?? undefined })}
            />
          ))}
        </span>
      )
    case 'day':
      return (
        <span className="hq-filter">
          <DayInput
            label={label}
            placeholder={label}
            value={one(value) || null}
            onChange={(next) => onChange({ [filter.key]: next ?? undefined })}
          />
        </span>
      )
    case 'text':
      return (
        <Input
          className="hq-filter"
          aria-label={label}
          placeholder={label}
          allowClear
          value={one(value)}
          onChange={({ target }) => onChange({ [filter.key]: target.value })}
        />
      )
  }
}
