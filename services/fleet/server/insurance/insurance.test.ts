import { describe, expect, it } from 'vitest'
import { useWorld } from '#test/harness.ts'
import { fleet } from '../../module.ts'
import { furnishFleet } from '../furnish-fleet.ts'

const { actions } = fleet
const until = '2026-03-09T17:00:00+08:00'

describe('buying insurance', () => {
  const world = useWorld()
  const keeper = () => world.as('dispatcher')

  /** Four insurers are invited. @returns the round and their links' codes */
  async function invite() {
    const { vehicles } = await world.ctx('system', (ctx) => furnishFleet(ctx, null))
    const insurerIds = []
    for (const name of ['平安', '人保', '太保', '国寿']) {
      const period = { fromDay: '2025-01-01', toDay: '2027-12-31' }
      insurerIds.push((await keeper().call(actions.addInsurer, { name, ...period })).id)
    }
    const wish = {
      title: '2026 年车辆保险',
      terms: '交强险、商业险',
      quotesUntil: until,
      vehicleIds: vehicles,
      insurerIds,
    }
    const { id: roundId } = await keeper().call(actions.inviteInsurers, wish)
    const { invitations } = await keeper().call(actions.readRound, { roundId })
    const codes = new Map(invitations.map(({ insurer, link }) => [insurer, link!.split('/').at(-1)!]))
    return { roundId, codes, wish }
  }
  const quote = (code: string, amountFen: number) =>
    world.nobody.post(`/api/public/insurance-quotes/${code}`, { amountFen, signedBy: '王经理' })

  it('[FLEET-13] [FLEET-14] quotes stay sealed in the database until the witnessed opening; then the lowest wins by itself', async () => {
    const { roundId, codes } = await invite()
    const asked = await world.nobody.get(`/api/public/insurance-quotes/${codes.get('平安')}`)
    expect(asked.body).toMatchObject({
      insurer: '平安',
      open: true,
      plates: expect.arrayContaining(['粤B10001']),
    })
    expect((await quote(codes.get('平安')!, 30_000_00)).status).toBe(200)
    await quote(codes.get('人保')!, 28_000_00)
    await quote(codes.get('太保')!, 29_000_00)
    await quote(codes.get('平安')!, 27_500_00)
    const sealed = await world.as('manager').call(actions.readRound, { roundId })
    expect(sealed.quoted).toBe(3)
    expect(sealed.invitations.map(({ amountFen, signedBy }) => [amountFen, signedBy])).toEqual(
      Array(4).fill([null, null]),
    )
    // Whatever the application asks: the rows are not there for it.
    const count = () =>
      world.ctx('system', (ctx) => ctx.db.selectFrom('fleet.sealed_quote').select('amount_fen').execute())
    expect(await count()).toEqual([])
    const told = await world.ctx('system', (ctx) =>
      ctx.db.selectFrom('kernel.event').select('after').where('type', '=', 'fleet.quote_sealed').execute(),
    )
    expect(JSON.stringify(told)).not.toMatch(/2750000|2800000/)
    const open = (role: 'manager' | 'dispatcher', witness: string) =>
      world.as(role).post(`/api/fleet/insurance-rounds/${roundId}/opening`, { witness })
    expect((await open('dispatcher', '何静')).status).toBe(403)
    expect((await open('manager', '何静')).body.code).toBe('fleet.opened_too_early')
    world.clock.set('2026-03-09T17:01:00+08:00')
    expect((await quote(codes.get('国寿')!, 1_00)).body.code).toBe('fleet.quotes_over')
    expect((await open('manager', '吴建国')).body.code).toBe('fleet.witness_is_opener')
    expect((await open('manager', '何静')).status).toBe(200)
    expect((await open('manager', '何静')).status).toBe(409)
    const opened = await world.as('auditor').call(actions.readRound, { roundId })
    expect(opened).toMatchObject({ state: 'OPENED', winner: '平安', openedBy: '吴建国', witness: '何静' })
    expect(opened.invitations.map(({ insurer, amountFen }) => [insurer, amountFen])).toEqual([
      ['平安', 27_500_00],
      ['人保', 28_000_00],
      ['太保', 29_000_00],
      ['国寿', null],
    ])
    expect(await count()).toHaveLength(4)
    expect((await world.other.as('manager').get(`/api/fleet/insurance-rounds/${roundId}`)).status).toBe(404)
  })

  it('[FLEET-14] fails with too few quotes, and invites only who is pre-selected', async () => {
    const { roundId, codes, wish } = await invite()
    await quote(codes.get('平安')!, 30_000_00)
    world.clock.set('2026-03-09T17:01:00+08:00')
    await world.as('manager').call(actions.openRound, { roundId, witness: '何静' })
    expect(await keeper().call(actions.readRound, { roundId })).toMatchObject({
      state: 'FAILED',
      winner: null,
    })
    const past = { name: '旧保险', fromDay: '2013-01-01', toDay: '2015-12-31' }
    const { id } = await keeper().call(actions.addInsurer, past)
    const refused = await keeper().post('/api/fleet/insurance-rounds', {
      ...wish,
      quotesUntil: '2026-04-01T17:00:00+08:00',
      insurerIds: [...wish.insurerIds.slice(0, 2), id],
    })
    expect([refused.status, refused.body.code]).toEqual([422, 'fleet.insurer_not_selected'])
    expect(refused.body.detail).toContain('旧保险')
    expect((await world.nobody.get('/api/public/insurance-quotes/AAAAAAAAAAAAAAAAAAAAAAAAAA')).status).toBe(
      404,
    )
  })
})
