import { describe, expect, it } from 'vitest'
import { bookings } from '#engines/bookings/module.ts'
import { standards } from '#engines/standards/module.ts'
import { useWorld } from '#test/harness.ts'
import { meetings } from '../module.ts'
import type { TaskKind } from '../words.ts'
import { meetingStory } from './test-story.ts'

const { actions } = meetings

describe('the support of a meeting', () => {
  const world = useWorld()
  const story = meetingStory(world)
  const services = ['TEA', 'ROSTRUM', 'AV', 'LOUNGE'] as const
  const booked = async () =>
    (await story.book('staff', story.meeting(await story.addRoom(), { services: [...services] }))).id
  const task = async (id: string, wanted: TaskKind, round = 1) =>
    (await story.read('dispatcher', id)).support.find(({ kind, round: n }) => kind === wanted && n === round)!
  const worker = () => world.as('worker')

  it('[MEET-06] has the four items nobody used as mandatory lines of its checklists', async () => {
    const id = await booked()
    for (const kind of ['ROSTRUM', 'TEA', 'LOUNGE', 'AV_TEST'] as const) {
      const { checklist } = await worker().call(actions.readTask, { taskId: (await task(id, kind)).id })
      expect(checklist.lines.filter(({ line }) => line.mandatory).length, kind).toBeGreaterThan(0)
    }
  })

  it('[MEET-01] is done by the attendant of the day: start, checklist with photo, finish; nothing mandatory left out', async () => {
    const id = await booked()
    world.clock.set('2026-03-05T07:40:00+08:00')
    const { items } = await worker().call(actions.listMyTasks, {})
    expect(items.map(({ startsAt }) => startsAt)).toEqual(items.map(({ startsAt }) => startsAt).sort())
    const { id: taskId } = items.find(({ kind }) => kind === 'ROSTRUM')!
    const early = await worker().post(`/api/meetings/tasks/${taskId}/completion`)
    expect([early.status, early.body.code]).toEqual([409, 'kernel.wrong_state'])
    await worker().call(actions.startTask, { taskId })
    const bare = await worker().post(`/api/meetings/tasks/${taskId}/completion`)
    expect([bare.status, bare.body.code]).toEqual([422, 'meetings.checklist_incomplete'])
    expect(bare.body.lines.length).toBeGreaterThan(0)
    await story.answerAll('worker', taskId)
    world.clock.advance({ minutes: 10 })
    await worker().call(actions.finishTask, { taskId, note: '按座次表' })
    const done = await task(id, 'ROSTRUM')
    expect(done).toMatchObject({
      state: 'DONE',
      doneBy: '赵铁柱',
      owner: { name: '赵铁柱' },
      note: '按座次表',
    })
    expect(done.linesAnswered).toBe(done.linesDue)
    const stray = await worker().call(actions.readTask, { taskId: (await task(id, 'TEA')).id })
    const late = await worker().put(`/api/meetings/tasks/${taskId}/checklist`, {
      answers: [{ lineId: stray.checklist.lines[0]!.line.id, result: 'OK' }],
    })
    expect([late.status, late.body.code]).toEqual([409, 'meetings.checklist_closed'])
  })

  it('is not finished while a photo the clause asks for is not there, even when its line was answered', async () => {
    const { id: taskId } = await task(await booked(), 'ROSTRUM')
    world.clock.set('2026-03-05T07:50:00+08:00')
    await worker().call(actions.startTask, { taskId })
    await story.answerAll('worker', taskId)
    // A picture that was taken out again leaves its answer behind.
    await world.ctx('system', (ctx) =>
      ctx.db
        .updateTable('standards.checklist_result')
        .set({ photo_id: null })
        .where('photo_id', 'is not', null)
        .execute(),
    )
    const bare = await worker().post(`/api/meetings/tasks/${taskId}/completion`)
    expect([bare.status, bare.body.code]).toEqual([422, 'meetings.photo_missing'])
    expect(bare.body.lines).toMatchObject([{ needsPhoto: true }])
    expect((await worker().call(actions.readTask, { taskId })).state).toBe('STARTED')
    await story.answerAll('worker', taskId)
    await worker().call(actions.finishTask, { taskId })
  })

  it('has parking and lift by clause as well', async () => {
    const { id } = await story.book(
      'staff',
      story.meeting(await story.addRoom(), { services: ['PARKING', 'LIFT'] }),
    )
    for (const [kind, code] of [
      ['PARKING', 'HY-24'],
      ['LIFT', 'HY-25'],
    ] as const) {
      const { checklist } = await worker().call(actions.readTask, { taskId: (await task(id, kind)).id })
      expect(new Set(checklist.lines.map(({ line }) => line.clauseCode)), kind).toEqual(new Set([code]))
      expect(checklist.lines.filter(({ line }) => line.mandatory).length).toBeGreaterThan(2)
    }
  })

  it('is assigned by the dispatcher to whoever is free, many at once, with a result for each', async () => {
    const id = await booked()
    const { support } = await story.read('dispatcher', id)
    const desk = world.as('dispatcher')
    const times = { from: support[0]!.startsAt, to: support[0]!.dueAt }
    const { items: people } = await desk.call(actions.listAttendants, times)
    expect(people.map(({ name, busy }) => [name, busy])).toEqual([['赵铁柱', 0]])
    const personId = people[0]!.id
    const gone = '0197a000-0000-7000-8000-000000000000'
    const { items } = await desk.call(actions.assignTasks, {
      taskIds: [...support.map((one) => one.id), gone],
      personId,
    })
    expect(items.filter(({ assigned }) => assigned)).toHaveLength(support.length)
    expect(items.at(-1)).toMatchObject({ taskId: gone, assigned: false })
    await world.deliver()
    expect((await desk.call(actions.listAttendants, times)).items[0]!.busy).toBeGreaterThan(0)
    expect((await desk.call(actions.listTasks, { unowned: true })).items).toEqual([])
    const other = await desk.post('/api/meetings/tasks/assignment', {
      taskIds: [support[0]!.id],
      personId: await story.personId('陈立'),
    })
    expect([other.status, other.body.code]).toEqual([422, 'meetings.unknown_attendant'])
    expect(
      (await worker().post('/api/meetings/tasks/assignment', { taskIds: [gone], personId: null })).status,
    ).toBe(403)
  })

  it('[MEET-07] misses what nobody did, keeps it as left out, and lets it be made good; the figure says how complete', async () => {
    const id = await booked()
    world.clock.set('2026-03-05T08:00:00+08:00')
    const rostrum = await task(id, 'ROSTRUM')
    await worker().call(actions.startTask, { taskId: rostrum.id })
    await story.answerAll('worker', rostrum.id)
    await worker().call(actions.finishTask, { taskId: rostrum.id })
    world.clock.set('2026-03-05T14:00:00+08:00')
    await world.runJob('meetings.miss-tasks')
    const page = await story.read('staff', id)
    expect(page.tasks.missed).toBe(page.tasks.all - 1)
    expect(page.omissions).toHaveLength(page.tasks.missed)
    const lounge = await task(id, 'LOUNGE')
    const omission = page.omissions.find(({ taskId }) => taskId === lounge.id)!
    await worker().call(actions.remedyOmission, {
      meetingId: id,
      omissionId: omission.id,
      remedy: '当场补开休息室',
    })
    expect(await task(id, 'LOUNGE')).toMatchObject({ state: 'DONE', note: '当场补开休息室' })
    const twice = await worker().post(`/api/meetings/${id}/omissions/${omission.id}/remedy`, { remedy: 'x' })
    expect([twice.status, twice.body.code]).toEqual([409, 'meetings.omission_remedied'])
    await world.as('staff').call(actions.recordOmission, { meetingId: id, what: '席卡有错字' })
    expect((await story.read('staff', id)).omissions.at(-1)).toMatchObject({
      what: '席卡有错字',
      foundBy: '林小满',
    })
    await world.as('dispatcher').call(bookings.actions.readBooking, { bookingId: id })
    await world.runJob('bookings.release-absent')
    const { body } = await world
      .as('director')
      .get('/api/metrics/meetings.checklist-completion.rate?from=2026-03-01&to=2026-03-31')
    const all = (await story.read('staff', id)).support
    const due = all.reduce((sum, { linesDue }) => sum + linesDue, 0)
    expect((await story.read('staff', id)).state).toBe('ENDED')
    expect(body.value).toBeCloseTo((100 * rostrum.linesDue) / due, 6)
  })

  it('is rated once by who asked for it, not by who served; and may improve the standard', async () => {
    const id = await booked()
    const early = await world.as('staff').post(`/api/meetings/${id}/rating`, { overall: 5 })
    expect([early.status, early.body.code]).toEqual([409, 'meetings.not_over'])
    world.clock.set('2026-03-05T11:05:00+08:00')
    await world.runJob('bookings.release-absent')
    await world.deliver()
    const other = await world.as('dispatcher').post(`/api/meetings/${id}/rating`, { overall: 5 })
    expect([other.status, other.body.code]).toEqual([403, 'meetings.not_your_meeting'])
    await world.as('staff').call(actions.rateMeeting, { meetingId: id, overall: 4, comment: '茶水很及时' })
    const twice = await world.as('staff').post(`/api/meetings/${id}/rating`, { overall: 5 })
    expect([twice.status, twice.body.code]).toEqual([409, 'meetings.rated_already'])
    const figure = await world
      .as('director')
      .get('/api/metrics/meetings.satisfaction.mean?from=2026-03-01&to=2026-03-31')
    expect(figure.body.value).toBe(4)
    const clause = await world.ctx('system', (ctx) =>
      ctx.db
        .selectFrom('standards.clause')
        .select(['id', 'document_id'])
        .where('code', '=', 'HY-15')
        .executeTakeFirstOrThrow(),
    )
    await worker().call(actions.reflect, {
      meetingId: id,
      note: '长会续水偏少',
      clauseId: clause.id,
      proposal: '两小时以上的会议每 20 分钟续水',
    })
    const { items } = await world
      .as('manager')
      .call(standards.actions.listProposals, { documentId: clause.document_id })
    expect(items).toMatchObject([{ words: '两小时以上的会议每 20 分钟续水' }])
    expect((await story.read('staff', id)).reflections).toMatchObject([{ clause: { code: 'HY-15' } }])
  })
})
