import { type MeetingStep, meetingClausesOf } from '#engines/standards/meeting-clauses.ts'
import type { TaskKind } from './words.ts'

/**
 * The clauses of the meeting standard (HQ/HY-001) that a task is done to; their lines, at the version in force when the
 * task is planned, are its checklist.
 */
export function clausesOf(task: { kind: TaskKind; step: MeetingStep }): string[] {
  return meetingClausesOf({ step: task.step, task: task.kind })
}
