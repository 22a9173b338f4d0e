import { useId } from 'react'
import type { Text } from '#kernel/contract/text.ts'
import { useLocalised } from '#kernel/web/messages.ts'
import { Icon } from './icons.tsx'

export interface ChoiceTilesProps {
  options: readonly {
    value: string
    title: Text | string
    note?: Text | string
    icon?: string
    disabled?: boolean
  }[]
  value?: string | null
  onChange?: (value: string) => void
  /** The question, for screen readers. */
  label: string
  id?: string
}

/** A few choices as large tiles: one tap, all in sight. Also the control of a `<Field>`. */
export function ChoiceTiles({ options, value, onChange, label, id }: ChoiceTilesProps) {
  const localised = useLocalised()
  const group = useId()
  return (
    <fieldset className="hq-choices" id={id} aria-label={label}>
      {options.map((option) => (
        <label
          key={option.value}
          className={option.value === value ? 'hq-choice-tile hq-chosen' : 'hq-choice-tile'}
        >
          <input
            type="radio"
            name={group}
            checked={option.value === value}
            disabled={option.disabled}
            onChange={() => onChange?.(option.value)}
          />
          {option.icon ? <Icon name={option.icon} /> : null}
          <span>
            {localised(option.title)}
            {option.note ? <small className="hq-faint">{localised(option.note)}</small> : null}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
