import type { PlannedTask } from './plan-tasks.ts'
import type { RoomUse } from './words.ts'

/**
 * What is done for each further room of a meeting, at the times of the main one: it is cleaned, set up and reset. Rounds
 * tell the rooms apart: place 1 has round 2 of what is done once a room, and rounds 3 and 4 of the two cleanings.
 */
export function planFurtherTasks(main: readonly PlannedTask[], place: number, use: RoomUse): PlannedTask[] {
  return main.flatMap((task): PlannedTask[] => {
    if (task.kind === 'CLEANING') return [{ ...task, round: task.round + 2 * place }]
    if (task.kind === 'RESET') return [{ ...task, round: 1 + place }]
    if (task.kind !== 'SET_UP') return []
    return [{ ...task, kind: use === 'LOUNGE' ? 'LOUNGE' : 'SET_UP', round: 1 + place }]
  })
}
