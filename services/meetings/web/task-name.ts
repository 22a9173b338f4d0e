import { type Text, text } from '#kernel/contract/text.ts'
import { type TaskKind, taskKinds } from '../words.ts'

/** What a task is called: rounds of tea and the two cleanings are told apart. */
export function taskName({ kind, round }: { kind: TaskKind; round: number }): Text {
  if (kind === 'TEA')
    return round === 1
      ? text('备好茶水', 'Prepare the tea')
      : text(`第 ${round - 1} 次续水`, `Refill, round ${round - 1}`)
  if (kind === 'CLEANING')
    return round % 2 === 1 ? text('会前保洁', 'Clean beforehand') : text('会后保洁', 'Clean afterwards')
  return taskKinds[kind]
}
