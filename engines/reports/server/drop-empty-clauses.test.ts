import { describe, expect, it } from 'vitest'
import { figure, words } from '../contribution.ts'
import type { Run } from '../schema.ts'
import { dropEmptyClauses } from './drop-empty-clauses.ts'

const isEmpty = (run: Run) => run.kind === 'figure' && run.metric.startsWith('none.')
const read = (runs: Run[]) => runs.map((run) => (run.kind === 'text' ? run.text : '#')).join('')

describe('dropEmptyClauses', () => {
  it('takes a clause out of the middle', () => {
    const runs = [
      words('报修较多。按时率'),
      figure('none.rate'),
      words('，评价'),
      figure('some.mean'),
      words('。'),
    ]
    expect(read(dropEmptyClauses(runs, isEmpty))).toBe('报修较多。评价#。')
  })

  it('keeps the full stop when the last clause goes', () => {
    const runs = [words('受理'), figure('some.count'), words('，费用'), figure('none.sum'), words('。')]
    expect(read(dropEmptyClauses(runs, isEmpty))).toBe('受理#。')
  })

  it('leaves nothing of a sentence whose every clause is empty, and a whole sentence as it is', () => {
    expect(dropEmptyClauses([words('按时率'), figure('none.rate'), words('。')], isEmpty)).toEqual([])
    const whole = [words('受理'), figure('some.count'), words('，其中空调、水电较多。')]
    expect(dropEmptyClauses(whole, isEmpty)).toEqual(whole)
  })
})
