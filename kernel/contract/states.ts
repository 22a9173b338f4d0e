import type { PermissionName } from './action.ts'
import type { Text } from './text.ts'

/** How a state looks: word + colour + shape, never colour alone. */
export type StateTone = 'new' | 'waiting' | 'working' | 'paused' | 'good' | 'bad' | 'ended'

export interface Transition<S extends string = string> {
  readonly from: readonly S[]
  readonly to: S
  readonly permission: PermissionName
  /** The event written, `orders.assigned`. */
  readonly event: string
  readonly title: Text
}

/** A state machine as data: the state column of one table and every lawful way to change it. */
export interface StateMachine<
  S extends string = string,
  T extends string = string,
  Table extends string = string,
> {
  /** Schema and table, `orders.service_order`; the column is always `state`. */
  readonly table: Table
  readonly initial: S
  readonly states: Readonly<Record<S, { title: Text; tone: StateTone }>>
  readonly transitions: Readonly<Record<T, Transition<S>>>
}

/** Describes a state machine; the compiler checks that transitions name existing states. */
export function defineStates<
  const S extends string,
  const T extends string,
  const Table extends string,
>(machine: {
  table: Table
  initial: NoInfer<S>
  states: Record<S, { title: Text; tone: StateTone }>
  transitions: Record<T, Transition<NoInfer<S>>>
}): StateMachine<S, T, Table> {
  return machine
}
