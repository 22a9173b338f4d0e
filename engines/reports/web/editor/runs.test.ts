import { describe, expect, it } from 'vitest'
import type { Run } from '../../schema.ts'
import { changeFigure, insertRun, runsLength, sameRuns, splitRuns, tidyRuns } from './runs.ts'

const text = (words: string): Run => ({ kind: 'text', text: words })
const figure: Run = { kind: 'figure', metric: 'repairs.open.count' }
const sentence = [text('未办结'), figure, text('。')]

describe('sentences with figures', () => {
  it('are cut between characters, never inside a figure', () => {
    expect(runsLength(sentence)).toBe(5)
    expect(splitRuns(sentence, 2)).toEqual([[text('未办')], [text('结'), figure, text('。')]])
    expect(splitRuns(sentence, 3)).toEqual([[text('未办结')], [figure, text('。')]])
    expect(splitRuns(sentence, 4)).toEqual([[text('未办结'), figure], [text('。')]])
    expect(splitRuns(sentence, 99)[1]).toEqual([])
  })

  it('take a figure in and give it up again', () => {
    expect(insertRun([text('共件')], 1, figure)).toEqual([text('共'), figure, text('件')])
    expect(changeFigure(sentence, 0, null)).toEqual([text('未办结。')])
    expect(changeFigure(sentence, 0, { ...figure, style: 'wan' })[1]).toMatchObject({ style: 'wan' })
  })

  it('are the same when only what the server works out differs', () => {
    expect(
      sameRuns(sentence, [text('未'), text('办结'), { ...figure, shown: '3件', key: 'k' }, text('。')]),
    ).toBe(true)
    expect(tidyRuns([{ kind: 'text', text: '重', bold: true }, text('要')])).toHaveLength(2)
  })
})
