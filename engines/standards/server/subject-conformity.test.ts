import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { useWorld } from '#test/harness.ts'
import { meetingClausesOf } from '../meeting-clauses.ts'
import { standards } from '../module.ts'
import type { ChecklistAnswer, ChecklistLine } from '../schema.ts'
import { conformityOf, expectChecklist, recordChecklist, subjectFigure } from './api.ts'

const { draftVersion, issueVersion, listClauses, listDocuments, readDocument } = standards.actions
const type = 'test.meeting'
const day = { from: '2026-03-02', to: '2026-03-02' }

describe('how a standard was kept on each subject', () => {
  const world = useWorld()
  const meeting = (label: string, dueAt?: Date) => ({
    type,
    id: randomUUID(),
    label,
    href: `/m/${label}`,
    dueAt,
  })
  const tea = meetingClausesOf({ task: 'TEA' })
  const answer = (line: ChecklistLine, result: ChecklistAnswer['result']): ChecklistAnswer => ({
    lineId: line.id,
    result,
    reading: line.limit ? (line.limit.min ?? line.limit.max) : null,
  })

  it('[STD-11] conformity has base, ok and rate per subject, and N/A leaves the base', async () => {
    const [kept, broken, untouched] = [meeting('A'), meeting('B'), meeting('C')]
    const found = await world.ctx('worker', async (ctx) => {
      const lines = await expectChecklist(ctx, kept, ['HY-02', 'HY-12'])
      await recordChecklist(
        ctx,
        kept,
        lines.map((line) => answer(line, line.allowsNa ? 'NA' : 'OK')),
      )
      const [first, second] = await expectChecklist(ctx, broken, ['HY-12'])
      await recordChecklist(ctx, broken, [answer(first!, 'OK'), answer(second!, 'NOT_OK')])
      return conformityOf(ctx, type, [kept.id, broken.id, untouched.id])
    })
    expect(found.get(kept.id)).toEqual({ base: 3, ok: 3, rate: 100, needed: 4, answered: 4, completion: 100 })
    expect(found.get(broken.id)).toMatchObject({ base: 2, ok: 1, rate: 50, completion: 100 })
    expect(found.get(untouched.id)).toEqual({
      base: 0,
      ok: 0,
      rate: null,
      needed: 0,
      answered: 0,
      completion: null,
    })
    const { items } = await world.as('worker').call(listClauses, { search: 'HY-12' })
    expect(items[0]!.conformity).toEqual({ base: 4, ok: 3, rate: 75 })
    const elsewhere = await world.other.ctx('worker', (ctx) => conformityOf(ctx, type, [kept.id]))
    expect(elsewhere.get(kept.id)).toMatchObject({ base: 0, needed: 0 })
  })

  it('[MEET-07] a checklist nobody filled counts as not done, one half filled as half done', async () => {
    const [empty, half] = [meeting('A'), meeting('B')]
    const found = await world.ctx('worker', async (ctx) => {
      await expectChecklist(ctx, empty, tea)
      const lines = await expectChecklist(ctx, half, tea)
      expect(lines).toHaveLength(6)
      await recordChecklist(
        ctx,
        half,
        lines.slice(0, 3).map((line) => answer(line, 'OK')),
      )
      return conformityOf(ctx, type, [empty.id, half.id])
    })
    expect(found.get(empty.id)).toMatchObject({ needed: 6, answered: 0, completion: 0, base: 0, rate: null })
    expect(found.get(half.id)).toMatchObject({ needed: 6, answered: 3, completion: 50, base: 3, rate: 100 })
  })

  it('asks at the version in force when the work was taken on, and again only for what is new', async () => {
    const subject = meeting('A')
    const taken = world.clock.now()
    const before = await world.ctx('worker', (ctx) => expectChecklist(ctx, subject, ['HY-01', 'HY-12']))
    world.clock.advance({ days: 1 })
    const manager = world.as('manager')
    const { items } = await manager.call(listDocuments, { search: 'HY-12' })
    const { clauses } = await manager.call(readDocument, { documentId: items[0]!.id })
    const { id } = await manager.call(draftVersion, {
      documentId: items[0]!.id,
      source: '修订',
      clauses: clauses
        .filter(({ code }) => code !== 'HY-12')
        .map(({ code, title, body, lines }) => ({
          code,
          title: title.zh,
          body: body.zh,
          lines: lines.map((line) => ({ text: line.text.zh, mandatory: true, limit: line.limit })),
        })),
    })
    await manager.call(issueVersion, { versionId: id })
    const again = (codes: string[]) =>
      world.ctx('worker', async (ctx) => {
        const lines = await expectChecklist(ctx, subject, codes, taken)
        return { lines, kept: (await conformityOf(ctx, type, [subject.id])).get(subject.id)! }
      })
    expect((await again(['HY-01', 'HY-12'])).lines).toEqual(before)
    await world.ctx('worker', (ctx) => recordChecklist(ctx, subject, [answer(before[2]!, 'OK')]))
    // HY-01 is asked no more; of HY-12 one line is open.
    expect((await again(['HY-12'])).kept).toMatchObject({ needed: 2, answered: 1, completion: 50 })
    // What was answered stays, although it is asked no more.
    expect((await again([])).kept).toMatchObject({ needed: 1, answered: 1 })
  })

  it('[MEET-07] serves figures: a mean over subjects due in the period, and the rows that make it', async () => {
    const due = new Date('2026-03-02T15:00:00+08:00')
    const [full, empty, later] = [
      meeting('A', due),
      meeting('B', due),
      meeting('C', new Date('2026-03-04T15:00:00+08:00')),
    ]
    await world.ctx('worker', async (ctx) => {
      const lines = await expectChecklist(ctx, full, tea)
      await recordChecklist(
        ctx,
        full,
        lines.map((line) => answer(line, 'OK')),
      )
      await expectChecklist(ctx, empty, ['HY-12'])
      await expectChecklist(ctx, later, ['HY-12'])
      const completion = subjectFigure(type, 'completion')
      expect(await completion.value(ctx, day)).toBe(50)
      const rows = await completion.records(ctx, day, { after: null, limit: 10 })
      expect(rows.map(({ label, value, href, detail }) => [label, value, href, detail]).sort()).toEqual([
        ['A', 100, '/m/A', '6/6'],
        ['B', 0, '/m/B', '0/2'],
      ])
      const [first] = await completion.records(ctx, day, { after: null, limit: 1 })
      const rest = await completion.records(ctx, day, { after: first!.id, limit: 10 })
      expect(rest.map(({ id }) => id)).not.toContain(first!.id)
      expect(rest).toHaveLength(1)
      expect(await completion.value(ctx, { from: '2026-03-01', to: '2026-03-04' })).toBeCloseTo(100 / 3)
      // Conformity says nothing of what was not executed.
      const rate = subjectFigure(type, 'rate')
      expect(await rate.value(ctx, day)).toBe(100)
      expect(await rate.value(ctx, { from: '2025-01-01', to: '2025-01-02' })).toBeNull()
      expect(await rate.value(ctx, { ...day, siteId: randomUUID() })).toBeNull()
    })
  })
})
