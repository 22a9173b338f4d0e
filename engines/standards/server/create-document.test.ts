import { describe, expect, it } from 'vitest'
import { useWorld } from '#test/harness.ts'
import { standards } from '../module.ts'
import { checklistFor } from './api.ts'

const {
  changeDraft,
  createDocument,
  draftVersion,
  issueVersion,
  listDocuments,
  readDocument,
  withdrawVersion,
} = standards.actions

const clause = (code: string, text: string) => ({
  code,
  title: `条款${code}`,
  body: '应按规定操作。',
  lines: [{ text, mandatory: true }],
})
const parts = [
  { part: 'SCOPE' as const, body: '本标准适用于测试。' },
  { part: 'POSTS' as const, body: '服务员执行。' },
]
const wording = (...clauses: ReturnType<typeof clause>[]) => ({ source: '本中心制定', parts, clauses })
const document = {
  code: 'HQ/TEST-1',
  title: '测试规范',
  family: 'SERVICE_PROVISION' as const,
  ...wording(clause('T-01', '第一项已做到'), clause('T-02', '第二项已做到')),
}

describe('a standard', () => {
  const world = useWorld()

  it('is drafted, issued, and gives its checklist lines from then on', async () => {
    const manager = world.as('manager')
    const { id, versionId } = await manager.call(createDocument, document)
    expect(await world.ctx('system', (ctx) => checklistFor(ctx, ['T-01']))).toEqual([])
    await manager.call(issueVersion, { versionId })
    const lines = await world.ctx('system', (ctx) => checklistFor(ctx, ['T-02', 'T-01']))
    expect(lines.map(({ text, versionId: version }) => [text.zh, version])).toEqual([
      ['第二项已做到', versionId],
      ['第一项已做到', versionId],
    ])
    const shown = await world.as('worker').call(readDocument, { documentId: id })
    expect(shown.version).toMatchObject({
      number: 1,
      inForce: true,
      source: '本中心制定',
      can: { withdraw: false },
    })
    expect(shown.clauses.map(({ code }) => code)).toEqual(['T-01', 'T-02'])
  })

  it('each version is immutable once issued', async () => {
    const manager = world.as('manager')
    const { versionId } = await manager.call(createDocument, document)
    await manager.call(changeDraft, { versionId, ...wording(clause('T-01', '改过的一项已做到')) })
    await manager.call(issueVersion, { versionId })
    await expect(
      manager.call(changeDraft, { versionId, ...wording(clause('T-01', '再改')) }),
    ).rejects.toMatchObject({
      status: 409,
      code: 'standards.not_a_draft',
    })
    await expect(manager.call(issueVersion, { versionId })).rejects.toMatchObject({ status: 409 })
    const tampering = world.ctx('system', (ctx) =>
      ctx.db
        .updateTable('standards.checklist_line')
        .set({ text_zh: '偷改' })
        .where('version_id', '=', versionId)
        .execute(),
    )
    await expect(tampering).rejects.toThrow(/does not change/)
  })

  it('is followed by its next version; what was in force before stays readable as it was', async () => {
    const manager = world.as('manager')
    const { id, versionId } = await manager.call(createDocument, document)
    await manager.call(issueVersion, { versionId })
    const taken = world.clock.now()
    world.clock.advance({ days: 1 })
    const next = await manager.call(draftVersion, {
      documentId: id,
      ...wording(clause('T-01', '新的第一项已做到')),
    })
    await expect(
      manager.call(draftVersion, { documentId: id, ...wording(clause('T-01', 'x')) }),
    ).rejects.toMatchObject({
      code: 'standards.draft_exists',
    })
    await manager.call(issueVersion, { versionId: next.id })
    const texts = (asOf: Date) =>
      world.ctx('system', async (ctx) =>
        (await checklistFor(ctx, ['T-01', 'T-02'], asOf)).map(({ text }) => text.zh),
      )
    expect(await texts(world.clock.now())).toEqual(['新的第一项已做到'])
    expect(await texts(taken)).toEqual(['第一项已做到', '第二项已做到'])
    const old = await world.as('worker').call(readDocument, { documentId: id, versionId })
    expect(old.clauses).toHaveLength(2)
    expect(old.versions.map(({ number, inForce }) => [number, inForce])).toEqual([
      [2, true],
      [1, false],
    ])
  })

  it('a withdrawn version gives no lines any more, for the reason that is kept', async () => {
    const manager = world.as('manager')
    const { versionId } = await manager.call(createDocument, document)
    await manager.call(issueVersion, { versionId })
    world.clock.advance({ minutes: 1 })
    await manager.call(withdrawVersion, { versionId, reason: '另有规定' })
    expect(await world.ctx('system', (ctx) => checklistFor(ctx, ['T-01']))).toEqual([])
    const audit = await world.as('auditor').get('/api/audit?type=standards.version_withdrawn')
    expect(audit.body.items[0]).toMatchObject({ reason: '另有规定', actorName: '吴建国' })
  })

  it('hides a draft from those who do not write', async () => {
    const { id, versionId } = await world.as('manager').call(createDocument, document)
    const shown = await world.as('worker').call(readDocument, { documentId: id })
    expect(shown).toMatchObject({ version: null, versions: [], clauses: [] })
    await expect(world.as('worker').call(readDocument, { documentId: id, versionId })).rejects.toMatchObject({
      status: 404,
    })
  })

  it('refuses a taken code, a repeated clause, a clause of another standard, and a limit without bounds', async () => {
    const manager = world.as('manager')
    await manager.call(createDocument, document)
    await expect(manager.call(createDocument, document)).rejects.toMatchObject({
      code: 'standards.code_taken',
    })
    const other = { ...document, code: 'HQ/TEST-2' }
    await expect(
      manager.call(createDocument, { ...other, ...wording(clause('T-09', 'a'), clause('T-09', 'b')) }),
    ).rejects.toMatchObject({ code: 'standards.clause_repeated' })
    await expect(manager.call(createDocument, other)).rejects.toMatchObject({
      code: 'standards.clause_elsewhere',
    })
    const limited = clause('T-10', '测量')
    const lines = [{ ...limited.lines[0]!, limit: { min: null, max: null, unit: '℃' } }]
    await expect(
      manager.call(createDocument, { ...other, ...wording({ ...limited, lines }) }),
    ).rejects.toMatchObject({ code: 'standards.limit_bounds' })
  })

  it('of another bureau is not there', async () => {
    const { id, versionId } = await world.as('manager').call(createDocument, document)
    await expect(world.other.as('manager').call(readDocument, { documentId: id })).rejects.toMatchObject({
      status: 404,
    })
    await expect(world.other.as('manager').call(issueVersion, { versionId })).rejects.toMatchObject({
      status: 404,
    })
    const { items } = await world.other.as('manager').call(listDocuments, { search: '测试规范' })
    expect(items).toEqual([])
  })
})
