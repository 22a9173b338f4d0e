import { describe, expect, it } from 'vitest'
import { approvals } from '#engines/approvals/module.ts'
import { useWorld } from '#test/harness.ts'
import { fleet } from '../../module.ts'
import { requestStory } from '../requests/test-story.ts'

const { actions } = fleet

describe('the approvals on a trip’s page', () => {
  const world = useWorld()
  const story = requestStory(world)

  it('[EVAL-10] an auditor reads who approved, when and in whose place; whoever only drives does not', async () => {
    const byPersonId = await world.ctx('manager', async ({ actor }) => actor.personId!)
    await world.as('liaison').call(approvals.actions.setSubstitute, {
      byPersonId,
      fromDay: '2026-03-02',
      toDay: '2026-03-06',
      reason: '出差',
    })
    const { id } = await story.submit('staff', story.ride({ reach: 'BEYOND', distanceKm: 120 }))
    await story.decide('manager', id)
    world.clock.set('2026-03-02T10:00:00+08:00')
    await story.decide('manager', id)
    const trip = await story.assign(id)
    const read = (role: 'auditor' | 'worker') => world.as(role).call(actions.readTrip, { tripId: trip.id })
    const [approval] = (await read('auditor')).approvals
    expect(approval!.decisions).toMatchObject([
      {
        step: '本单位负责人审批',
        answer: 'APPROVE',
        at: '2026-03-02T01:00:00.000Z',
        by: '吴建国',
        inPlaceOf: '何静',
        calledIn: false,
        reason: null,
      },
      {
        step: '后勤中心科室负责人审批',
        answer: 'APPROVE',
        at: '2026-03-02T02:00:00.000Z',
        by: '吴建国',
        inPlaceOf: null,
      },
    ])
    expect((await read('worker')).approvals).toMatchObject([
      { requestId: id, approvedAt: '2026-03-02T02:00:00.000Z', decisions: [] },
    ])
    const { steps } = await world.as('auditor').call(actions.readCase, { tripId: trip.id })
    expect(steps.filter(({ kind }) => kind === 'APPROVAL').map(({ who }) => who)).toEqual([
      '吴建国（代何静）',
      '吴建国',
    ])
  })
})
