import { describe, expect, it } from 'vitest'
import { standards } from '#engines/standards/module.ts'
import { useWorld } from '#test/harness.ts'
import { fleet } from '../../module.ts'
import { requestStory } from '../requests/test-story.ts'
import { dispatchStory, on } from './dispatch-story.ts'

const { actions } = fleet

describe('the dispatch standard', () => {
  const world = useWorld()
  const story = dispatchStory(world)
  /** What the system found on a trip: clause → result, reading and remark; null where it is still open. */
  async function found(tripId: string) {
    await world.deliver()
    const { dispatchCheck } = await world.as('dispatcher').call(actions.readTrip, { tripId })
    return new Map(dispatchCheck!.map(({ line, executed }) => [line.clauseCode, executed]))
  }
  async function results(tripId: string) {
    return Object.fromEntries([...(await found(tripId))].map(([code, one]) => [code, one?.result ?? null]))
  }
  async function clauseRate(code: string) {
    const { items } = await world
      .as('manager')
      .call(standards.actions.listClauses, { search: code, from: '2026-03-01', to: '2026-03-31' })
    return items.find((one) => one.code === code)!.conformity
  }
  const rearrange = (tripId: string, more: object) =>
    world.as('dispatcher').call(actions.rearrangeTrip, { tripId, ...more })

  it('[FLEET-16] is looked at by the system after each trip is made, clause by clause, in the version in force', async () => {
    const { vehicles, drivers } = await story.furnish()
    const trip = await story.assign(vehicles[0]!, drivers[1]!, [await story.approved('10:00', '12:00')])
    expect(await results(trip.id)).toEqual({
      ...Object.fromEntries(
        ['01', '03', '04', '05', '07', '08', '09', '10', '12', '13', '14'].map((n) => [`PC-${n}`, 'OK']),
      ),
      ...Object.fromEntries(['02', '06', '11', '15'].map((n) => [`PC-${n}`, 'NA'])),
    })
    const told = (await found(trip.id)).get('PC-13')!
    expect([told.by, told.reading]).toEqual(['系统', 60])
    expect(await clauseRate('PC-13')).toEqual({ base: 1, ok: 1, rate: 100 })
    expect(await clauseRate('PC-15')).toEqual({ base: 0, ok: 0, rate: null })
    // The driver's own check of the same trip is another checklist.
    const { check } = await world.as('dispatcher').call(actions.readTrip, { tripId: trip.id })
    expect(check.lines.every(({ line, executed }) => line.clauseCode.startsWith('CL-') && !executed)).toBe(
      true,
    )
  })

  it('[FLEET-16] names what the dispatcher overruled: another class, a roster day off, no time between trips, told late', async () => {
    const { vehicles, drivers } = await story.furnish()
    await world.as('dispatcher').call(actions.setDuties, {
      duties: [{ driverId: drivers[1]!, day: '2026-03-02', shift: 'OFF' }],
    })
    const first = await story.approved('09:20', '11:00')
    const trip = await story.assign(vehicles[2]!, drivers[1]!, [first], '车辆都在外面')
    const marks = await found(trip.id)
    const failed = [...marks].filter(([, one]) => one?.result === 'NOT_OK').map(([code]) => code)
    expect(failed).toEqual(['PC-07', 'PC-09', 'PC-13'])
    expect(marks.get('PC-07')!.remark).toBe('排班为休息')
    expect(marks.get('PC-09')!.remark).toContain('与申请的用途不同')
    expect(marks.get('PC-13')).toMatchObject({ reading: 20, result: 'NOT_OK' })
    expect(await clauseRate('PC-09')).toEqual({ base: 1, ok: 0, rate: 0 })
    // Another driver and vehicle, later: looked at again, and the newest counts.
    await rearrange(trip.id, {
      vehicleId: vehicles[0]!,
      driverId: drivers[2]!,
      from: on('11:20').toISOString(),
      to: on('13:00').toISOString(),
    })
    expect(Object.values(await results(trip.id))).not.toContain('NOT_OK')
    expect(await clauseRate('PC-09')).toEqual({ base: 1, ok: 1, rate: 100 })
  })

  it('[FLEET-16] counts a long day of one driver, and two trips of one way that nobody pooled', async () => {
    const { vehicles, drivers } = await story.furnish()
    const long = await story.assign(vehicles[0]!, drivers[0]!, [await story.approved('10:00', '16:00')])
    expect((await results(long.id))['PC-06']).toBe('NA')
    const more = await story.assign(
      vehicles[1]!,
      drivers[0]!,
      [await story.approved('17:00', '22:00')],
      '只剩一名驾驶员',
    )
    expect((await found(more.id)).get('PC-06')).toMatchObject({ result: 'NOT_OK', reading: 11 })
    const way = { destination: '市民中心' }
    const [one, other] = [
      await story.approved('10:00', '11:00', way),
      await story.approved('10:10', '11:00', way),
    ]
    const alone = await story.assign(vehicles[1]!, drivers[1]!, [one])
    const { number } = await world.as('dispatcher').call(actions.readRequest, { requestId: other })
    expect((await found(alone.id)).get('PC-15')).toMatchObject({
      result: 'NOT_OK',
      remark: `${number} 同路有座，未合并，也未写明原因`,
    })
    await world.as('dispatcher').call(actions.addToTrip, { tripId: alone.id, requestId: other })
    expect((await results(alone.id))['PC-15']).toBe('OK')
  })

  it('[FLEET-16] finds a sealed vehicle that is sent over the holiday', async () => {
    const { vehicles, drivers } = await story.furnish()
    await world.as('dispatcher').call(actions.makeSealing, {
      title: '清明节',
      from: '2026-04-04',
      to: '2026-04-06',
    })
    // Only an emergency gets it at all, with the dispatcher's words.
    const urgent = await story.approved('04-05 10:00', '04-05 12:00', { emergency: true })
    const sent = await story.assign(vehicles[0]!, drivers[0]!, [urgent], '防汛抢险')
    expect((await found(sent.id)).get('PC-11')).toMatchObject({
      result: 'NOT_OK',
      remark: '清明节期间已封存',
    })
  })

  it('[FLEET-16] an emergency is open until it is approved afterwards; too late is not kept', async () => {
    const requests = requestStory(world)
    const urgent = requests.ride({ purpose: 'EMERGENCY', emergency: true })
    const { id } = await requests.submit('staff', urgent)
    const { id: tripId } = await requests.assign(id)
    expect(await results(tripId)).toMatchObject({ 'PC-01': 'NA', 'PC-02': null, 'PC-13': 'NA' })
    await requests.decide('manager', id)
    expect((await results(tripId))['PC-02']).toBe('OK')
  })

  it('[FLEET-16] an emergency nobody approved in time is found in the night', async () => {
    const requests = requestStory(world)
    const { id } = await requests.submit('staff', requests.ride({ purpose: 'EMERGENCY', emergency: true }))
    const { id: tripId } = await requests.assign(id)
    expect((await results(tripId))['PC-02']).toBeNull()
    world.clock.set('2026-03-04T02:00:00+08:00')
    await world.runJob('fleet.reconcile-trips')
    expect((await found(tripId)).get('PC-02')).toMatchObject({
      result: 'NOT_OK',
      remark: expect.stringContaining('未按期补批'),
    })
    await requests.decide('manager', id)
    expect((await results(tripId))['PC-02']).toBe('NOT_OK')
  })

  it('is not shown to whoever only rides, and a bureau that withdrew the standard is checked by nothing', async () => {
    const { vehicles, drivers } = await story.furnish()
    const trip = await story.assign(vehicles[0]!, drivers[1]!, [await story.approved('10:00', '12:00')])
    await world.deliver()
    const seen = await world.as('staff').call(actions.readTrip, { tripId: trip.id })
    expect(seen.dispatchCheck).toBeNull()
    const manager = world.as('manager')
    const { items } = await manager.call(standards.actions.listDocuments, { search: 'HQ/CL-003' })
    const { version } = await manager.call(standards.actions.readDocument, { documentId: items[0]!.id })
    await manager.call(standards.actions.withdrawVersion, { versionId: version!.id, reason: '重新编写' })
    world.clock.advance({ minutes: 1 })
    const later = await story.assign(vehicles[1]!, drivers[2]!, [await story.approved('10:00', '12:00')])
    expect(await results(later.id)).toEqual({})
  })
})
