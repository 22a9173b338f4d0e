import { describe, expect, it } from 'vitest'
import { standards } from '#engines/standards/module.ts'
import { useWorld } from '#test/harness.ts'
import { fleet } from '../../module.ts'
import type { RecordKind } from '../../register-words.ts'
import { furnishFleet } from '../furnish-fleet.ts'
import { answersTo } from './upkeep-story.ts'

const { actions } = fleet

describe('the upkeep standard', () => {
  const world = useWorld()
  const keeper = () => world.as('dispatcher')
  const furnish = async () => (await world.ctx('system', (ctx) => furnishFleet(ctx, null))).vehicles[0]!
  const linesOf = async (kind: RecordKind) => (await keeper().call(actions.listUpkeepLines, { kind })).lines
  const record = (vehicleId: string, more: object) =>
    keeper().post(`/api/fleet/vehicles/${vehicleId}/maintenance`, {
      kind: 'UPKEEP',
      onDay: '2026-03-01',
      what: '换机油',
      ...more,
    })
  async function rateOf(code: string) {
    const { items } = await world
      .as('manager')
      .call(standards.actions.listClauses, { search: code, from: '2026-03-01', to: '2026-03-31' })
    return items.find((one) => one.code === code)!.conformity
  }
  const recordsOf = async (vehicleId: string) =>
    (await keeper().call(actions.readVehicle, { vehicleId })).records!

  it('[FLEET-16] is filled with each record: what is mandatory must be answered, and refused lines leave nothing behind', async () => {
    const vehicleId = await furnish()
    const lines = await linesOf('UPKEEP')
    const whole = answersTo(lines)
    const without = await record(vehicleId, {})
    expect([without.status, without.body.code]).toEqual([422, 'fleet.check_lines_missing'])
    expect(without.body.lines).toHaveLength(lines.length)
    const short = await record(vehicleId, { answers: whole.slice(1) })
    expect([short.status, short.body.lines]).toEqual([422, [lines[0]!.id]])
    expect(short.body.detail).toContain('在定点维修厂承修')
    const pads = lines.find(({ clauseCode, limit }) => clauseCode === 'WB-06' && limit !== null)!
    const worn = (result: 'OK' | 'NOT_OK') =>
      whole.map((one) => (one.lineId === pads.id ? { ...one, result, reading: 2 } : one))
    expect((await record(vehicleId, { answers: worn('OK') })).body.code).toBe('standards.limit_broken')
    const other = (await linesOf('INSPECTION')).find(({ clauseCode }) => clauseCode === 'WB-08')!
    const stray = [...whole, { lineId: other.id, result: 'OK' }]
    expect((await record(vehicleId, { answers: stray })).body.code).toBe('standards.unknown_line')
    expect(await recordsOf(vehicleId)).toEqual([])
    expect(await rateOf('WB-06')).toEqual({ base: 0, ok: 0, rate: null })

    const { status, body } = await record(vehicleId, { answers: worn('NOT_OK') })
    expect(status).toBe(200)
    const [kept] = await recordsOf(vehicleId)
    expect(kept).toMatchObject({ id: body.id, check: { base: lines.length, ok: lines.length - 1 } })
    expect(await rateOf('WB-06')).toEqual({ base: 2, ok: 1, rate: 50 })
    const check = await keeper().call(actions.readUpkeepCheck, { vehicleId, recordId: body.id })
    expect(check.lines.find(({ line }) => line.id === pads.id)).toMatchObject({
      result: 'NOT_OK',
      reading: 2,
      by: '周明',
    })
    expect(check.score).toMatchObject({ notOk: 1, missing: 0 })
  })

  it('[FLEET-16] a voided record takes its checklist out of the figures, once; what was found stays to be read', async () => {
    const vehicleId = await furnish()
    const { body } = await record(vehicleId, { answers: answersTo(await linesOf('UPKEEP')) })
    const voiding = { vehicleId, recordId: body.id, reason: '登记错车' }
    expect(await rateOf('WB-07')).toEqual({ base: 1, ok: 1, rate: 100 })
    const before = await keeper().call(actions.readUpkeepCheck, voiding)
    await keeper().call(actions.voidMaintenance, voiding)
    expect(await rateOf('WB-07')).toEqual({ base: 0, ok: 0, rate: null })
    const documents = await world
      .as('manager')
      .call(standards.actions.listDocuments, { search: 'HQ/CL-002', from: '2026-03-01', to: '2026-03-31' })
    expect(documents.items[0]!.conformity.base).toBe(0)
    expect((await recordsOf(vehicleId))[0]).toMatchObject({ check: null, voidReason: '登记错车' })
    expect(await keeper().call(actions.readUpkeepCheck, voiding)).toEqual(before)
    const again = await keeper().post(
      `/api/fleet/vehicles/${vehicleId}/maintenance/${body.id}/voiding`,
      voiding,
    )
    expect(again.status).toBe(409)
  })

  it('[FLEET-16] wants a photo of old parts after a repair, and shows it to whoever sees the book', async () => {
    const vehicleId = await furnish()
    const lines = await linesOf('REPAIR')
    const parts = lines.find(({ needsPhoto }) => needsPhoto)!
    const bare = answersTo(lines).map((one) =>
      one.lineId === parts.id ? { ...one, result: 'OK' as const } : one,
    )
    const repair = { kind: 'REPAIR', what: '换刹车片' }
    expect((await record(vehicleId, { ...repair, answers: bare })).body.code).toBe('standards.photo_needed')
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    )
    const photo = await keeper().upload('/api/files', 'old-part.png', png)
    const answers = bare.map((one) =>
      one.lineId === parts.id ? { ...one, photoId: photo.body.id as string } : one,
    )
    const { body } = await record(vehicleId, { ...repair, answers })
    const check = await keeper().call(actions.readUpkeepCheck, { vehicleId, recordId: body.id })
    expect(check.lines.find(({ line }) => line.id === parts.id)!.photoId).toBe(photo.body.id)
    expect((await world.as('manager').get(`/api/files/${photo.body.id}`)).status).toBe(200)
    expect((await world.as('worker').get(`/api/files/${photo.body.id}`)).status).not.toBe(200)
    const seen = await world
      .as('worker')
      .get(`/api/fleet/vehicles/${vehicleId}/maintenance/${body.id}/checklist`)
    expect(seen.status).toBe(404)
  })

  it('[FLEET-16] keeps the version a record was filled by, whatever is issued later', async () => {
    const vehicleId = await furnish()
    const lines = await linesOf('RETEST')
    const manager = world.as('manager')
    const inspection = answersTo(await linesOf('INSPECTION'))
    const failed = await record(vehicleId, { kind: 'INSPECTION', passed: false, answers: inspection })
    const { body } = await record(vehicleId, {
      kind: 'RETEST',
      passed: true,
      followsId: failed.body.id,
      answers: answersTo(lines),
    })
    const { items } = await manager.call(standards.actions.listDocuments, { search: 'HQ/CL-002' })
    const documentId = items[0]!.id
    const { clauses } = await manager.call(standards.actions.readDocument, { documentId })
    const { id: versionId } = await manager.call(standards.actions.draftVersion, {
      documentId,
      source: '本中心修订',
      clauses: clauses.map(({ code, title, body, lines: asked }) => ({
        code,
        title: title.zh,
        body: body.zh,
        lines: asked.map(({ text, mandatory, needsPhoto, allowsNa, limit }) => ({
          text: text.zh,
          mandatory,
          needsPhoto,
          allowsNa,
          limit,
        })),
      })),
    })
    world.clock.advance({ minutes: 1 })
    await manager.call(standards.actions.issueVersion, { versionId })
    const now = await linesOf('RETEST')
    expect(now.map(({ id }) => id)).not.toEqual(lines.map(({ id }) => id))
    const check = await keeper().call(actions.readUpkeepCheck, { vehicleId, recordId: body.id })
    expect(check.lines.map(({ line }) => line.versionId)).toEqual(lines.map((line) => line.versionId))
    const old = await record(vehicleId, { answers: answersTo(lines) })
    expect(old.body.code).toBe('standards.unknown_line')
  })
})
