import { describe, expect, it } from 'vitest'
import { useWorld } from '#test/harness.ts'
import { standards } from '../module.ts'
import { firstStandards } from './first-standards.ts'

const {
  changeDraft,
  createDocument,
  draftVersion,
  exportDocuments,
  issueVersion,
  listBorrowed,
  readDocument,
} = standards.actions

const source = {
  title: '会议服务规范',
  number: 'DB3301/T 0298-2024',
  article: '6.2',
  organisation: '某市市场监督管理局',
  borrowedOn: '2026-02-10',
  adaptation: '时限由 60 分钟改为 30 分钟',
}
const wording = {
  source: '借鉴并改写',
  parts: [
    { part: 'SCOPE' as const, body: '本标准适用于大门。' },
    { part: 'POSTS' as const, body: '门卫执行。' },
  ],
  clauses: ['JJ-01', 'JJ-02'].map((code) => ({
    code,
    title: `条款${code}`,
    body: '应开门。',
    lines: [{ text: `${code} 已做到`, mandatory: true }],
  })),
}
const document = { code: 'HQ/JJ-1', title: '借鉴规范', family: 'SERVICE_PROVISION' as const, ...wording }

describe('a borrowed standard [STD-16]', () => {
  const world = useWorld()

  const borrowedOf = async (documentId: string, versionId?: string) => {
    const { clauses, borrowed } = await world.as('manager').call(readDocument, { documentId, versionId })
    const words = ({ article, since, removal }: (typeof borrowed)[number]) => [article, since, removal]
    return [borrowed.map(words), ...clauses.map((clause) => clause.borrowed.map(words))]
  }

  it('keeps the source of the whole and of a clause through later versions', async () => {
    const manager = world.as('manager')
    const { id, versionId } = await manager.call(createDocument, {
      ...document,
      borrowed: [
        { ...source, clauseCode: 'JJ-01' },
        { ...source, article: '', clauseCode: null },
      ],
    })
    await manager.call(issueVersion, { versionId })
    world.clock.advance({ minutes: 1 })
    const second = await manager.call(draftVersion, {
      documentId: id,
      ...wording,
      borrowed: [{ ...source, article: '7.1', clauseCode: 'JJ-02' }],
    })
    await manager.call(issueVersion, { versionId: second.id })
    expect(await borrowedOf(id)).toEqual([[['', 1, null]], [['6.2', 1, null]], [['7.1', 2, null]]])
    expect(await borrowedOf(id, versionId)).toEqual([[['', 1, null]], [['6.2', 1, null]], []])
    const shown = await world.as('staff').call(readDocument, { documentId: id })
    expect(shown.clauses[0]!.borrowed[0]).toMatchObject({ ...source, since: 1, removal: null })
  })

  it('loses it only by a version that says why; earlier ones still show it', async () => {
    const manager = world.as('manager')
    const { id, versionId } = await manager.call(createDocument, {
      ...document,
      borrowed: [{ ...source, clauseCode: 'JJ-01' }],
    })
    await manager.call(issueVersion, { versionId })
    world.clock.advance({ minutes: 1 })
    const next = await manager.call(draftVersion, { documentId: id, ...wording })
    const { clauses } = await manager.call(readDocument, { documentId: id, versionId: next.id })
    const borrowingId = clauses[0]!.borrowed[0]!.id
    const change = (removedSources: { borrowingId: string; reason: string }[]) =>
      manager.call(changeDraft, { versionId: next.id, ...wording, removedSources })
    await expect(change([{ borrowingId, reason: ' ' }])).rejects.toMatchObject({ status: 400 })
    await change([{ borrowingId, reason: '条文已全部改写' }])
    await change([])
    expect((await borrowedOf(id, next.id))[1]).toEqual([['6.2', 1, null]])
    await change([{ borrowingId, reason: '条文已全部改写' }])
    // Said nothing: it stays as it is.
    await manager.call(changeDraft, { versionId: next.id, ...wording })
    expect((await borrowedOf(id, next.id))[1]).toEqual([['6.2', 1, '条文已全部改写']])
    await manager.call(issueVersion, { versionId: next.id })
    expect((await borrowedOf(id, versionId))[1]).toEqual([['6.2', 1, null]])
    world.clock.advance({ minutes: 1 })
    const third = await manager.call(draftVersion, { documentId: id, ...wording })
    expect((await borrowedOf(id, third.id))[1]).toEqual([])
    await expect(
      manager.call(changeDraft, {
        versionId: third.id,
        ...wording,
        removedSources: [{ borrowingId, reason: '再取消一次' }],
      }),
    ).rejects.toMatchObject({ status: 422, code: 'standards.unknown_source' })
  })

  it('is final once issued, like the wording', async () => {
    const manager = world.as('manager')
    const { versionId } = await manager.call(createDocument, {
      ...document,
      borrowed: [{ ...source, clauseCode: 'JJ-01' }],
    })
    await manager.call(issueVersion, { versionId })
    const tamper = (set: Record<string, string>) =>
      world.ctx('system', (ctx) => ctx.db.updateTable('standards.borrowing').set(set).execute())
    await expect(tamper({ title: '别的' })).rejects.toThrow(/does not change/)
    await expect(
      world.ctx('system', (ctx) => ctx.db.deleteFrom('standards.borrowing').execute()),
    ).rejects.toThrow(/does not change/)
    await expect(
      world.ctx('system', (ctx) =>
        ctx.db
          .updateTable('standards.borrowing')
          .set((row) => ({ removed_version_id: row.ref('from_version_id'), removal_reason: '偷删' }))
          .execute(),
      ),
    ).rejects.toThrow()
  })

  it('names a clause of this very version, or is refused', async () => {
    const answer = world.as('manager').call(createDocument, {
      ...document,
      borrowed: [{ ...source, clauseCode: 'WX-01' }],
    })
    await expect(answer).rejects.toMatchObject({ status: 422, code: 'standards.unknown_clause' })
  })

  it('is listed by source, however its number is written, and stands in the export; a draft is nobody’s business', async () => {
    const manager = world.as('manager')
    const { id, versionId } = await manager.call(createDocument, {
      ...document,
      borrowed: [
        { ...source, clauseCode: 'JJ-01' },
        { ...source, number: 'db3301/T 0298—2024', article: '7', clauseCode: 'JJ-02' },
        { ...source, number: '', title: '服务手册', organisation: '某宾馆', clauseCode: null },
      ],
    })
    // Beside what the first standards themselves were taken from.
    const first = firstStandards.flatMap(({ borrowed }) => borrowed?.map(({ title }) => title) ?? [])
    const listed = async (who: typeof manager) =>
      (await who.call(listBorrowed, {})).items.filter(({ title }) => !first.includes(title))
    expect(await listed(manager)).toEqual([])
    await manager.call(issueVersion, { versionId })
    const items = await listed(world.as('worker'))
    expect(
      items.map(({ title, kept, clauses }) => [title, kept, clauses.map((one) => one.clauseCode)]),
    ).toEqual([
      ['会议服务规范', 2, ['JJ-01', 'JJ-02']],
      ['服务手册', 1, [null]],
    ])
    expect(items[0]!.clauses[0]).toMatchObject({ documentId: id, clauseTitle: { zh: '条款JJ-01' } })
    expect((await world.as('worker').call(listBorrowed, { search: '某宾馆' })).items).toHaveLength(1)
    expect(await listed(world.other.as('manager'))).toEqual([])
    const csv = await world.as('worker').get(`/api${exportDocuments.path}?search=JJ-01&format=csv`)
    expect(csv.bytes.toString()).toContain('某市市场监督管理局 《会议服务规范》 DB3301/T 0298-2024 6.2')
  })
})
