import fc from 'fast-check'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { approvalStory, cannotCarryOut, director, manager, told } from '#test/approval-story.ts'
import { useWorld } from '#test/harness.ts'
import { between } from '#test/meanwhile.ts'
import { approvals } from '../module.ts'
import { decide } from './decide.ts'

describe('several people at once', () => {
  const world = useWorld({ committing: true })
  const story = approvalStory(world)
  const roles = ['manager', 'director', 'worker'] as const

  it('[FLEET-02] decide many together: each is decided once, whoever was first, and the same call again changes nothing', async () => {
    await world.staySignedIn()
    await story.route(
      [story.step({ mode: 'ANY', asks: [manager, director] })],
      [{ fact: 'class', op: 'ONE_OF', value: ['TOGETHER'] }],
      'TOGETHER',
    )
    const asked: Awaited<ReturnType<typeof story.ask>>[] = []
    for (let n = 0; n < 8; n++) asked.push(await story.ask({ class: 'TOGETHER' }))
    // One of them cannot be carried out: it alone stays undecided.
    const stuck = asked[3]!
    cannotCarryOut.add(stuck.subjectId)
    const approvalIds = asked.map(({ approvalId }) => approvalId)
    const wanted = { approvalIds, answer: 'APPROVE' } as const
    const key = { idempotencyKey: 'bulk-of-the-manager-1' }
    const [first, second] = await Promise.all([
      world.as('manager').call(approvals.actions.decideMany, wanted, key),
      world
        .as('director')
        .call(approvals.actions.decideMany, { ...wanted, approvalIds: approvalIds.toReversed() }),
    ])
    for (const { approvalId } of asked) {
      const answers = [first, second].map(
        ({ results }) => results.find((one) => one.approvalId === approvalId)!,
      )
      const done = answers.filter(({ ok }) => ok)
      expect(done, JSON.stringify(answers)).toHaveLength(approvalId === stuck.approvalId ? 0 : 1)
      const view = await story.read('auditor', approvalId)
      expect(view.state).toBe(approvalId === stuck.approvalId ? 'PENDING' : 'APPROVED')
      for (const { ok, words } of answers) if (!ok) expect(words).not.toBe('')
    }
    const decided = () => told.filter(({ subjectId }) => asked.some((one) => one.subjectId === subjectId))
    expect(decided()).toHaveLength(7)
    // A phone that lost its connection asks again with the same key: the same answers; another key: why not, each.
    expect(await world.as('manager').call(approvals.actions.decideMany, wanted, key)).toEqual(first)
    const again = await world.as('manager').call(approvals.actions.decideMany, wanted)
    expect(again.results.filter(({ ok }) => ok)).toEqual([])
    expect(decided()).toHaveLength(7)
    cannotCarryOut.delete(stuck.subjectId)
  })

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

  it('who decides while the clock looks whom to remind is not reminded of it', async () => {
    await world.staySignedIn()
    await story.route([story.step()], [{ fact: 'class', op: 'ONE_OF', value: ['REMIND'] }], 'REMIND')
    world.clock.set('2026-03-06T16:30:00+08:00')
    const { approvalId } = await story.ask({ class: 'REMIND' })
    world.clock.set('2026-03-09T15:30:00+08:00')
    await between(world, {
      by: 'manager',
      hold: (ctx) =>
        sql`select from approvals.approval_step where approval_id = ${approvalId} for update`.execute(ctx.db),
      deed: () => world.runJob('approvals.watch'),
      meanwhile: (ctx) => decide(ctx, { approvalId, answer: 'APPROVE' }, () => undefined),
    })
    expect((await story.read('auditor', approvalId)).state).toBe('APPROVED')
    const reminders = await world.ctx('system', (ctx) =>
      ctx.db
        .selectFrom('kernel.event')
        .select('id')
        .where('type', '=', 'approvals.due_soon')
        .where('subject_id', '=', approvalId)
        .execute(),
    )
    expect(reminders).toEqual([])
  })
})
