import { describe, expect, it } from 'vitest'
import { orders } from '#engines/orders/module.ts'
import { useWorld } from '#test/harness.ts'
import { repairs } from '../module.ts'
import { answerChecklist, placesOf, readAs, reportFault, startWork } from './test-story.ts'

const { actions } = repairs

describe('major works', () => {
  const world = useWorld()
  const desk = () => world.as('dispatcher')

  async function gradedMajor(description: string, roomId?: null): Promise<string> {
    const { office } = await placesOf(world)
    const { id } = await reportFault(world, {
      kind: 'ROOF_WALLS',
      description,
      ...(roomId === null ? { siteId: office, roomId, placeText: '屋面' } : {}),
    })
    await desk().call(actions.gradeRepair, { orderId: id, grade: 'MAJOR_REPAIR', reason: '需整体处理' })
    await startWork(world, id)
    return id
  }

  async function surveyAndQuote(
    orderId: string,
    quotes: Record<string, number>,
  ): Promise<Map<string, string>> {
    const ids = new Map<string, string>()
    for (const contractor of Object.keys(quotes))
      await desk().call(actions.surveyWork, { orderId, contractor, findings: '防水层老化，局部空鼓' })
    for (const [contractor, amountFen] of Object.entries(quotes))
      ids.set(contractor, (await desk().call(actions.addQuote, { orderId, contractor, amountFen })).id)
    return ids
  }

  async function doWorks(orderId: string): Promise<void> {
    await desk().call(actions.startWorks, { orderId, plannedTo: '2026-03-20' })
    world.clock.advance({ days: 8 })
    await desk().call(actions.finishWorks, { orderId })
  }

  it('are a route of their own: the grade decides between an order and a project [PROP-04]', async () => {
    const { id } = await reportFault(world, { kind: 'ROOF_WALLS', description: '顶层漏水' })
    const small = await readAs(world, 'dispatcher', id)
    expect(small).toMatchObject({ grade: 'MINOR_REPAIR', major: null })
    await world
      .as('manager')
      .call(actions.gradeRepair, { orderId: id, grade: 'MAJOR_REPAIR', reason: '屋面整体老化' })
    const major = await readAs(world, 'dispatcher', id)
    expect(major).toMatchObject({
      grade: 'MAJOR_REPAIR',
      majorState: 'SURVEY',
      item: { nameZh: '大型维修改造' },
    })
    // The pledge is the major works' own: thirty working days instead of five.
    expect(new Date(major.finishDueAt!) > new Date('2026-04-01T00:00:00Z')).toBe(true)
    expect((await desk().put(`/api/repairs/${id}/grade`, { grade: 'MAJOR_REPAIR' })).body.code).toBe(
      'repairs.same_grade',
    )
    await desk().call(actions.gradeRepair, { orderId: id, grade: 'URGENT_REPAIR' })
    expect(await readAs(world, 'dispatcher', id)).toMatchObject({
      majorState: 'REGRADED',
      item: { nameZh: '屋面墙面' },
    })
    await desk().call(actions.gradeRepair, { orderId: id, grade: 'MAJOR_REPAIR' })
    expect((await readAs(world, 'dispatcher', id)).majorState).toBe('SURVEY')
    expect((await world.as('worker').put(`/api/repairs/${id}/grade`, { grade: 'MINOR_REPAIR' })).status).toBe(
      403,
    )
  })

  it('prove a leaking roof: several survey, one is appointed, the result is verified after rain [PROP-05]', async () => {
    const id = await gradedMajor('五楼会议室屋顶漏水', null)
    const alone = await desk().call(actions.surveyWork, {
      orderId: id,
      contractor: '澜城防水',
      findings: '女儿墙开裂',
    })
    expect(alone.id).toBeTruthy()
    const tooFew = await desk().post(`/api/repairs/${id}/quotes`, {
      contractor: '澜城防水',
      amountFen: 4_800_000,
    })
    expect(tooFew).toMatchObject({ status: 409, body: { code: 'repairs.too_few_surveys' } })
    const quotes = await surveyAndQuoteFurther(id)
    const dearer = await desk().post(`/api/repairs/${id}/choice`, { quoteId: quotes.get('青禾建筑') })
    expect(dearer).toMatchObject({
      status: 422,
      body: { code: 'repairs.choice_needs_reason', path: 'reason' },
    })
    await desk().call(actions.chooseContractor, {
      orderId: id,
      quoteId: quotes.get('青禾建筑')!,
      reason: '质保五年，方案含女儿墙',
    })
    expect((await desk().put(`/api/repairs/${id}/grade`, { grade: 'MINOR_REPAIR' })).body.code).toBe(
      'repairs.works_under_way',
    )
    await doWorks(id)
    await desk().call(actions.planVerification, { orderId: id, condition: '雨后', dueOn: '2026-03-25' })
    const tooEarly = await desk().post(`/api/repairs/${id}/verifications`, {
      condition: '未下雨',
      result: 'PASSED',
    })
    expect(tooEarly).toMatchObject({ status: 409, body: { code: 'repairs.verification_too_early' } })
    await answerChecklist(world, id)
    const unproven = await world.as('worker').post(`/api/repairs/${id}/completion`)
    expect(unproven).toMatchObject({ status: 409, body: { code: 'repairs.works_not_verified' } })
    await world
      .as('worker')
      .call(orders.actions.pauseOrder, { orderId: id, reason: 'WEATHER', note: '等下雨' })
    // The first rain finds a leak, the second does not.
    world.clock.set('2026-03-26T10:00:00+08:00')
    await desk().call(actions.verifyWorks, {
      orderId: id,
      condition: '3月25日大雨后',
      result: 'FAILED',
      note: '落水口仍渗',
    })
    expect((await readAs(world, 'manager', id)).majorState).toBe('REWORK')
    await desk().call(actions.finishWorks, { orderId: id, note: '落水口重做' })
    await desk().call(actions.planVerification, { orderId: id, condition: '雨后' })
    world.clock.set('2026-04-08T09:00:00+08:00')
    await desk().call(actions.verifyWorks, { orderId: id, condition: '4月7日暴雨后', result: 'PASSED' })
    await world.as('worker').call(orders.actions.resumeOrder, { orderId: id })
    await world.as('worker').call(actions.completeRepair, { orderId: id, cause: '女儿墙与落水口防水失效' })
    await world.as('staff').call(orders.actions.confirmOrder, { orderId: id })
    const page = await readAs(world, 'auditor', id)
    expect(page).toMatchObject({ state: 'COMPLETED', majorState: 'VERIFIED', costFen: 5_200_000 })
    expect(page.major).toMatchObject({
      surveys: [{ contractor: '澜城防水' }, { contractor: '青禾建筑' }, { contractor: '安泰修缮' }],
      choiceReason: '质保五年，方案含女儿墙',
      verifications: [
        { result: 'FAILED', condition: '3月25日大雨后' },
        { result: 'PASSED', condition: '4月7日暴雨后' },
      ],
    })
    expect(page.major?.quotes.find(({ chosen }) => chosen)).toMatchObject({
      contractor: '青禾建筑',
      lowest: false,
    })
  })

  async function surveyAndQuoteFurther(orderId: string) {
    for (const contractor of ['青禾建筑', '安泰修缮']) {
      world.clock.advance({ hours: 2 })
      await desk().call(actions.surveyWork, { orderId, contractor, findings: '防水层空鼓' })
    }
    const ids = new Map<string, string>()
    for (const [contractor, amountFen] of [
      ['澜城防水', 4_800_000],
      ['青禾建筑', 5_200_000],
    ] as const)
      ids.set(contractor, (await desk().call(actions.addQuote, { orderId, contractor, amountFen })).id)
    return ids
  }

  it('renew an interior: corridor and rooms, the lowest quote chosen, verified without rain [PROP-06]', async () => {
    const id = await gradedMajor('三楼走廊及部分房间墙面翻新')
    const quotes = await surveyAndQuote(id, { 青禾建筑: 9_600_000, 安泰修缮: 8_950_000 })
    await desk().call(actions.chooseContractor, { orderId: id, quoteId: quotes.get('安泰修缮')! })
    await doWorks(id)
    await desk().call(actions.planVerification, {
      orderId: id,
      condition: '通风两周后检测甲醛',
      dueOn: '2026-03-24',
    })
    world.clock.set('2026-03-24T15:00:00+08:00')
    await desk().call(actions.verifyWorks, { orderId: id, condition: '检测合格', result: 'PASSED' })
    await answerChecklist(world, id)
    await world.as('worker').call(actions.completeRepair, { orderId: id })
    const figure = await world
      .as('director')
      .get('/api/metrics/repairs.large.completed.count?from=2026-03-01&to=2026-03-31')
    expect(figure.body.value).toBe(1)
    expect((await readAs(world, 'manager', id)).major).toMatchObject({ choiceReason: '最低报价' })
  })

  it('refuse steps out of turn, quotes without a survey and works that end before they begin', async () => {
    const id = await gradedMajor('地下室整体防水')
    expect((await desk().post(`/api/repairs/${id}/works`, { plannedTo: '2026-03-20' })).status).toBe(409)
    expect(
      (await desk().post(`/api/repairs/${id}/verifications`, { condition: '雨后', result: 'PASSED' })).status,
    ).toBe(409)
    const quotes = await surveyAndQuote(id, { 甲公司: 100_000, 乙公司: 90_000 })
    const stranger = await desk().post(`/api/repairs/${id}/quotes`, { contractor: '丙公司', amountFen: 1 })
    expect(stranger).toMatchObject({ status: 422, body: { code: 'repairs.not_surveyed' } })
    expect(
      (await desk().post(`/api/repairs/${id}/quotes`, { contractor: '甲公司', amountFen: 1 })).body.code,
    ).toBe('repairs.quoted_before')
    expect(
      (await desk().post(`/api/repairs/${id}/surveys`, { contractor: '甲公司', findings: '再看' })).body.code,
    ).toBe('repairs.surveyed_before')
    await desk().call(actions.chooseContractor, { orderId: id, quoteId: quotes.get('乙公司')! })
    const backwards = await desk().post(`/api/repairs/${id}/works`, {
      startedOn: '2026-03-10',
      plannedTo: '2026-03-01',
    })
    expect(backwards).toMatchObject({ status: 422, body: { code: 'repairs.works_reversed' } })
    const small = await reportFault(world)
    expect(
      (await desk().post(`/api/repairs/${small.id}/surveys`, { contractor: '甲公司', findings: '看' })).body
        .code,
    ).toBe('repairs.not_major')
    expect(
      (await world.as('staff').post(`/api/repairs/${id}/surveys`, { contractor: '甲公司', findings: '看' }))
        .status,
    ).toBe(403)
  })
})
