import { describe, expect, it } from 'vitest'
import type { MetricScope } from '#kernel/server-module.ts'
import { useWorld } from '#test/harness.ts'
import { directory } from '../module.ts'
import { metrics } from './metrics.ts'

const ids = Object.keys(metrics) as (keyof typeof metrics)[]
const year = { from: '2025-01-01', to: '2025-12-31' }

describe('figures of the directory', () => {
  const world = useWorld()
  const figures = (scope: MetricScope) =>
    world.ctx('system', async (ctx) => {
      const values: Partial<Record<(typeof ids)[number], number | null>> = {}
      for (const id of ids) {
        const value = await metrics[id].value(ctx, scope)
        let sum = 0
        let after: string | null = null
        for (;;) {
          const rows = await metrics[id].records(ctx, scope, { after, limit: 2 })
          for (const row of rows) sum += row.value
          if (rows.length < 2) break
          after = rows[1]!.id
        }
        expect(sum, id).toBe(value)
        values[id] = value
      }
      return values
    })
  const admin = () => world.as('admin')
  const { createSite, closeSite, createRoom, listUnits, createPerson, transferPerson, leavePerson } =
    directory.actions

  it('count what is there at the end of the period, and add up to the last row', async () => {
    const before = await figures(year)
    const site = await admin().call(createSite, {
      code: 'X1',
      name: '新楼',
      kind: '办公楼',
      floorAreaM2: 100.25,
      openedOn: '2025-06-01',
    })
    expect(await figures(year)).toEqual({
      ...before,
      'sites.count': before['sites.count']! + 1,
      'sites.floor-area.sum': before['sites.floor-area.sum']! + 100.25,
    })
    expect(await figures({ from: '2024-01-01', to: '2024-12-31' })).toEqual(before)
    await admin().call(closeSite, { siteId: site.id, day: '2025-12-31', reason: '拆除' })
    expect(await figures(year)).toEqual(before)
  })

  it('count people where they belonged then', async () => {
    const { items: units } = await admin().call(listUnits, {})
    const [one, two] = units as [(typeof units)[number], (typeof units)[number]]
    const before = [await figures({ ...year, unitId: one.id }), await figures({ ...year, unitId: two.id })]
    const { id: personId } = await admin().call(createPerson, {
      staffNo: 'T1',
      name: '王一',
      unitId: one.id,
      identityKind: 'CIVIL_SERVANT',
      joinedOn: '2025-02-01',
    })
    await admin().call(transferPerson, { personId, unitId: two.id, fromDay: '2026-01-01' })
    const after = [await figures({ ...year, unitId: one.id }), await figures({ ...year, unitId: two.id })]
    expect(after.map((row) => row['people.count'])).toEqual([
      before[0]!['people.count']! + 1,
      before[1]!['people.count'],
    ])
    await admin().call(leavePerson, { personId, day: '2026-01-04', reason: '调出' })
    const later = { from: '2026-01-01', to: '2026-01-31', unitId: two.id }
    expect((await figures(later))['people.count']).toBe(before[1]!['people.count'])
  })

  it('narrow to a unit and to a site by the rooms in use', async () => {
    const { items: units } = await admin().call(listUnits, { kind: 'client' })
    const unitId = units[0]!.id
    expect((await figures({ ...year, unitId }))['units.count']).toBe(1)
    const site = await admin().call(createSite, { code: 'X1', name: '新楼', kind: '办公楼', floorAreaM2: 80 })
    await admin().call(createRoom, {
      siteId: site.id,
      code: 'X1-1',
      name: '101室',
      floor: '1楼',
      kind: 'office',
      unitId,
    })
    expect(await figures({ ...year, siteId: site.id })).toEqual({
      'sites.count': 1,
      'sites.floor-area.sum': 80,
      'people.count': 0,
      'units.count': 1,
    })
    expect((await figures({ ...year, unitId }))['sites.floor-area.sum']).toBe(80)
  })
})
