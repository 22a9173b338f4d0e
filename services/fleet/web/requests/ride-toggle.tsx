import { Switch } from 'antd'
import { useId } from 'react'

interface RideToggleProps {
  words: string
  on: boolean
  onChange: (on: boolean) => void
}

/** A wish that is on or off, with its words as the target of the thumb. */
export function RideToggle({ words, on, onChange }: RideToggleProps) {
  const id = useId()
  return (
    <label className="ride-toggle" htmlFor={id}>
      <Switch id={id} checked={on} onChange={onChange} />
      <span>{words}</span>
    </label>
  )
}
