import { describe, expect, it } from 'vitest'
import { approvalStory, director, manager } from '#test/approval-story.ts'
import { useWorld } from '#test/harness.ts'
import { approvals } from '../module.ts'

const { actions } = approvals
const type = 'test.request'

describe('routes and substitutes', () => {
  const world = useWorld()
  const story = approvalStory(world)
  const far = { fact: 'distance', op: 'MORE_THAN' as const, value: 50 }

  it('chooses by facts in the order of the list; what runs keeps its version; no route needs nobody', async () => {
    const admin = world.as('admin')
    const { id } = await admin.call(actions.createRoute, {
      type,
      title: '出区用车',
      conditions: [far],
      steps: [story.step(), story.step({ title: '中心领导审批', asks: [director] })],
    })
    const near = await story.ask({ distance: 20 })
    expect(near.state).toBe('APPROVED')
    expect(await story.read('staff', near.approvalId)).toMatchObject({ route: null, steps: [] })
    const running = await story.ask({ distance: 80 })
    const { number } = await admin.call(actions.changeRoute, {
      routeId: id,
      number: 1,
      title: '出区用车',
      conditions: [far],
      steps: [story.step({ mode: 'ALL', asks: [director] })],
    })
    expect(number).toBe(2)
    await story.decide('manager', running.approvalId)
    expect(await story.read('staff', running.approvalId)).toMatchObject({
      route: { number: 1 },
      holders: ['郑海平'],
    })
    const later = await story.ask({ distance: 80 })
    expect(await story.read('staff', later.approvalId)).toMatchObject({
      route: { number: 2 },
      holders: ['郑海平'],
    })
    const { versions } = await admin.call(actions.readRoute, { routeId: id })
    expect(versions.map((one) => one.number)).toEqual([2, 1])
    expect(versions[0]!.words).toMatchObject({
      conditions: { zh: '出区距离超过 50 公里' },
      steps: [{ zh: '科室负责人审批：中心领导，全部同意；7 个工作小时内办理，超时上报中心领导' }],
    })
    // Two who change it at once: the second is told.
    const stale = admin.call(actions.changeRoute, { ...versions[1]!, routeId: id, number: 1 })
    await expect(stale).rejects.toMatchObject({ code: 'approvals.route_changed' })
    // A condition on a unit holds for what is below it, and the trial says who would be asked.
    const centre = (await story.person('G006')).unit_id
    await admin.call(actions.createRoute, {
      type,
      title: '中心用车',
      conditions: [{ fact: 'unit', op: 'WITHIN', value: [centre] }],
      steps: [story.step({ asks: [manager] })],
    })
    const section = (await story.person('G003')).unit_id
    const trial = await admin.call(actions.tryRoute, { type, unitId: section, facts: [`unit=${section}`] })
    expect(trial).toMatchObject({ route: { title: '中心用车' }, people: [{ names: ['吴建国'] }] })
    await admin.call(actions.closeRoute, { routeId: id })
    expect((await story.ask({ distance: 80 })).state).toBe('APPROVED')
    await expect(
      admin.call(actions.createRoute, {
        type,
        title: '错的',
        conditions: [{ fact: 'distance', op: 'ONE_OF', value: ['x'] }],
        steps: [story.step()],
      }),
    ).rejects.toMatchObject({ status: 422, code: 'approvals.wrong_comparison' })
  })

  it('has one substitute a day for each person, never in a circle, and others’ only by who may', async () => {
    await story.substitute('director', 'G005', '2026-03-02', '2026-03-06')
    await expect(story.substitute('director', 'G004', '2026-03-06', '2026-03-09')).rejects.toMatchObject({
      code: 'approvals.substitute_overlap',
    })
    await story.substitute('manager', 'G004', '2026-03-05', '2026-03-09')
    const circle = await story
      .substitute('dispatcher', 'G006', '2026-03-06', '2026-03-20')
      .catch((error) => error)
    expect(circle).toMatchObject({ code: 'approvals.substitute_circle' })
    expect(circle.body.detail).toContain('周明→郑海平→吴建国→周明')
    // On other days it is no circle.
    await story.substitute('dispatcher', 'G006', '2026-03-07', '2026-03-20')
    const director = await story.person('G006')
    const { id: byPersonId } = await story.person('G003')
    const others = {
      fromPersonId: director.id,
      byPersonId,
      fromDay: '2026-04-01',
      toDay: '2026-04-02',
      reason: '休假',
    }
    await expect(world.as('staff').call(actions.setSubstitute, others)).rejects.toMatchObject({ status: 403 })
    const { id } = await world.as('admin').call(actions.setSubstitute, others)
    expect((await world.as('worker').call(actions.listSubstitutes, {})).items).toMatchObject([
      { id, from: { name: '郑海平' }, can: { end: false } },
    ])
    await expect(world.as('worker').call(actions.endSubstitute, { substituteId: id })).rejects.toMatchObject({
      status: 403,
    })
    await world.as('director').call(actions.endSubstitute, { substituteId: id })
    expect((await world.as('worker').call(actions.listSubstitutes, {})).items).toEqual([])
  })
})
