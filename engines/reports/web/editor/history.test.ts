import { describe, expect, it } from 'vitest'
import { newHistory, remember, stepBack, stepForward } from './history.ts'

describe('the history of a draft', () => {
  it('takes quick typing in one place as one step, and goes back and forth', () => {
    const history = newHistory<string>()
    remember(history, '', 'typing', 0)
    remember(history, '一', 'typing', 100)
    remember(history, '一二', '', 200)
    expect(stepBack(history, '一二三')).toBe('一二')
    expect(stepBack(history, '一二')).toBe('')
    expect(stepBack(history, '')).toBeUndefined()
    expect(stepForward(history, '')).toBe('一二')
    remember(history, '一二', 'typing', 300)
    expect(stepForward(history, '一')).toBeUndefined()
  })
})
