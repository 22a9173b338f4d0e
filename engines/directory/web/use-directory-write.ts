import type { Action, InputOf, OutputOf } from '#kernel/contract/action.ts'
import { useWrite } from '#kernel/web/use-write.ts'

/** A write of the directory: the form shows refusals itself, and all its lists are read again. */
export function useDirectoryWrite<A extends Action>(
  action: A,
  success: string,
  onDone: (answer: OutputOf<A>, input: InputOf<A>) => void,
) {
  return useWrite(action, { invalidates: ['/directory'], success, quiet: true, onDone })
}
