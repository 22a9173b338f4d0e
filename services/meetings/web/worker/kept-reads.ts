/**
 * The reads an attendant needs to do the day's work without a network. Paths are written out, not taken from
 * descriptors: this stands in the first file a browser loads (kept-reads.test.ts compares them).
 */
export const keptPaths = { day: '/meetings/tasks/mine', task: '/meetings/tasks/:taskId' } as const

/** Whether an answer is one of those. */
export function keepsOfMeetings(path: string): boolean {
  return path === keptPaths.day || path === keptPaths.task
}
