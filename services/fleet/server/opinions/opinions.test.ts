import { randomUUID } from 'node:crypto'
import { unzipSync } from 'fflate'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { standards } from '#engines/standards/module.ts'
import type { InputOf } from '#kernel/contract/action.ts'
import { allRoles, type Role } from '#kernel/contract/roles.ts'
import { privacy } from '#platform/privacy/module.ts'
import { useWorld } from '#test/harness.ts'
import { fleet } from '../../module.ts'
import { requestStory } from '../requests/test-story.ts'

const { actions } = fleet
type Said = InputOf<typeof actions.giveOpinion>
const said = (more: Partial<Said> = {}): Said => ({
  kind: 'PROPOSAL',
  topic: 'REFORM',
  words: '车改后保留的车辆建议错峰共用。',
  ...more,
})

describe('opinions on official vehicles', () => {
  const world = useWorld()
  const story = requestStory(world)
  const give = (role: Role, more: Partial<Said> = {}) => world.as(role).call(actions.giveOpinion, said(more))
  const read = (role: Role, opinionId: string) => world.as(role).call(actions.readOpinion, { opinionId })
  const list = async (role: Role, filters: InputOf<typeof actions.listOpinions> = {}) =>
    (await world.as(role).call(actions.listOpinions, filters)).items
  const answer = (role: Role, id: string, words = '已列入下月安排。') =>
    world.as(role).post(`/api/fleet/opinions/${id}/answer`, { answer: words })
  const adopt = (role: Role, id: string, more: object = {}) =>
    world.as(role).post(`/api/fleet/opinions/${id}/adoption`, { changed: '两个单位共用一辆。', ...more })
  const newsOf = async (role: Role) => {
    await world.deliver()
    const { body } = await world.as(role).get('/api/notifications')
    return (body.items as { title: { zh: string } }[]).map(({ title }) => title.zh)
  }
  const figure = async (id: string) => {
    const path = `/api/metrics/${id}`
    const days = '?from=2026-03-01&to=2026-03-31'
    const { body } = await world.as('director').get(`${path}${days}`)
    const { body: behind } = await world.as('director').get(`${path}/records${days}`)
    return { value: body.value as number | null, rows: (behind.items as { value: number }[]) ?? [] }
  }

  it('[FLEET-17] a rider says it after the ride, is answered by a working day, and reads what was changed', async () => {
    const { id: requestId } = await story.submit('staff', story.ride())
    const { id, number, answerBy } = await give('staff', { requestId, words: '  座位有点挤。 ' })
    expect(number).toMatch(/^YJ-20260302-\d{4}$/)
    expect(answerBy).toBe('2026-03-09T15:59:59.000Z') // the fifth working day
    expect(await newsOf('dispatcher')).toContain('公车建议：座位有点挤。')
    expect(await read('dispatcher', id)).toMatchObject({
      words: '座位有点挤。',
      byName: '林小满',
      request: { id: requestId, destination: '市财政局' },
      state: 'OPEN',
      mine: false,
      can: { answer: true, adopt: false, withdraw: false },
    })
    expect((await adopt('manager', id)).status).toBe(409) // not before it is answered
    expect((await answer('dispatcher', id)).status).toBe(200)
    expect((await newsOf('staff'))[0]).toContain('已列入下月安排。')
    const { items } = await world.as('manager').call(standards.actions.listClauses, { search: 'CL-' })
    expect((await adopt('manager', id, { clauseId: items[0]!.id })).status).toBe(200)
    expect((await newsOf('staff'))[0]).toContain('已采纳')
    const after = await read('staff', id)
    expect(after).toMatchObject({
      state: 'ADOPTED',
      answer: '已列入下月安排。',
      answeredBy: '周明',
      changed: '两个单位共用一辆。',
      adoptedBy: '吴建国',
      proposal: { clauseCode: items[0]!.code, words: '两个单位共用一辆。', state: 'open' },
    })
    expect(after.history.map(({ title, actorName }) => [title.zh, actorName])).toEqual([
      ['提出意见', '林小满'],
      ['答复意见', '周明'],
      ['采纳意见', '吴建国'],
    ])
  })

  it('[FLEET-17] every role may say it but the auditor, the desk answers, and who said it reads only the own', async () => {
    const { id } = await give('staff')
    for (const role of allRoles) {
      const gave = await world.as(role).post('/api/fleet/opinions', said())
      expect(gave.status, role).toBe(role === 'auditor' ? 403 : 200)
      const all = ['dispatcher', 'manager', 'director', 'auditor', 'admin'].includes(role)
      const status = all || role === 'staff' ? 200 : 404
      expect((await world.as(role).get(`/api/fleet/opinions/${id}`)).status, role).toBe(status)
      expect((await world.as(role).get('/api/fleet/opinions/export')).status, role).toBe(all ? 200 : 403)
      expect(
        (await list(role)).every(({ mine }) => mine),
        role,
      ).toBe(!all)
      if (role !== 'dispatcher' && role !== 'manager')
        expect([(await answer(role, id)).status, (await adopt(role, id)).status], role).toEqual([403, 403])
    }
    expect((await read('staff', id)).state).toBe('OPEN')
    const { id: own } = await give('dispatcher')
    expect((await answer('dispatcher', own)).body.code).toBe('fleet.own_opinion')
    expect((await read('dispatcher', own)).can.answer).toBe(false)
    expect((await answer('manager', own)).status).toBe(200)
  })

  it('[FLEET-17] without a name nobody is shown who it was, and the answer comes all the same', async () => {
    const { id: requestId } = await story.submit('staff', story.ride())
    const both = await world
      .as('staff')
      .post('/api/fleet/opinions', { ...said({ requestId }), anonymous: true })
    expect([both.status, both.body.code]).toEqual([422, 'fleet.anonymous_ride'])
    const { id, number } = await give('staff', { anonymous: true })
    for (const role of ['dispatcher', 'manager', 'director', 'auditor', 'admin'] as const) {
      const { body } = await world.as(role).get(`/api/fleet/opinions/${id}`)
      expect(JSON.stringify(body), role).not.toContain('林小满')
      const sheet = await world.as(role).get(`/api/fleet/opinions/export?format=csv&search=${number}`)
      expect(sheet.bytes.toString('utf8')).toContain('匿名')
      expect(sheet.bytes.toString('utf8')).not.toContain('林小满')
    }
    expect((await read('auditor', id)).history[0]!.actorName).toBeNull()
    expect((await read('staff', id)).mine).toBe(true)
    await answer('manager', id)
    expect((await newsOf('staff'))[0]).toContain(number)
    // The database keeps unit and ride apart from it, whatever the code does.
    const forced = world.ctx('system', (ctx) =>
      ctx.db.updateTable('fleet.opinion').set({ request_id: requestId }).where('id', '=', id).execute(),
    )
    await expect(forced).rejects.toThrow(/check/)
  })

  it('[FLEET-17] the same twice is one, a second answer is refused and changes nothing', async () => {
    const headers = { 'idempotency-key': randomUUID() }
    const first = await world.as('staff').post('/api/fleet/opinions', said(), headers)
    const again = await world.as('staff').post('/api/fleet/opinions', said(), headers)
    expect([first.status, again.body.id]).toEqual([200, first.body.id])
    expect(await list('staff')).toHaveLength(1)
    const id = first.body.id as string
    expect((await answer('dispatcher', id, '一')).status).toBe(200)
    expect((await answer('manager', id, '二')).status).toBe(409)
    const late = await world.as('staff').post(`/api/fleet/opinions/${id}/withdrawal`)
    expect([late.status, (await read('staff', id)).answer]).toEqual([409, '一'])
    const { id: other } = await give('liaison')
    const foreign = await world.as('dispatcher').post(`/api/fleet/opinions/${other}/withdrawal`)
    expect([foreign.status, foreign.body.code]).toEqual([403, 'fleet.not_your_opinion'])
    expect((await world.as('liaison').post(`/api/fleet/opinions/${other}/withdrawal`)).status).toBe(200)
    expect((await read('liaison', other)).state).toBe('WITHDRAWN')
  })

  it('[FLEET-17] another bureau has no part in it: neither the opinion nor the ride', async () => {
    const { id: requestId } = await story.submit('staff', story.ride())
    const { id } = await give('staff')
    const desk = world.other.as('manager')
    expect((await desk.get(`/api/fleet/opinions/${id}`)).status).toBe(404)
    expect((await desk.post(`/api/fleet/opinions/${id}/answer`, { answer: '好' })).status).toBe(404)
    expect((await desk.call(actions.listOpinions, {})).items).toEqual([])
    const ride = await world.other.as('staff').post('/api/fleet/opinions', said({ requestId }))
    expect([ride.status, ride.body.code]).toEqual([422, 'fleet.unknown_ride'])
    const notMine = await world.as('worker').post('/api/fleet/opinions', said({ requestId }))
    expect(notMine.body.code).toBe('fleet.unknown_ride')
  })

  it('[FLEET-17] the list is filtered, sorted and paged; figures open down to their rows', async () => {
    const first = await give('staff', { kind: 'OPINION', topic: 'DRIVER', words: '车开得快。' })
    world.clock.set('2026-03-03T09:00:00+08:00')
    const second = await give('liaison')
    const third = await give('staff', { kind: 'PRAISE', words: '谢谢。' })
    await world.as('staff').post(`/api/fleet/opinions/${third.id}/withdrawal`)
    await answer('dispatcher', second.id)
    await adopt('dispatcher', second.id)
    world.clock.set('2026-03-10T09:00:00+08:00')
    await world.staySignedIn()
    const ids = async (filters: InputOf<typeof actions.listOpinions>) =>
      (await list('manager', filters)).map(({ id }) => id)
    expect(await ids({ overdue: true })).toEqual([first.id])
    expect(await ids({ sort: 'due', limit: 1 })).toEqual([first.id])
    expect(await ids({ state: ['ADOPTED', 'WITHDRAWN'], sort: '-said' })).toEqual(
      expect.arrayContaining([second.id, third.id]),
    )
    expect(await ids({ topic: 'DRIVER', search: '开得' })).toEqual([first.id])
    expect(await ids({ from: '2026-03-03', to: '2026-03-03', kind: 'PROPOSAL' })).toEqual([second.id])
    const page = await world.as('manager').call(actions.listOpinions, { limit: 2, sort: 'said' })
    const rest = await world
      .as('manager')
      .call(actions.listOpinions, { limit: 2, sort: 'said', cursor: page.next! })
    expect([...page.items, ...rest.items].map(({ id }) => id).sort()).toEqual(
      [first.id, second.id, third.id].sort(),
    )
    for (const [id, value, count] of [
      ['opinions.received.count', 2, 2],
      ['opinions.answered-in-time.rate', 50, 2],
      ['opinions.adopted.count', 1, 1],
    ] as const) {
      const { value: is, rows } = await figure(id)
      expect([is, rows.length], id).toEqual([value, count])
    }
  })

  const authors = () =>
    world.ctx('system', async (ctx) => {
      const { rows } = await sql<{ person_id: string | null; by_name: string | null }>`
        select person_id, by_name from fleet.opinion order by anonymous`.execute(ctx.db)
      return rows
    })
  const nobody = [
    { person_id: null, by_name: '（已匿名）' },
    { person_id: null, by_name: null },
  ]

  it('is taken along by whoever said it, and loses the name when that is asked for', async () => {
    await give('staff')
    await give('staff', { anonymous: true })
    const { bytes } = await world.as('staff').get(`/api${privacy.actions.takeCopy.path}`)
    const data = JSON.parse(new TextDecoder().decode(unzipSync(new Uint8Array(bytes))['data.json'])) as {
      parts: { title: { zh: string }; rows: unknown[] }[]
    }
    expect(data.parts.find(({ title }) => title.zh === '公车意见')?.rows).toHaveLength(2)
    const { id: requestId } = await world
      .as('staff')
      .call(privacy.actions.askForData, { kind: 'DELETION', words: '请删除' })
    await world.as('admin').call(privacy.actions.decideRequest, { requestId, granted: true, reason: '同意' })
    expect(await authors()).toEqual(nobody)
  })

  it('loses the name after its time', async () => {
    await give('staff')
    await give('staff', { anonymous: true })
    world.clock.set('2029-03-01T03:00:00+08:00')
    await world.runJob('privacy.carry-out')
    expect((await authors()).every(({ person_id }) => person_id !== null)).toBe(true)
    world.clock.set('2029-03-10T03:00:00+08:00')
    await world.runJob('privacy.carry-out')
    expect(await authors()).toEqual(nobody)
  })
})

describe('two who answer an opinion at once', () => {
  const world = useWorld({ committing: true })

  it('[FLEET-17] one answers, the other is told so', async () => {
    const { id } = await world.as('staff').call(actions.giveOpinion, said())
    const answers = await Promise.all(
      (['dispatcher', 'manager'] as const).map((role) =>
        world.as(role).post(`/api/fleet/opinions/${id}/answer`, { answer: role }),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const winner = answers[0]!.status === 200 ? 'dispatcher' : 'manager'
    const { items } = await world.as('staff').call(actions.listOpinions, { mine: true })
    expect(items.find((one) => one.id === id)?.answer).toBe(winner)
  })
})
