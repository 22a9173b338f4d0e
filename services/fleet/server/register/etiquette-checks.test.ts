import { describe, expect, it } from 'vitest'
import { standards } from '#engines/standards/module.ts'
import { useWorld } from '#test/harness.ts'
import { fleet } from '../../module.ts'
import { furnishFleet } from '../furnish-fleet.ts'
import { answersTo } from './upkeep-story.ts'

const { actions } = fleet

describe('checks of manners', () => {
  const world = useWorld()
  const head = () => world.as('manager')
  const furnish = async () => {
    const personId = await world.ctx('worker', async ({ actor }) => actor.personId)
    return (await world.ctx('system', (ctx) => furnishFleet(ctx, personId))).drivers
  }
  const listOf = (driverId: string) => head().call(actions.listEtiquetteChecks, { driverId })
  async function factOf(driverId: string, month = '2026-03') {
    const { facts, score } = await head().call(actions.readAssessment, { driverId, month })
    return { fact: facts.find(({ key }) => key === 'manners'), score }
  }
  async function rateOf(code: string) {
    const { items } = await head().call(standards.actions.listClauses, {
      search: code,
      from: '2026-03-01',
      to: '2026-03-31',
    })
    return items.find((one) => one.code === code)!.conformity
  }

  it('[FLEET-05] [FLEET-16] the section head checks a driver line by line; it counts in the month and by clause', async () => {
    const [driverId] = await furnish()
    const { lines, can } = await listOf(driverId!)
    expect([lines.length, can.record]).toEqual([10, true])
    const whole = answersTo(lines)
    const path = `/api/fleet/drivers/${driverId}/etiquette-checks`
    const short = await head().post(path, { answers: whole.slice(1) })
    expect([short.status, short.body.code]).toEqual([422, 'fleet.check_lines_missing'])
    const tomorrow = await head().post(path, { answers: whole, at: '2026-03-03T09:00:00+08:00' })
    expect([tomorrow.status, tomorrow.body.code]).toEqual([422, 'fleet.in_future'])
    expect((await listOf(driverId!)).items).toEqual([])
    expect((await factOf(driverId!)).fact).toBeUndefined()

    const answers = whole.map((one, place) =>
      place === 0 ? { ...one, result: 'NOT_OK' as const, remark: '穿拖鞋' } : one,
    )
    const { id, score } = await head().call(actions.recordEtiquetteCheck, { driverId: driverId!, answers })
    expect(score).toMatchObject({ base: 10, ok: 9 })
    expect((await listOf(driverId!)).items).toMatchObject([{ id, by: '吴建国', check: { base: 10, ok: 9 } }])
    const month = await factOf(driverId!)
    expect(month.fact).toMatchObject({ value: 90, points: 90, rows: [{ id }] })
    expect(await rateOf('LY-01')).toEqual({ base: 1, ok: 0, rate: 0 })
    expect(await rateOf('LY-02')).toEqual({ base: 2, ok: 2, rate: 100 })
    const read = await world
      .as('worker')
      .call(actions.readEtiquetteCheck, { driverId: driverId!, checkId: id })
    expect(read.lines[0]).toMatchObject({ result: 'NOT_OK', remark: '穿拖鞋' })
  })

  it('[FLEET-16] voided it leaves assessment and figures, and a driver sees nobody else’s', async () => {
    const [driverId, other] = await furnish()
    const { lines } = await listOf(driverId!)
    const { id } = await head().call(actions.recordEtiquetteCheck, {
      driverId: driverId!,
      answers: answersTo(lines),
    })
    const theirs = await head().call(actions.recordEtiquetteCheck, {
      driverId: other!,
      answers: answersTo(lines),
    })
    const voiding = { driverId: driverId!, checkId: id, reason: '查错了人' }
    await head().call(actions.voidEtiquetteCheck, voiding)
    expect((await factOf(driverId!)).fact).toBeUndefined()
    expect(await rateOf('LY-01')).toEqual({ base: 1, ok: 1, rate: 100 })
    const path = `/api/fleet/drivers/${driverId}/etiquette-checks/${id}`
    expect((await head().post(`${path}/voiding`, voiding)).body.code).toBe('fleet.voided_before')
    const worker = world.as('worker')
    expect((await worker.call(actions.listEtiquetteChecks, { driverId: driverId! })).lines).toEqual([])
    expect((await worker.get(`/api/fleet/drivers/${other}/etiquette-checks`)).status).toBe(404)
    expect((await worker.get(`/api/fleet/drivers/${driverId}/etiquette-checks/${theirs.id}`)).status).toBe(
      404,
    )
    expect((await worker.post(`${path}/voiding`, voiding)).status).toBe(403)
    await head().call(actions.releaseDriver, { driverId: other!, leftOn: '2026-03-02', reason: '退休' })
    const gone = await head().post(`/api/fleet/drivers/${other}/etiquette-checks`, {
      answers: answersTo(lines),
    })
    expect([gone.status, gone.body.code]).toEqual([409, 'fleet.driver_has_left'])
  })
})
