import type { StateMachine, StateTone } from '#kernel/contract/states.ts'
import type { Text } from '#kernel/contract/text.ts'
import { useLocalised } from '#kernel/web/messages.ts'
import { Shape } from './shape.tsx'

export type StateTagProps =
  | { machine: StateMachine<string, string>; state: string }
  | { tone: StateTone; title: Text | string }

/** A state as word + colour + shape: by machine and state, or by tone and title. */
export function StateTag(props: StateTagProps) {
  const localised = useLocalised()
  const known = 'machine' in props ? props.machine.states[props.state] : props
  const tone = known?.tone ?? 'ended'
  const title = known?.title ?? ('state' in props ? props.state : '')
  return (
    <span className={`hq-state hq-tone-${tone}`}>
      <Shape tone={tone} />
      <span>{localised(title)}</span>
    </span>
  )
}
