import { expect, it } from 'vitest'
import type { ChecklistLine } from '../../schema.ts'
import { missingLines } from './checklist-draft.ts'
import { projectAnswers } from './project-answers.ts'

const line = (id: string): ChecklistLine => ({
  id,
  versionId: 'v',
  clauseCode: 'HY-06',
  clauseTitle: { zh: '主席台', en: 'Rostrum' },
  text: { zh: '已摆好', en: 'Set up' },
  mandatory: true,
  needsPhoto: false,
  allowsNa: false,
  limit: null,
})
const lines = ['1', '2'].map((id) => ({ line: line(id), executed: null }))
const path = '/meetings/tasks/:taskId/checklist'
const answer = (lineId: string) => ({
  path,
  at: 0,
  input: { taskId: 't', answers: [{ lineId, result: 'OK' }] },
})

it('lets a task be finished without a signal: what waits in the outbox counts as answered', () => {
  expect(missingLines(projectAnswers(lines, [], path), {})).toHaveLength(2)
  expect(missingLines(projectAnswers(lines, [answer('1')], path), {}).map((one) => one.line.id)).toEqual([
    '2',
  ])
  expect(missingLines(projectAnswers(lines, [answer('1'), answer('2')], path), {})).toEqual([])
  expect(projectAnswers(lines, [{ ...answer('1'), path: '/meetings/tasks/:taskId/start' }], path)).toEqual(
    lines,
  )
})
