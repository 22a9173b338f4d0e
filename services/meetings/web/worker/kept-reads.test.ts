import { expect, it } from 'vitest'
import { meetings } from '../../module.ts'
import { keepsOfMeetings, keptPaths } from './kept-reads.ts'

it('keeps what an attendant reads without a network, by the paths of the descriptor', () => {
  expect(keptPaths).toEqual({
    day: meetings.actions.listMyTasks.path,
    task: meetings.actions.readTask.path,
  })
  expect(keepsOfMeetings(meetings.actions.listMeetings.path)).toBe(false)
})
