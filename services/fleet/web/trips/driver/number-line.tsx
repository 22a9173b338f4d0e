import { useId } from 'react'

interface Props {
  label: string
  value: number | null
  onChange: (value: number | null) => void
  /** Digits after the point; 0 when absent. */
  decimals?: number
}

/** A number large enough for one hand: the number keys of the phone, nothing else. */
export function NumberLine({ label, value, onChange, decimals = 0 }: Props) {
  const id = useId()
  return (
    <div className="trip-number">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="number"
        inputMode={decimals > 0 ? 'decimal' : 'numeric'}
        step={10 ** -decimals}
        min={0}
        defaultValue={value ?? ''}
        onChange={({ target }) => {
          const number = Number(target.value)
          const fits = target.value !== '' && Number.isFinite(number) && number >= 0
          onChange(fits ? Number(number.toFixed(decimals)) : null)
        }}
      />
    </div>
  )
}
