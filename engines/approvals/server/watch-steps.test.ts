import { describe, expect, it } from 'vitest'
import { approvalStory, director, manager } from '#test/approval-story.ts'
import { useWorld } from '#test/harness.ts'
import { approvals } from '../module.ts'

const { actions } = approvals

describe('a step that nobody answers', () => {
  const world = useWorld()
  const story = approvalStory(world)
  const news = async (type: string) => {
    await world.deliver()
    const rows = await world.ctx('system', (ctx) =>
      ctx.db
        .selectFrom('notifications.notification as n')
        .innerJoin('kernel.member as m', 'm.user_id', 'n.user_id')
        .select('m.user_name')
        .where('n.type', '=', type)
        .orderBy('m.user_name')
        .execute(),
    )
    return rows.map(({ user_name }) => user_name)
  }
  const leave = (userName: string) =>
    world.ctx('system', (ctx) =>
      ctx.db
        .updateTable('kernel.member')
        .set({ disabled_at: ctx.now })
        .where('user_name', '=', userName)
        .execute(),
    )

  it('is asked for at once, reminded of by the working clock, passed upwards once, and decided there', async () => {
    await world.staySignedIn()
    await story.route([story.step({ mode: 'ALL', answerMinutes: 420, escalatesTo: [director] })])
    world.clock.set('2026-03-06T16:30:00+08:00')
    const { approvalId } = await story.ask()
    // Friday 16:30 and seven hours of work: one hour on Friday, six on Monday.
    expect((await story.read('staff', approvalId)).dueAt).toBe('2026-03-09T08:30:00.000Z')
    expect(await news('approvals.asked')).toEqual(['manager'])
    world.clock.set('2026-03-08T12:00:00+08:00')
    await world.runJob('approvals.watch')
    expect(await news('approvals.due_soon')).toEqual([])
    world.clock.set('2026-03-09T15:30:00+08:00')
    await world.runJob('approvals.watch')
    await world.runJob('approvals.watch')
    expect(await news('approvals.due_soon')).toEqual(['manager'])
    world.clock.set('2026-03-09T16:30:00+08:00')
    expect((await world.as('manager').call(actions.listInbox, { overdue: true })).items).toHaveLength(1)
    await world.runJob('approvals.watch')
    await world.runJob('approvals.watch')
    expect(await news('approvals.escalated')).toEqual(['director', 'manager', 'staff'])
    const [step] = (await story.read('staff', approvalId)).steps
    expect(step).toMatchObject({ escalated: 'OVERDUE', asked: 1, needed: 1 })
    expect(step!.seats.map(({ name, kind }) => [name, kind])).toEqual([
      ['吴建国', 'ASKED'],
      ['郑海平', 'ESCALATED'],
    ])
    world.clock.set('2026-03-09T16:45:00+08:00')
    expect(await story.decide('director', approvalId, 'REFUSE', '超时未报')).toMatchObject({
      state: 'REFUSED',
    })
    expect(await story.inbox('manager')).toEqual([])
    const scope = { from: '2026-03-01', to: '2026-03-31' }
    for (const [metricId, value] of Object.entries({
      'approvals.waiting.count': 0,
      'approvals.decided.count': 1,
      'approvals.overdue.count': 1,
      'approvals.hours-to-decision.median': 72.25,
    })) {
      const answer = await world
        .as('director')
        .get(`/api/metrics/${metricId}?from=${scope.from}&to=${scope.to}`)
      expect(answer.body.value, metricId).toBe(value)
      const rows = await world
        .as('director')
        .get(`/api/metrics/${metricId}/records?from=${scope.from}&to=${scope.to}`)
      expect(rows.body.items, metricId).toHaveLength(value === 0 ? 0 : 1)
    }
  })

  it('never goes downwards: a section head does not answer for the director who is late', async () => {
    await world.staySignedIn()
    await story.route([story.step({ asks: [director], answerMinutes: 60, escalatesTo: [director] })])
    world.clock.set('2026-03-06T09:00:00+08:00')
    const { approvalId } = await story.ask()
    world.clock.set('2026-03-06T12:00:00+08:00')
    await world.runJob('approvals.watch')
    // The director hears once more, and so does whoever asked; nobody else gets a seat.
    expect(await news('approvals.escalated')).toEqual(['director', 'staff'])
    const [step] = (await story.read('staff', approvalId)).steps
    expect(step).toMatchObject({ escalated: 'OVERDUE' })
    expect(step!.seats.map(({ name }) => name)).toEqual(['郑海平'])
    expect((await world.as('manager').call(actions.listInbox, {})).items).toEqual([])
    expect(await story.decide('director', approvalId, 'APPROVE')).toMatchObject({ state: 'APPROVED' })
  })

  it('does not hang when those asked leave: it goes to whom it is passed to, then to whoever is there', async () => {
    await story.route([story.step({ mode: 'ALL', asks: [manager, await story.named('G003')] })])
    const { approvalId } = await story.ask()
    await leave('worker')
    await world.runJob('approvals.watch')
    const [step] = (await story.read('staff', approvalId)).steps
    expect(step).toMatchObject({ escalated: 'LEFT', needed: 2 })
    expect(step!.seats.at(-1)).toMatchObject({ name: '郑海平', kind: 'ESCALATED' })
    await leave('director')
    await leave('manager')
    await world.runJob('approvals.watch')
    expect((await story.read('staff', approvalId)).holders).toContain('冯安')
    expect(await story.decide('admin', approvalId)).toMatchObject({ state: 'APPROVED' })
  })

  it('does not count as left while a substitute is there', async () => {
    await story.route([story.step({ asks: [director] })])
    await story.substitute('director', 'G004')
    const { approvalId } = await story.ask()
    await leave('director')
    await world.runJob('approvals.watch')
    expect((await story.read('staff', approvalId)).steps[0]).toMatchObject({ escalated: null })
    expect(await story.decide('dispatcher', approvalId)).toMatchObject({ state: 'APPROVED' })
  })
})
