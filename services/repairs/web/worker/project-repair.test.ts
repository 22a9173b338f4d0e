import { describe, expect, it } from 'vitest'
import { orders } from '#engines/orders/module.ts'
import { useWorld } from '#test/harness.ts'
import { repairs } from '../../module.ts'
import { readAs, reportFault, startWork } from '../../server/test-story.ts'
import { type DoneDeed, projectRepair, projectRow } from './project-repair.ts'

let count = 0
const deed = (action: { method: DoneDeed['method']; path: string }, input: object = {}): DoneDeed => ({
  id: `deed-${count++}`,
  method: action.method,
  path: action.path,
  input: { ...input },
  at: Date.parse('2026-03-02T10:00:00+08:00'),
})

describe('a repair with what the server has not heard of', () => {
  const world = useWorld()

  it('looks and lets be done as the server will say once it has', async () => {
    const { id } = await reportFault(world)
    await startWork(world, id)
    const before = await readAs(world, 'worker', id)
    const pause = { orderId: id, reason: 'PARTS' }
    const paused = projectRepair(before, [deed(orders.actions.pauseOrder, pause)])
    await world.as('worker').call(orders.actions.pauseOrder, { orderId: id, reason: 'PARTS' })
    const after = await readAs(world, 'worker', id)
    expect({ state: paused.state, why: paused.pauseReason, can: paused.can }).toEqual({
      state: after.state,
      why: after.pauseReason,
      can: after.can,
    })
    const going = projectRepair(before, [
      deed(orders.actions.pauseOrder, pause),
      deed(orders.actions.resumeOrder),
    ])
    await world.as('worker').call(orders.actions.resumeOrder, { orderId: id })
    expect(going.can).toEqual((await readAs(world, 'worker', id)).can)
  })

  it('takes accepting and starting, and ignores what the answer shows already', async () => {
    const { id } = await reportFault(world)
    await startWork(world, id)
    const begun = await readAs(world, 'worker', id)
    const again = [deed(orders.actions.takeOrder), deed(orders.actions.startOrder)]
    expect(projectRepair(begun, again)).toEqual(begun)
    const row = { ...begun, state: 'ASSIGNED' as const, startedAt: null }
    expect(projectRow(row, again)).toMatchObject({
      state: 'IN_PROGRESS',
      startedAt: '2026-03-02T02:00:00.000Z',
      can: { take: false, start: false, pause: true, finish: true },
    })
  })

  it('shows answers, parts, time and photos once, and nothing to be done after the finish', async () => {
    const { id } = await reportFault(world)
    await startWork(world, id)
    const before = await readAs(world, 'worker', id)
    const line = before.checklist.lines[0]!.line
    const photo = '0190a000-0000-7000-8000-000000000001'
    const done = projectRepair(before, [
      deed(repairs.actions.recordChecklist, { answers: [{ lineId: line.id, result: 'OK' }] }),
      deed(repairs.actions.addPart, { name: '阀芯', quantity: 2, unitPriceFen: 1850 }),
      deed(repairs.actions.addLabour, { people: 1, minutes: 30 }),
      deed(repairs.actions.addPhotos, { photos: [photo], stage: 'BEFORE' }),
      deed(repairs.actions.completeRepair, { result: 'RESOLVED', photos: [photo] }),
    ])
    expect(done.checklist.lines[0]?.executed?.result).toBe('OK')
    expect(done.costs.map(({ amountFen }) => amountFen)).toEqual([3700])
    expect(done.labour).toHaveLength(1)
    expect(done.photos.map(({ fileId, stage }) => [fileId, stage])).toEqual([[photo, 'BEFORE']])
    expect(done).toMatchObject({ state: 'FINISHED', closingResult: 'RESOLVED' })
    expect(done.can).toMatchObject({ finish: false, pause: false, checklist: false, addPhotos: false })
  })
})
