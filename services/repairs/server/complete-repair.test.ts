import { describe, expect, it } from 'vitest'
import { orders } from '#engines/orders/module.ts'
import { useWorld } from '#test/harness.ts'
import { repairs } from '../module.ts'
import {
  answerChecklist,
  placesOf,
  readAs,
  repairUnderWay,
  reportFault,
  startWork,
  uploadPhoto,
} from './test-story.ts'

describe('carrying a repair out', () => {
  const world = useWorld()

  it('goes round the whole loop, every step by whoever answers for it, all of it on record [CLOUD-08]', async () => {
    const { id } = await reportFault(world)
    await world.as('dispatcher').call(orders.actions.takeOn, { orderId: id })
    await startWork(world, id)
    world.clock.advance({ minutes: 50 })
    await answerChecklist(world, id)
    const worker = world.as('worker')
    await worker.call(repairs.actions.addPart, {
      orderId: id,
      name: '陶瓷阀芯',
      quantity: 2,
      unitPriceFen: 1850,
    })
    await worker.call(repairs.actions.addLabour, { orderId: id, people: 2, minutes: 30, hourlyFen: 4000 })
    const after = await uploadPhoto(world, 'worker')
    await worker.call(repairs.actions.completeRepair, {
      orderId: id,
      note: '更换阀芯',
      cause: '阀芯磨损',
      photos: [after],
    })
    await world.as('staff').call(orders.actions.confirmOrder, { orderId: id })
    await world.as('staff').call(orders.actions.evaluateOrder, { orderId: id, overall: 5 })
    const page = await readAs(world, 'staff', id)
    expect(page).toMatchObject({
      state: 'COMPLETED',
      closingResult: 'RESOLVED',
      onTime: true,
      cause: '阀芯磨损',
      overallRating: 5,
      costFen: 2 * 1850 + 4000,
      firstContactOwner: { name: '周明' },
      worker: { name: '赵铁柱' },
      labour: [{ people: 2, minutes: 30 }],
      checklist: { score: { full: true, missing: 0 } },
    })
    expect(page.photos.map(({ stage }) => stage)).toEqual(['AFTER'])
    const steps = page.history.map(({ type }) => type)
    for (const step of [
      'orders.submitted',
      'orders.accepted',
      'orders.assigned',
      'orders.taken',
      'orders.started',
      'orders.finished',
      'orders.completed',
      'orders.evaluated',
    ])
      expect(steps).toContain(step)
    expect(page.history.every(({ title }) => !title.zh.includes('.'))).toBe(true)
  })

  it('prepares, executes with what was left out made good, and looks back into the standard [DESK-09]', async () => {
    const id = await repairUnderWay(world)
    const worker = world.as('worker')
    // 细想: what to bring, by the kind of fault.
    await worker.call(repairs.actions.prepareRepair, { orderId: id, ready: ['call', 'tester'] })
    await worker.call(repairs.actions.prepareRepair, { orderId: id, ready: ['call', 'spares'] })
    const prepared = (await readAs(world, 'worker', id)).prepare
    expect(prepared.filter(({ ready }) => ready).map(({ code }) => code)).toEqual(['call', 'spares'])
    // 细做: a line left open keeps the order open.
    await answerChecklist(world, id, (text) => text.includes('现场'))
    const refused = await worker.post(`/api/repairs/${id}/completion`)
    expect(refused).toMatchObject({ status: 422, body: { code: 'repairs.checklist_incomplete' } })
    expect(refused.body.detail).toContain('现场已清理')
    await answerChecklist(world, id)
    await worker.call(repairs.actions.completeRepair, { orderId: id })
    // 漏项补台: the user finds something after all; it is made good and stays on record.
    const { checklist } = await readAs(world, 'worker', id)
    const line = checklist.lines.find(({ line }) => line.text.zh.includes('现场已清理'))!.line
    const omission = await world
      .as('staff')
      .call(repairs.actions.recordOmission, { orderId: id, lineId: line.id, what: '废料没有带走' })
    const remedy = { orderId: id, omissionId: omission.id, remedy: '已返回清运' }
    await worker.call(repairs.actions.remedyOmission, remedy)
    expect(
      await worker.post(`/api/repairs/${id}/omissions/${omission.id}/remedy`, { remedy: '再次' }),
    ).toMatchObject({
      status: 409,
      body: { code: 'repairs.omission_remedied' },
    })
    // 细思: what was learnt proposes a change to the clause.
    const clauses = await world.as('manager').get('/api/standards/clauses')
    const clause = clauses.body.items.find(({ code }: { code: string }) => code === 'WX-13')
    await worker.call(repairs.actions.reflect, {
      orderId: id,
      note: '清理应在通知用户之前',
      clauseId: clause.id,
      proposal: '增加“离场前自拍一张现场照片”',
    })
    const { items: documents } = (await world.as('manager').get('/api/standards/documents?search=HQ/WX-001'))
      .body
    const proposals = await world.as('manager').get(`/api/standards/documents/${documents[0].id}/proposals`)
    expect(proposals.body.items).toMatchObject([
      {
        clauseId: clause.id,
        words: '增加“离场前自拍一张现场照片”',
        subject: { href: `/orders/${id}` },
        proposedBy: '赵铁柱',
        state: 'open',
      },
    ])
    const page = await readAs(world, 'manager', id)
    expect(page.omissions).toMatchObject([{ foundBy: '林小满', remedy: '已返回清运', remediedBy: '赵铁柱' }])
    expect(page.reflections).toMatchObject([
      { clause: { code: 'WX-13' }, proposal: '增加“离场前自拍一张现场照片”' },
    ])
  })

  it('keeps a record of every visit: who came when, met whom, found and did what [DESK-06]', async () => {
    const id = await repairUnderWay(world)
    world.clock.advance({ minutes: 40 })
    await world.as('worker').call(repairs.actions.recordVisit, {
      orderId: id,
      arrivedAt: '2026-03-02T09:20:00+08:00',
      leftAt: '2026-03-02T09:38:00+08:00',
      metName: '林小满',
      found: '阀芯磨损，需更换',
      done: '关阀挂牌',
    })
    const page = await readAs(world, 'staff', id)
    expect(page.visits).toMatchObject([{ by: '赵铁柱', metName: '林小满', found: '阀芯磨损，需更换' }])
    const early = await world.as('worker').post(`/api/repairs/${id}/visits`, {
      arrivedAt: '2026-03-02T18:00:00+08:00',
      found: '还没到',
    })
    expect(early).toMatchObject({ status: 422, body: { code: 'repairs.in_the_future', path: 'arrivedAt' } })
    expect((await world.as('staff').post(`/api/repairs/${id}/visits`, { found: '不是我的' })).status).toBe(
      403,
    )
  })

  it('demands the photo its clause demands, and a resolved repair that met its lines', async () => {
    const id = await repairUnderWay(world, { kind: 'ROOF_WALLS', description: '墙皮脱落' })
    const worker = world.as('worker')
    const { checklist } = await readAs(world, 'worker', id)
    const photoLine = checklist.lines.find(({ line }) => line.needsPhoto)!.line
    const bare = await worker.put(`/api/repairs/${id}/checklist`, {
      answers: [{ lineId: photoLine.id, result: 'OK' }],
    })
    expect(bare).toMatchObject({ status: 422, body: { code: 'standards.photo_needed' } })
    await answerChecklist(world, id, (text) => text === photoLine.text.zh)
    const missing = await worker.post(`/api/repairs/${id}/completion`)
    expect(missing.body).toMatchObject({
      code: 'repairs.checklist_incomplete',
      lines: [{ id: photoLine.id, needsPhoto: true }],
    })
    await answerChecklist(world, id)
    const other = checklist.lines.find(({ line }) => !line.needsPhoto)!.line
    await worker.call(repairs.actions.recordChecklist, {
      orderId: id,
      answers: [{ lineId: other.id, result: 'NOT_OK', remark: '没有遮盖布' }],
    })
    expect((await worker.post(`/api/repairs/${id}/completion`)).body.code).toBe('repairs.line_not_met')
    await worker.call(repairs.actions.completeRepair, { orderId: id, result: 'PARTLY_RESOLVED' })
    expect((await readAs(world, 'staff', id)).closingResult).toBe('PARTLY_RESOLVED')
  })

  it('records nothing before the start, after the end, or by other hands', async () => {
    const { id } = await reportFault(world)
    const part = { name: '灯管', quantity: 1, unitPriceFen: 900 }
    await world.as('dispatcher').call(orders.actions.assignOrder, {
      orderId: id,
      workerId: (await placesOf(world)).second,
    })
    const early = await world.as('dispatcher').post(`/api/repairs/${id}/parts`, part)
    expect(early).toMatchObject({ status: 409, body: { code: 'repairs.not_started' } })
    expect((await world.as('worker').post(`/api/repairs/${id}/parts`, part)).status).toBe(404)
    const mine = await repairUnderWay(world, { kind: 'OTHER', description: '椅子坏了' })
    await world
      .as('worker')
      .call(repairs.actions.completeRepair, { orderId: mine, result: 'NOT_NEEDED', note: '已自行修好' })
    expect((await world.as('worker').post(`/api/repairs/${mine}/parts`, part)).body.code).toBe(
      'repairs.work_over',
    )
    const open = await repairUnderWay(world)
    expect((await world.as('staff').post(`/api/repairs/${open}/omissions`, { what: '漏了' })).body.code).toBe(
      'repairs.omission_unfinished',
    )
  })

  it('lets the worker say what it really was: kind, pledge and checklist follow', async () => {
    const id = await repairUnderWay(world, { kind: 'OTHER', description: '屋里没电' })
    const before = await readAs(world, 'worker', id)
    await world
      .as('worker')
      .call(repairs.actions.describeFault, { orderId: id, kind: 'PLUMBING_ELECTRIC', cause: '空开老化' })
    const after = await readAs(world, 'worker', id)
    expect(after).toMatchObject({ kind: 'PLUMBING_ELECTRIC', cause: '空开老化', skill: '水电' })
    expect(after.item?.nameZh).toBe('水电维修')
    expect(after.checklist.lines).not.toEqual(before.checklist.lines)
    // Two working days instead of three: an earlier promise is never silent.
    const ledger = await world.as('dispatcher').get(`/api/orders/${id}/ledger`)
    expect(ledger.body.pledges.at(-1).movedEarlierMinutes).toBeGreaterThan(0)
  })

  it('shows every unit what its repairs cost, and a liaison the own unit only', async () => {
    const id = await repairUnderWay(world)
    await world.as('worker').call(repairs.actions.addPart, {
      orderId: id,
      name: '软管',
      quantity: 1.5,
      unit: '米',
      unitPriceFen: 1000,
    })
    const all = await world.as('manager').call(repairs.actions.readCosts, {})
    expect(all).toMatchObject({
      totalFen: 1500,
      items: [{ unit: { name: '财政局' }, count: 1, costFen: 1500 }],
    })
    const { education } = await placesOf(world)
    expect((await world.as('liaison').call(repairs.actions.readCosts, {})).totalFen).toBe(1500)
    expect((await world.as('manager').call(repairs.actions.readCosts, { unitId: education })).items).toEqual(
      [],
    )
    expect(
      (await world.as('liaison').get('/api/repairs/costs/export?format=csv')).bytes.toString(),
    ).toContain('15.00')
  })
})
