import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Ctx } from '#kernel/context.ts'
import { useWorld } from '#test/harness.ts'
import { standards } from '../module.ts'
import type { ChecklistAnswer } from '../schema.ts'
import { checklistFor, readChecklist, recordChecklist, scoreChecklist } from './api.ts'
import { conformityRate } from './metrics.ts'

const { draftVersion, exportClauses, issueVersion, listClauses, listDocuments, readDocument } =
  standards.actions
const subject = () => ({
  type: 'test.order',
  id: randomUUID(),
  label: 'WX-20260302-0001',
  href: '/repairs/x',
})

describe('an executed checklist', () => {
  const world = useWorld()

  /** Answers every line of the clauses: photos are not needed by these. */
  async function execute(
    ctx: Ctx,
    codes: string[],
    answer: (text: string) => Partial<ChecklistAnswer> = () => ({}),
  ) {
    const of = subject()
    const lines = await checklistFor(ctx, codes)
    await recordChecklist(
      ctx,
      of,
      lines.map((line) => ({
        lineId: line.id,
        result: 'OK',
        reading: line.limit ? 12 : null,
        ...answer(line.text.zh),
      })),
    )
    return of
  }

  it('keeps the version it was done to', async () => {
    const done = await world.ctx('worker', (ctx) => execute(ctx, ['WX-13', 'WX-14']))
    const manager = world.as('manager')
    const { items } = await manager.call(listDocuments, { search: 'WX-13' })
    const standard = await manager.call(readDocument, { documentId: items[0]!.id })
    const next = await manager.call(draftVersion, {
      documentId: standard.id,
      source: '修订',
      clauses: [
        {
          code: 'WX-13',
          title: '清理现场',
          body: '新的要求',
          lines: [{ text: '全新的一项', mandatory: true }],
        },
      ],
    })
    await manager.call(issueVersion, { versionId: next.id })
    const kept = await world.ctx('worker', (ctx) => readChecklist(ctx, done))
    expect(kept.map(({ line }) => [line.text.zh, line.versionId])).toEqual([
      ['现场已清理，家具已复位', standard.version!.id],
      ['已演示并由使用人确认', standard.version!.id],
    ])
    const fresh = await world.ctx('worker', (ctx) => checklistFor(ctx, ['WX-13']))
    expect(fresh.map(({ text }) => text.zh)).toEqual(['全新的一项'])
  })

  it('N/A leaves the base; a full score is reachable', async () => {
    const { lines, score } = await world.ctx('worker', async (ctx) => {
      const of = await execute(ctx, ['WX-02', 'WX-08'], (text) =>
        text.startsWith('绝缘') ? { result: 'NA', reading: null } : {},
      )
      const lines = await readChecklist(ctx, of)
      return {
        lines,
        score: scoreChecklist(lines.map(({ line, result }) => ({ mandatory: line.mandatory, result }))),
      }
    })
    expect(lines).toHaveLength(3)
    expect(score).toMatchObject({ base: 2, ok: 2, notApplicable: 1, score: 100, full: true })
  })

  it('counts in the conformity of its clauses and of the bureau, and the rows give the figure', async () => {
    const scope = { from: '2026-03-01', to: '2026-03-31' }
    const { value, rows } = await world.ctx('system', async (ctx) => {
      await execute(ctx, ['WX-13', 'WX-14'])
      await execute(ctx, ['WX-13', 'WX-02'], (text) =>
        text.startsWith('现场') ? { result: 'NOT_OK', remark: '有废料' } : { result: 'NA' },
      )
      return {
        value: await conformityRate.value(ctx, scope),
        rows: await conformityRate.records(ctx, scope, { after: null, limit: 100 }),
      }
    })
    expect(rows.map((row) => row.value).sort()).toEqual([0, 100, 100])
    expect(value).toBeCloseTo(200 / 3)
    expect(rows.find((row) => row.value === 0)!.detail).toContain('有废料')
    const { items } = await world.as('manager').call(listClauses, scope)
    expect(items.find(({ code }) => code === 'WX-13')!.conformity).toEqual({ base: 2, ok: 1, rate: 50 })
    expect(items.find(({ code }) => code === 'WX-02')!.conformity).toEqual({ base: 0, ok: 0, rate: null })
    const earlier = await world.as('manager').call(listClauses, { from: '2025-01-01', to: '2025-12-31' })
    expect(earlier.items.find(({ code }) => code === 'WX-13')!.conformity.base).toBe(0)
    const sheet = await world
      .as('manager')
      .get(`/api${exportClauses.path}?format=csv&from=${scope.from}&to=${scope.to}`)
    expect(sheet.bytes.toString('utf8')).toContain('WX-13,清理现场,2,1,50')
  })

  it('can be corrected, and the history keeps what was noted first', async () => {
    const result = await world.ctx('worker', async (ctx) => {
      const [line] = await checklistFor(ctx, ['WX-13'])
      const of = subject()
      await recordChecklist(ctx, of, [{ lineId: line!.id, result: 'NOT_OK' }])
      await recordChecklist(ctx, of, [{ lineId: line!.id, result: 'OK', remark: '已返工' }])
      return readChecklist(ctx, of)
    })
    expect(result.map(({ result, remark }) => [result, remark])).toEqual([['OK', '已返工']])
    const audit = await world.as('auditor').get('/api/audit?type=standards.checklist_recorded')
    expect(audit.body.items).toHaveLength(2)
    expect(audit.body.items.find((one: { before: unknown }) => one.before)).toMatchObject({
      before: [{ result: 'NOT_OK' }],
    })
  })

  it('refuses N/A where a line always applies, a missing photo or reading, and a reading beyond the limit', async () => {
    const record = (code: string, answer: Partial<ChecklistAnswer>, at = 0) =>
      world.ctx('worker', async (ctx) => {
        const lines = await checklistFor(ctx, [code])
        await recordChecklist(ctx, subject(), [{ lineId: lines[at]!.id, result: 'OK', ...answer }])
      })
    await expect(record('WX-13', { result: 'NA' })).rejects.toMatchObject({
      code: 'standards.na_not_allowed',
    })
    await expect(record('WX-15', {})).rejects.toMatchObject({ code: 'standards.photo_needed' })
    await expect(record('WX-15', { photoId: randomUUID() })).rejects.toMatchObject({
      code: 'kernel.file_unknown',
    })
    await expect(record('WX-08', {})).rejects.toMatchObject({ code: 'standards.reading_needed' })
    await expect(record('WX-08', { reading: 0.2 })).rejects.toMatchObject({ code: 'standards.limit_broken' })
    await expect(record('WX-08', { reading: 0.2, result: 'NOT_OK' })).resolves.toBeUndefined()
    await expect(
      world.ctx('worker', (ctx) => recordChecklist(ctx, subject(), [{ lineId: randomUUID(), result: 'OK' }])),
    ).rejects.toMatchObject({ code: 'standards.unknown_line' })
  })
})
