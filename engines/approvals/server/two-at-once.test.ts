import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { approvalStory, director, manager, told } from '#test/approval-story.ts'
import { useWorld } from '#test/harness.ts'

describe('several people at once', () => {
  const world = useWorld({ committing: true })
  const story = approvalStory(world)
  const roles = ['manager', 'director', 'worker'] as const

  it('make one decision, and never leave an approval without somebody to answer it, unless it has ended', async () => {
    const asks = [manager, director, await story.named('G003')]
    for (const mode of ['ANY', 'MAJORITY', 'ALL'] as const)
      await story.route(
        [story.step({ mode, asks }), story.step({ mode, asks })],
        [{ fact: 'class', op: 'ONE_OF', value: [mode] }],
        mode,
      )
    const deed = fc.record({
      role: fc.constantFrom(...roles),
      answer: fc.constantFrom('APPROVE', 'APPROVE', 'REFUSE', 'RETURN'),
    })
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('ANY', 'MAJORITY', 'ALL'),
        fc.array(deed, { minLength: 3, maxLength: 8 }),
        async (mode, deeds) => {
          const { approvalId, subjectId } = await story.ask({ class: mode })
          const answers = await Promise.allSettled(
            deeds.map(({ role, answer }) => story.decide(role, approvalId, answer as 'APPROVE')),
          )
          for (const answer of answers)
            if (answer.status === 'rejected') expect(answer.reason.status).toBe(409)
          const view = await story.read('auditor', approvalId)
          const seats = view.steps.flatMap((step) => step.seats)
          const open = seats.filter(({ answer, emptied }) => !answer && !emptied)
          expect(open.length > 0, JSON.stringify(view)).toBe(view.state === 'PENDING')
          expect(view.steps.filter(({ state }) => state === 'OPEN')).toHaveLength(
            view.state === 'PENDING' ? 1 : 0,
          )
          // What was taken is what stands on record, each once.
          const taken = answers.filter(({ status }) => status === 'fulfilled')
          expect(seats.filter(({ answer }) => answer)).toHaveLength(taken.length)
          expect(told.filter((one) => one.subjectId === subjectId)).toHaveLength(
            view.state === 'PENDING' ? 0 : 1,
          )
        },
      ),
      { numRuns: 25 },
    )
  })
})
