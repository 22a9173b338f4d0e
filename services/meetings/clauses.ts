import {
  type MeetingStep,
  type MeetingTask,
  meetingClausesOf,
  meetingTasks,
} from '#engines/standards/meeting-clauses.ts'
import type { TaskKind } from './words.ts'

const inStandard: ReadonlySet<string> = new Set(meetingTasks)

/**
 * The clauses of the meeting standard (HQ/HY-001) that a task is done to; their lines, at the version in force when the
 * task is planned, are its checklist. Guiding cars and attending the lift have no clause of their own.
 */
export function clausesOf(task: { kind: TaskKind; step: MeetingStep }): string[] {
  if (!inStandard.has(task.kind)) return []
  return meetingClausesOf({ step: task.step, task: task.kind as MeetingTask })
}
