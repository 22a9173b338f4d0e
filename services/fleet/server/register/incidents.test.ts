import { describe, expect, it } from 'vitest'
import type { InputOf } from '#kernel/contract/action.ts'
import { allRoles } from '#kernel/contract/roles.ts'
import { useWorld } from '#test/harness.ts'
import { fleet } from '../../module.ts'
import { furnishFleet } from '../furnish-fleet.ts'

const { actions } = fleet
type Filters = InputOf<typeof actions.listIncidents>

describe('accidents and violations of all vehicles', () => {
  const world = useWorld()
  const keeper = () => world.as('dispatcher')
  const settle = (id: string, role: 'dispatcher' | 'manager' = 'dispatcher', blame = 'PART') =>
    world.as(role).post(`/api/fleet/accidents/${id}/blame`, { blame, ground: '认定书 2026-18 号' })
  const whats = async (filters: Filters = {}) =>
    (await world.as('auditor').call(actions.listIncidents, filters)).items.map(({ what }) => what)

  /** Two vehicles: an accident whose blame is open and a violation of the first, one of each of the second. */
  async function furnish() {
    const { vehicles, drivers } = await world.ctx('system', (ctx) => furnishFleet(ctx, null))
    const accident = (vehicleId: string, day: string, more: object = {}) =>
      keeper().call(actions.recordAccident, {
        vehicleId,
        driverId: drivers[0]!,
        at: `2026-02-${day}T10:00:00+08:00`,
        place: '滨河大道',
        what: `剐蹭${day}`,
        damageFen: 50_000,
        ...more,
      })
    const violation = (vehicleId: string, day: string, fineFen: number) =>
      keeper().call(actions.recordViolation, {
        vehicleId,
        noticeNo: `WZ${day}`,
        at: `2026-02-${day}T10:00:00+08:00`,
        place: '新湖路口',
        what: `违停${day}`,
        fineFen,
        points: 3,
      })
    const [first, second] = vehicles as [string, string]
    const open = await accident(first, '10')
    const paid = await violation(first, '11', 20_000)
    const settled = await accident(second, '12', { blame: 'NONE' })
    await violation(second, '13', 10_000)
    await keeper().call(actions.settleViolation, { violationId: paid.id, settledOn: '2026-02-20' })
    return { first, second, driver: drivers[0]!, open, settled }
  }

  it('[FLEET-09] are one list: filtered, sorted, paged, taken along as it is filtered', async () => {
    const { first, driver, settled } = await furnish()
    expect(await whats()).toEqual(['违停13', '剐蹭12', '违停11', '剐蹭10'])
    expect(await whats({ kind: 'ACCIDENT', sort: 'at' })).toEqual(['剐蹭10', '剐蹭12'])
    expect(await whats({ vehicleId: first })).toEqual(['违停11', '剐蹭10'])
    expect(await whats({ driverId: driver })).toEqual(['剐蹭12', '剐蹭10'])
    expect(await whats({ state: 'OPEN' })).toEqual(['违停13', '剐蹭10'])
    expect(await whats({ state: 'DONE' })).toEqual(['剐蹭12', '违停11'])
    expect(await whats({ from: '2026-02-11', to: '2026-02-12', search: '剐蹭' })).toEqual(['剐蹭12'])
    expect((await whats({ sort: '-cost' })).slice(2)).toEqual(['违停11', '违停13'])
    // Not settled yet: it falls due on no day, least of all on the one it happened on.
    const { items: due } = await keeper().call(actions.listDue, { kind: ['VIOLATION'] })
    expect(due.map(({ title, due, light }) => [title, due, light])).toEqual([['违停13', null, 'SOON']])
    await keeper().call(actions.voidAccident, { accidentId: settled.id, reason: '重复登记' })
    expect(await whats({ state: 'VOIDED' })).toEqual(['剐蹭12'])
    const pages: string[] = []
    let cursor: string | undefined
    do {
      const page = await keeper().call(actions.listIncidents, { limit: 3, ...(cursor ? { cursor } : {}) })
      pages.push(...page.items.map(({ what }) => what))
      cursor = page.next ?? undefined
    } while (cursor)
    expect(pages).toEqual(['违停13', '剐蹭12', '违停11', '剐蹭10'])
    const sheet = await world.as('auditor').get('/api/fleet/incidents/export?format=csv&kind=VIOLATION')
    const lines = sheet.bytes.toString('utf8').trim().split('\r\n')
    expect([lines.length, lines[1]]).toEqual([3, expect.stringContaining('违停13')])
    expect((await world.other.as('manager').call(actions.listIncidents, {})).items).toEqual([])
  })

  it('[FLEET-09] an accident’s blame is settled later, once, with who, when and on what ground', async () => {
    const { first, open, settled } = await furnish()
    for (const role of allRoles.filter((one) => !['dispatcher', 'manager', 'admin'].includes(one)))
      expect(
        (await world.as(role).post(`/api/fleet/accidents/${open.id}/blame`, { blame: 'FULL', ground: 'x' }))
          .status,
        role,
      ).toBe(403)
    expect((await settle(open.id, 'dispatcher', 'OPEN')).status).toBe(400)
    world.clock.set('2026-03-03T09:00:00+08:00')
    expect((await settle(open.id)).status).toBe(200)
    const twice = await settle(open.id, 'manager', 'FULL')
    expect([twice.status, twice.body.code]).toEqual([409, 'fleet.blame_settled_before'])
    expect((await settle(settled.id)).body.code).toBe('fleet.blame_settled_before')
    const { accidents, history } = await keeper().call(actions.readVehicle, { vehicleId: first })
    expect(accidents).toMatchObject([
      {
        blame: 'PART',
        settled: { at: '2026-03-03T01:00:00.000Z', by: '周明', ground: '认定书 2026-18 号' },
      },
    ])
    expect(history!.find(({ title }) => title.zh === '认定事故责任')).toMatchObject({
      actorName: '周明',
      reason: '认定书 2026-18 号',
    })
    expect(await whats({ state: 'OPEN' })).toEqual(['违停13'])
    await keeper().call(actions.voidAccident, { accidentId: settled.id, reason: '重复登记' })
    expect((await settle(settled.id)).body.code).toBe('fleet.voided_before')
    const foreign = await world.other.as('manager').post(`/api/fleet/accidents/${open.id}/blame`, {
      blame: 'FULL',
      ground: 'x',
    })
    expect(foreign.status).toBe(404)
  })
})

describe('two who settle a blame at once', () => {
  const world = useWorld({ committing: true })

  it('[FLEET-09] one settles it', async () => {
    const { vehicles } = await world.ctx('system', (ctx) => furnishFleet(ctx, null))
    const { id } = await world.as('dispatcher').call(actions.recordAccident, {
      vehicleId: vehicles[0]!,
      at: '2026-02-10T10:00:00+08:00',
      place: '滨河大道',
      what: '剐蹭',
    })
    const answers = await Promise.all(
      (['NONE', 'FULL'] as const).map((blame) =>
        world.as('manager').post(`/api/fleet/accidents/${id}/blame`, { blame, ground: blame }),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const { accidents } = await world.as('manager').call(actions.readVehicle, { vehicleId: vehicles[0]! })
    expect(accidents![0]).toMatchObject({ settled: { ground: answers[0]!.status === 200 ? 'NONE' : 'FULL' } })
  })
})
