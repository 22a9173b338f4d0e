import { Problem } from '#kernel/contract/problem.ts'
import { parseWindows } from '../parse-windows.ts'
import type { Window } from '../work-calendar.ts'

/** Hours as people typed them. @throws Problem 422 `calendar.bad_hours`, quoting them */
export function readHours(hours: string, path: string): Window[] {
  try {
    return parseWindows(hours)
  } catch (error) {
    throw new Problem(422, 'calendar.bad_hours', { params: { hours }, path, cause: error })
  }
}
