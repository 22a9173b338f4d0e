import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { StateMachine } from '#kernel/contract/states.ts'
import { useLocalised } from '#kernel/web/messages.ts'

export interface StateButtonsProps {
  machine: StateMachine<string, string>
  /** The row's `can`, by name of transition. */
  can: Readonly<Record<string, boolean>>
  /** The transition that is most likely now; it stands first and is filled. */
  primary?: string
  /** What a transition does when pressed, mostly opening its dialog; those without an entry are not shown. */
  on: Readonly<Record<string, (() => void) | undefined>>
  /** Transitions that end or undo something. */
  danger?: readonly string[]
  loading?: string
  extra?: ReactNode
}

/** The lawful next steps of a row as buttons, worded by its state machine; the server's `can` decides. */
export function StateButtons({ machine, can, primary, on, danger = [], loading, extra }: StateButtonsProps) {
  const localised = useLocalised()
  const offered = Object.keys(machine.transitions).filter((name) => can[name] && on[name])
  offered.sort((a, b) => Number(b === primary) - Number(a === primary))
  if (offered.length === 0 && !extra) return null
  return (
    <div className="hq-buttons">
      {offered.map((name) => (
        <Button
          key={name}
          type={name === primary ? 'primary' : 'default'}
          danger={danger.includes(name)}
          loading={loading === name}
          onClick={on[name]}
        >
          {localised(machine.transitions[name]?.title ?? name)}
        </Button>
      ))}
      {extra}
    </div>
  )
}
