import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { metrics } from '#engines/metrics/module.ts'
import { valueOfRecords } from '#engines/metrics/value-of-records.ts'
import { useWorld } from '#test/harness.ts'
import { entityCodes } from '../../exchange-entities.ts'
import { fleet } from '../../module.ts'
import { fillDemo } from '../demo.ts'

const { actions } = fleet

describe('a year and a half of vehicles, read back', () => {
  const world = useWorld()

  it('[FLEET-08] [FLEET-15] [EVAL-10] accounts, units, supervision, exchange and figures agree with each other', async () => {
    await world.ctx('system', async (ctx) => {
      await fillDemo(ctx)
      // A year was written at once; the planner is to know.
      await sql`select kernel.refresh_statistics(array['fleet.trip', 'fleet.trip_request', 'fleet.trip_cost', 'fleet.request',
        'fleet.odometer_reading', 'fleet.vehicle', 'fleet.driver']::regclass[])`.execute(ctx.db)
    })
    const [manager, auditor, director] = [world.as('manager'), world.as('auditor'), world.as('director')]
    const month = await manager.call(actions.listAccounts, { month: '2026-01' })
    expect(month.items.length).toBeGreaterThan(38)
    for (const line of month.items)
      expect(line.totalFen, line.plate).toBe(
        line.fuelFen +
          line.chargingFen +
          line.tollFen +
          line.parkingFen +
          line.otherFen +
          line.upkeepFen +
          line.insuranceFen,
      )
    expect(month.total.totalFen).toBe(month.items.reduce((sum, { totalFen }) => sum + totalFen, 0))
    // The thirsty one stands out, by about what it was made to; hardly another does.
    const thirsty = month.items.filter(({ deviations }) => deviations.some(({ code }) => code === 'FUEL'))
    expect(thirsty.length).toBeGreaterThan(0)
    expect(thirsty.length).toBeLessThan(6)
    const year = await manager.call(actions.readVehicleAccount, {
      vehicleId: thirsty[0]!.vehicleId,
      year: 2025,
    })
    expect(year.months).toHaveLength(12)
    expect(year.total.km).toBe(year.months.reduce((sum, { km }) => sum + km, 0))

    // Units together make the fleet: the same kilometres, the same fen on the trips.
    const span = { from: '2025-03', to: '2025-12' }
    const use = await manager.call(actions.readUnitUse, span)
    const { value: km } = await director.call(metrics.actions.readMetric, {
      metricId: 'trips.distance-km.sum',
      from: '2025-03-01',
      to: '2025-12-31',
    })
    expect(use.items.reduce((sum, one) => sum + one.km, 0)).toBe(km)
    const { items: own } = await world.as('liaison').call(actions.readUnitUse, span)
    expect(own.length).toBeLessThanOrEqual(1)
    expect(own.every(({ unit }) => unit?.name === '财政局')).toBe(true)

    const days = { from: '2025-02-01', to: '2026-03-02' }
    const { items: checks } = await auditor.call(actions.listChecks, days)
    const found = new Map(checks.map(({ code, count }) => [code, count]))
    expect(checks.length).toBe(9)
    for (const code of [
      'red-trips',
      'without-request',
      'approved-afterwards',
      'unexplained-km',
      'without-receipt',
      'fuel-outliers',
    ])
      expect(found.get(code), code).toBeGreaterThan(0)
    for (const { code, count } of checks) {
      const rows = []
      for (let cursor: string | undefined; ; ) {
        const page = await auditor.call(actions.listCheckRows, {
          code,
          ...days,
          cursor,
          limit: code === 'red-trips' ? 3 : 200,
        })
        rows.push(...page.items)
        if (!page.next) break
        cursor = page.next
      }
      expect(rows.length, code).toBe(count)
      expect(new Set(rows.map(({ id }) => id)).size, code).toBe(count)
      const tripId = rows.find((row) => row.tripId)?.tripId
      if (!tripId) continue
      const chain = await auditor.call(actions.readCase, { tripId })
      expect(chain.steps.map(({ at }) => at)).toEqual([...chain.steps.map(({ at }) => at)].sort())
      expect(chain.steps.filter(({ kind }) => kind === 'READING').length).toBeGreaterThan(0)
    }

    for (const entity of entityCodes) {
      const answer = await manager.call(actions.readExchange, {
        entity,
        from: '2025-06-01',
        to: '2026-03-02',
      })
      expect(answer.invalid, entity).toEqual([])
    }
    const { items: trips } = await manager.call(actions.readExchange, {
      entity: 'dispatch',
      from: '2025-06-01',
      to: '2025-08-31',
    })
    expect(trips.length).toBeGreaterThan(100)

    for (const metricId of [
      'vehicles.cost.sum',
      'fleet.fuel-per-100km.litres',
      'fleet.km-per-vehicle.mean',
      'fleet.safety-meetings.count',
      'fleet.days-without-injury.count',
    ]) {
      const asked = { metricId, from: '2025-03-01', to: '2025-12-31' }
      const { value } = await director.call(metrics.actions.readMetric, asked)
      const values: number[] = []
      for (let cursor: string | undefined; ; ) {
        const page = await director.call(metrics.actions.listRecords, { ...asked, limit: 200, cursor })
        values.push(...page.items.map((row) => row.value))
        if (page.next === null) break
        cursor = page.next
      }
      const made = valueOfRecords(metricId.endsWith('.mean') ? 'mean' : 'sum', values)
      if (value !== null) expect(made, metricId).toBeCloseTo(value, 9)
    }
  })
})
