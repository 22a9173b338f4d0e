import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { approvalStory, cannotCarryOut, director, manager, told } from '#test/approval-story.ts'
import { useWorld } from '#test/harness.ts'
import { approvals } from '../module.ts'
import { approvalsOf, resubmitApproval, withdrawApproval } from './api.ts'

const { actions } = approvals

describe('a decision', () => {
  const world = useWorld()
  const story = approvalStory(world)

  it('glpi#841: empties the other queues at once, and the service hears of it in the same transaction', async () => {
    await story.route([story.step({ asks: [manager, director] })])
    const { approvalId, subjectId } = await story.ask()
    expect(await story.inbox('manager')).toEqual([approvalId])
    expect(await story.inbox('director')).toEqual([approvalId])
    expect(await story.decide('manager', approvalId)).toMatchObject({ state: 'APPROVED' })
    expect(await story.inbox('director')).toEqual([])
    expect(await world.as('director').call(actions.countInbox, {})).toEqual({ waiting: 0, overdue: 0 })
    expect(told.at(-1)).toEqual({ subjectId, outcome: 'APPROVED', name: '吴建国', reason: null })
    const [step] = (await story.read('director', approvalId)).steps
    expect(step!.seats.find(({ name }) => name === '郑海平')).toMatchObject({ emptied: true, answer: null })
    // What the service cannot carry out is not decided either.
    const stuck = await story.ask({}, 'G001', randomUUID())
    cannotCarryOut.add(stuck.subjectId)
    await expect(story.decide('manager', stuck.approvalId)).rejects.toMatchObject({ status: 409 })
    expect((await story.read('staff', stuck.approvalId)).state).toBe('PENDING')
  })

  it('glpi#24399: a refusal after an approval is not written over it, nor the other way round; a late answer reads who decided', async () => {
    await story.route([story.step({ asks: [manager, director] })])
    for (const [first, second, outcome] of [
      ['APPROVE', 'REFUSE', 'APPROVED'],
      ['REFUSE', 'APPROVE', 'REFUSED'],
    ] as const) {
      const { approvalId } = await story.ask()
      await story.decide('manager', approvalId, first)
      const late = await story.decide('director', approvalId, second).catch((error) => error)
      expect(late).toMatchObject({ status: 409, code: 'approvals.already_decided' })
      expect(late.body.detail).toMatch(/吴建国.*2026-03-02 09:00.*(同意|不同意).*结果不变/)
      const again = story.decide('manager', approvalId, second)
      await expect(again).rejects.toMatchObject({ status: 409, code: 'approvals.answered_before' })
      const view = await story.read('staff', approvalId)
      expect(view).toMatchObject({ state: outcome, endedBy: '吴建国' })
      expect(view.steps[0]!.seats.map(({ answer }) => answer).filter(Boolean)).toEqual([first])
    }
    // Behind the application's back the database itself refuses to write over an answer.
    const over = world.ctx('system', (ctx) =>
      ctx.db
        .updateTable('approvals.seat')
        .set({ answer: 'APPROVE' })
        .where('answer', '=', 'REFUSE')
        .execute(),
    )
    await expect(over).rejects.toThrow(/is settled/)
  })

  it('glpi#442: any, a majority and all mean what the words say, over those asked when the step opened', async () => {
    const three = [await story.named('G003'), manager, director]
    const cases = [
      { mode: 'ANY', answers: ['APPROVE'], state: 'APPROVED' },
      { mode: 'MAJORITY', answers: ['APPROVE'], state: 'PENDING' },
      { mode: 'MAJORITY', answers: ['REFUSE', 'APPROVE'], state: 'PENDING' },
      { mode: 'MAJORITY', answers: ['APPROVE', 'APPROVE'], state: 'APPROVED' },
      { mode: 'MAJORITY', answers: ['REFUSE', 'REFUSE'], state: 'REFUSED' },
      { mode: 'ALL', answers: ['APPROVE', 'APPROVE'], state: 'PENDING' },
      { mode: 'ALL', answers: ['APPROVE', 'APPROVE', 'APPROVE'], state: 'APPROVED' },
      { mode: 'ALL', answers: ['APPROVE', 'REFUSE'], state: 'REFUSED' },
    ] as const
    for (const mode of ['ANY', 'MAJORITY', 'ALL'] as const)
      await story.route(
        [story.step({ mode, asks: three })],
        [{ fact: 'class', op: 'ONE_OF', value: [mode] }],
        mode,
      )
    for (const { mode, answers, state } of cases) {
      const { approvalId } = await story.ask({ class: mode })
      for (const [index, answer] of answers.entries())
        await story.decide((['worker', 'manager', 'director'] as const)[index]!, approvalId, answer)
      expect((await story.read('staff', approvalId)).state, `${mode} ${answers}`).toBe(state)
    }
    // One of three comes later: the quorum stays two of three.
    const { approvalId } = await story.ask({ class: 'MAJORITY' })
    await world.ctx('system', (ctx) =>
      ctx.db
        .updateTable('kernel.member')
        .set({ roles: ['manager'] })
        .where('user_name', '=', 'dispatcher')
        .execute(),
    )
    expect((await story.read('staff', approvalId)).steps[0]).toMatchObject({ asked: 3, needed: 2 })
    await story.decide('worker', approvalId)
    expect(await story.decide('manager', approvalId)).toMatchObject({ state: 'APPROVED' })
  })

  it('glpi#19626: a dated substitute answers, and who really answered is on record', async () => {
    await story.route([story.step({ asks: [director], escalatesTo: [manager] })])
    const { approvalId } = await story.ask()
    await expect(story.decide('dispatcher', approvalId)).rejects.toMatchObject({ status: 404 })
    await story.substitute('director', 'G004', '2026-03-03', '2026-03-04')
    expect(await story.inbox('dispatcher')).toEqual([])
    world.clock.set('2026-03-03T10:00:00+08:00')
    const [row] = (await world.as('dispatcher').call(actions.listInbox, {})).items
    expect(row).toMatchObject({ inOwnName: false, inPlaceOf: ['郑海平'], can: { decide: true } })
    await story.decide('dispatcher', approvalId)
    const [seat] = (await story.read('staff', approvalId)).steps[0]!.seats
    expect(seat).toMatchObject({ name: '郑海平', answeredBy: '周明', inPlace: true, answer: 'APPROVE' })
    const late = await story.decide('director', approvalId, 'REFUSE').catch((error) => error)
    expect(late.body.detail).toContain('周明（代郑海平）')
    const { history } = await world.as('staff').call(actions.readApproval, { approvalId })
    expect(history.map(({ title }) => title.zh)).toContain('代郑海平同意')
    // Over: the substitute answers no more.
    const next = await story.ask()
    world.clock.set('2026-03-05T10:00:00+08:00')
    await expect(story.decide('dispatcher', next.approvalId)).rejects.toMatchObject({ status: 404 })
  })

  it('is never on the own request: others of the step decide, a head’s goes one up, and nobody left is said', async () => {
    await story.route([story.step({ asks: [manager, director] })])
    const own = await story.ask({}, 'G005')
    expect((await story.read('manager', own.approvalId)).holders).toEqual(['郑海平'])
    await expect(story.decide('manager', own.approvalId)).rejects.toMatchObject({
      code: 'approvals.own_request',
    })
    // As the director’s substitute neither.
    await story.substitute('director', 'G005')
    await expect(story.decide('manager', own.approvalId)).rejects.toMatchObject({
      code: 'approvals.own_request',
    })
    await story.route(
      [story.step({ asks: [{ kind: 'UNIT_HEAD' }] })],
      [{ fact: 'class', op: 'ONE_OF', value: ['DUTY'] }],
      '值班用车',
    )
    const { items } = await world.as('admin').call(actions.listRoutes, {})
    await world
      .as('admin')
      .call(actions.orderRoutes, { type: 'test.request', routeIds: items.map(({ id }) => id).reverse() })
    const staff = await story.ask({ class: 'DUTY' })
    expect((await story.read('staff', staff.approvalId)).holders).toEqual(['何静'])
    const head = await story.ask({ class: 'DUTY' }, 'G005')
    expect((await story.read('manager', head.approvalId)).holders).toEqual(['郑海平'])
    // The liaison is the only head of 财政局, so her own goes to whom it is passed to.
    const alone = await story.ask({ class: 'DUTY' }, 'G002')
    expect((await story.read('liaison', alone.approvalId)).steps[0]).toMatchObject({
      escalated: 'NOBODY',
      seats: [{ name: '郑海平', kind: 'ESCALATED' }],
    })
  })

  it('says why: a refusal and a return without a reason are not taken', async () => {
    await story.route([story.step()])
    const { approvalId } = await story.ask()
    for (const answer of ['REFUSE', 'RETURN'] as const)
      await expect(world.as('manager').call(actions.decide, { approvalId, answer })).rejects.toMatchObject({
        status: 422,
        code: 'approvals.reason_needed',
      })
    expect(await story.decide('manager', approvalId, 'REFUSE', '车辆不足')).toMatchObject({
      state: 'REFUSED',
    })
    await world.deliver()
    const news = await world.ctx('system', (ctx) =>
      ctx.db.selectFrom('notifications.notification').select(['type', 'title_zh', 'body_zh']).execute(),
    )
    expect(news).toContainEqual({
      type: 'approvals.decided',
      title_zh: '不同意：用车申请 YC-0001',
      body_zh: '吴建国：车辆不足',
    })
  })

  it('is refused while it runs, returned with a reason, completed and handed in again as a new round', async () => {
    await story.route([story.step(), story.step({ title: '中心领导审批', asks: [director] })])
    const { approvalId, subjectId } = await story.ask()
    const twice = await story.ask({}, 'G001', subjectId).catch((error) => error)
    expect(twice).toMatchObject({ status: 409, code: 'approvals.running', params: { holders: '吴建国' } })
    await story.decide('manager', approvalId)
    await story.decide('director', approvalId, 'RETURN', '请补充行程')
    expect(await story.read('staff', approvalId)).toMatchObject({
      state: 'RETURNED',
      endedReason: '请补充行程',
    })
    const again = await world.ctx('system', (ctx) => resubmitApproval(ctx, 'test.request', subjectId, {}))
    expect(again).toEqual({ approvalId, state: 'PENDING' })
    const view = await world.ctx('system', async (ctx) =>
      (await approvalsOf(ctx, 'test.request', [subjectId])).get(subjectId),
    )
    expect(view).toMatchObject({ round: 2, holders: ['吴建国'], earlier: [{ round: 1 }] })
    expect(view!.earlier[0]!.steps.map(({ state }) => state)).toEqual(['PASSED', 'RETURNED'])
    await world.as('staff').call(actions.withdraw, { approvalId, reason: '改乘地铁' })
    expect(told.at(-1)).toMatchObject({ subjectId, outcome: 'WITHDRAWN' })
    expect(await story.inbox('manager')).toEqual([])
    await expect(
      world.ctx('system', (ctx) => withdrawApproval(ctx, 'test.request', subjectId, '再撤')),
    ).rejects.toMatchObject({ code: 'approvals.not_under_way' })
    expect((await story.ask({}, 'G001', subjectId)).approvalId).not.toBe(approvalId)
  })

  it('is made in bulk with a result for each, and nobody sees or decides what is not theirs', async () => {
    await story.route([story.step({ asks: [manager, director] })])
    const [one, two] = [await story.ask(), await story.ask()]
    await story.decide('director', one.approvalId)
    const unknown = randomUUID()
    const { results } = await world.as('manager').call(actions.decideMany, {
      approvalIds: [one.approvalId, two.approvalId, unknown],
      answer: 'APPROVE',
    })
    const byId = new Map(results.map((result) => [result.approvalId, result]))
    expect(byId.get(two.approvalId)).toMatchObject({ ok: true, words: '已同意' })
    expect(byId.get(one.approvalId)).toMatchObject({ ok: false, words: expect.stringContaining('郑海平') })
    expect(byId.get(unknown)).toMatchObject({ ok: false, label: '' })
    for (const role of ['worker', 'liaison', 'dispatcher'] as const) {
      const answer = await world.as(role).get(`/api/approvals/${one.approvalId}`)
      expect(answer.status, role).toBe(404)
    }
    expect((await world.as('auditor').get(`/api/approvals/${one.approvalId}`)).status).toBe(200)
    expect((await world.other.as('manager').get(`/api/approvals/${one.approvalId}`)).status).toBe(404)
    const sheet = await world.as('auditor').call(actions.exportApprovals, { format: 'csv' })
    expect(sheet.toString()).toContain('财政局 林小满')
  })
})
