import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'

const messages = defineMessages({
  less: text('{label}减少', 'Less: {label}'),
  more: text('{label}增加', 'More: {label}'),
})

export interface StepperProps {
  label: string
  value: number
  onChange: (value: number) => void
  step?: number
  min?: number
  unit: string
}

/** A number by large plus and minus, for gloves. */
export function Stepper({ label, value, onChange, step = 1, min = 1, unit }: StepperProps) {
  const t = useText(messages)
  return (
    <fieldset className="stepper" aria-label={label}>
      <span>{label}</span>
      <button
        type="button"
        aria-label={t('less', { label })}
        disabled={value <= min}
        onClick={() => onChange(Math.max(min, value - step))}
      >
        −
      </button>
      <output>
        {value} {unit}
      </output>
      <button type="button" aria-label={t('more', { label })} onClick={() => onChange(value + step)}>
        +
      </button>
    </fieldset>
  )
}
