import { describe, expect, it } from 'vitest'
import { approvals } from '#engines/approvals/module.ts'
import { useWorld } from '#test/harness.ts'
import { fleet } from '../../module.ts'

const { actions } = fleet
const wish = {
  class: 'EMERGENCY_SUPPORT',
  body: 'CAR',
  energy: 'PETROL',
  displacementMl: 1800,
  priceFen: 17_800_000,
  seats: 5,
  reason: '更新黄标车',
} as const

describe('buying a vehicle', () => {
  const world = useWorld()
  const keeper = () => world.as('dispatcher')
  const read = (acquisitionId: string) => keeper().call(actions.readAcquisition, { acquisitionId })
  const agree = async (role: 'manager' | 'director') => {
    const { items } = await world.as(role).call(approvals.actions.listInbox, {})
    await world.as(role).call(approvals.actions.decide, { approvalId: items[0]!.id, answer: 'APPROVE' })
  }

  it('[FLEET-03] is asked for within the caps with where they are written, decided in two steps, and becomes a vehicle', async () => {
    const { verdicts } = await keeper().call(actions.previewLimits, { ...wish, priceFen: 20_000_000 })
    expect(verdicts.map(({ ruleId, outcome }) => [ruleId, outcome])).toEqual([
      ['FLEET.PRICE_CAP', 'WARN'],
      ['FLEET.DISPLACEMENT_CAP', 'OK'],
    ])
    expect(verdicts[0]!.source.zh).toContain('党政机关公务用车管理办法')
    const { id, number } = await keeper().call(actions.askForVehicle, wish)
    expect(number).toMatch(/^GZ-/)
    expect(await read(id)).toMatchObject({ state: 'SUBMITTED', approval: { state: 'PENDING' } })
    const bought = {
      acquisitionId: id,
      plate: '粤B40001',
      purchasedOn: '2026-03-02',
      priceFen: 17_600_000,
      km: 12,
    }
    expect((await keeper().post(`/api/fleet/acquisitions/${id}/vehicle`, bought)).status).toBe(409)
    await agree('manager')
    expect((await read(id)).state).toBe('SUBMITTED')
    await agree('director')
    expect((await read(id)).state).toBe('APPROVED')
    const dearer = await keeper().post(`/api/fleet/acquisitions/${id}/vehicle`, {
      ...bought,
      priceFen: 18_000_000,
    })
    expect(dearer.body.code).toBe('fleet.dearer_than_approved')
    const { id: vehicleId } = await keeper().call(actions.registerBought, bought)
    expect(await read(id)).toMatchObject({
      state: 'REGISTERED',
      vehicle: { id: vehicleId, plate: '粤B40001' },
    })
    const vehicle = await keeper().call(actions.readVehicle, { vehicleId })
    expect(vehicle.verdicts!.map(({ outcome }) => outcome)).toEqual(['OK', 'OK'])
    expect((await world.other.as('dispatcher').get(`/api/fleet/acquisitions/${id}`)).status).toBe(404)
  })

  it('[FLEET-03] [FLEET-04] price and displacement over the caps are said of a vehicle at entry and at a change, with the source', async () => {
    const { id: vehicleId } = await keeper().call(actions.registerVehicle, {
      plate: '粤B40002',
      class: 'CONFIDENTIAL_COMM',
      body: 'CAR',
      energy: 'PETROL',
      displacementMl: 1800,
      priceFen: 11_800_000,
      purchasedOn: '2025-05-20',
      seats: 5,
      km: 0,
    })
    const said = async () => {
      const { verdicts } = await keeper().call(actions.readVehicle, { vehicleId })
      return verdicts!.map(({ ruleId, outcome, mark }) => [ruleId, outcome, mark])
    }
    expect(await said()).toEqual([
      ['FLEET.PRICE_CAP', 'OK', 'B'],
      ['FLEET.DISPLACEMENT_CAP', 'WARN', 'B'],
    ])
    await keeper().call(actions.changeVehicle, { vehicleId, displacementMl: 1600, priceFen: 13_000_000 })
    expect((await said()).slice(0, 2)).toEqual([
      ['FLEET.PRICE_CAP', 'WARN', 'B'],
      ['FLEET.DISPLACEMENT_CAP', 'OK', 'B'],
    ])
    await world
      .as('manager')
      .call(actions.retireVehicle, { vehicleId, retiredOn: '2026-03-01', reason: '调拨' })
    // Nine months old: the eight years only inform.
    expect((await said())[0]).toEqual(['FLEET.MIN_LIFE_YEARS', 'INFO', 'C'])
  })
})
