import { describe, expect, it } from 'vitest'
import { useWorld } from '#test/harness.ts'
import { standards } from '../module.ts'
import { proposeChange } from './api.ts'

const {
  acceptProposal,
  changeDraft,
  checkDraft,
  createDocument,
  draftVersion,
  issueVersion,
  listDocuments,
  readDocument,
  readFormContext,
  withdrawVersion,
} = standards.actions

const parts = [
  { part: 'SCOPE' as const, body: '本标准适用于大门。' },
  { part: 'POSTS' as const, body: '门卫执行。' },
]
const wording = (body: string) => ({
  source: '本中心制定',
  parts,
  clauses: [{ code: 'MW-01', title: '开门', body, lines: [{ text: '大门已打开', mandatory: true }] }],
})
const document = { code: 'HQ/MW-1', title: '门卫规范', family: 'SERVICE_SUPPORT' as const }

describe('the form of a version', () => {
  const world = useWorld()

  it('[STD-09] with errors stops its issue, and names the first; nothing is changed', async () => {
    const manager = world.as('manager')
    const { id, versionId } = await manager.call(createDocument, {
      ...document,
      ...wording('值班人员必须及时开门,并登记。'),
    })
    const found = await manager.call(checkDraft, { versionId })
    expect(found.mayIssue).toBe(false)
    expect(found.findings.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual([
      'advice part-advised',
      'advice part-advised',
      'error half-width',
      'error duty-word',
      'advice vague',
    ])
    const answer = await manager.post(`/api/standards/versions/${versionId}/issue`)
    expect(answer).toMatchObject({ status: 422, body: { code: 'standards.form_errors' } })
    expect(answer.body.detail).toContain('2 处')
    expect(answer.body.detail).toContain('MW-01')
    expect(answer.body.findings).toHaveLength(2)
    const { versions } = await manager.call(readDocument, { documentId: id })
    expect(versions).toMatchObject([{ state: 'draft', findings: null }])
  })

  it('[STD-09] with advice only is issued, and what was advised stays with the version', async () => {
    const manager = world.as('manager')
    const { id, versionId } = await manager.call(createDocument, {
      ...document,
      ...wording('值班人员应及时开门。'),
    })
    await manager.call(issueVersion, { versionId })
    const { version } = await world.as('worker').call(readDocument, { documentId: id })
    expect(version?.findings).toMatchObject([
      { rule: 'part-advised', severity: 'advice', where: { part: 'REFERENCES' } },
      { rule: 'part-advised', severity: 'advice', where: { part: 'TERMS' } },
      { rule: 'vague', severity: 'advice', where: { code: 'MW-01', clause: 0, line: null } },
    ])
  })

  it('knows the other standards of the bureau: a title twice, and a withdrawn one cited', async () => {
    const manager = world.as('manager')
    const old = await manager.call(createDocument, { ...document, ...wording('值班人员应开门。') })
    await manager.call(issueVersion, { versionId: old.versionId })
    const next = wording('值班人员应按 HQ/MW-1 开门。')
    next.clauses[0]!.code = 'MX-01'
    const again = await manager.call(createDocument, { ...document, code: 'HQ/MW-2', ...next })
    const rules = async () => {
      const { findings } = await manager.call(checkDraft, { versionId: again.versionId })
      return findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule)
    }
    expect(await rules()).toEqual(['title-taken'])
    world.clock.advance({ minutes: 1 })
    await manager.call(withdrawVersion, { versionId: old.versionId, reason: '合并' })
    expect(await rules()).toEqual(['own-withdrawn'])
    const context = await manager.call(readFormContext, { documentId: again.id })
    expect(context.withdrawn).toEqual(['HQ/MW-1'])
    expect(context.titlesElsewhere).not.toContain('门卫规范')
    await expect(
      world.other.as('manager').call(checkDraft, { versionId: again.versionId }),
    ).rejects.toMatchObject({ status: 404 })
  })

  it('takes in the parts: written anew when given, kept when not, carried to the next version', async () => {
    const manager = world.as('manager')
    const { id, versionId } = await manager.call(createDocument, { ...document, ...wording('应开门。') })
    const { parts: _, ...rest } = wording('应打开大门。')
    await manager.call(changeDraft, { versionId, ...rest })
    await manager.call(issueVersion, { versionId })
    world.clock.advance({ minutes: 1 })
    const next = await manager.call(draftVersion, { documentId: id, ...rest })
    const shown = await manager.call(readDocument, { documentId: id, versionId: next.id })
    expect(shown.parts.map(({ part, body }) => [part, body.zh])).toEqual([
      ['SCOPE', '本标准适用于大门。'],
      ['POSTS', '门卫执行。'],
    ])
    const twice = [parts[0]!, parts[0]!]
    await expect(
      manager.call(changeDraft, { versionId: next.id, ...rest, parts: twice }),
    ).rejects.toMatchObject({
      code: 'standards.part_repeated',
    })
    const tampering = world.ctx('system', (ctx) =>
      ctx.db
        .updateTable('standards.version_part')
        .set({ body_zh: '偷改' })
        .where('version_id', '=', versionId)
        .execute(),
    )
    await expect(tampering).rejects.toThrow(/does not change/)
  })
})

describe('the life of a standard', () => {
  const world = useWorld()

  it('[STD-18] runs from draft to in force, to be improved while a proposal waits for a new version, to withdrawn', async () => {
    const manager = world.as('manager')
    const { id, versionId } = await manager.call(createDocument, { ...document, ...wording('应开门。') })
    const stage = async () => {
      const { items } = await manager.call(listDocuments, { search: document.code })
      const [row] = items
      const same = await manager.call(listDocuments, { stage: row!.stage })
      expect(same.items.map((one) => one.id)).toContain(id)
      return row!.stage
    }
    expect(await stage()).toBe('DRAFT')
    await manager.call(issueVersion, { versionId })
    expect(await stage()).toBe('IN_FORCE')
    const { clauses } = await manager.call(readDocument, { documentId: id })
    const subject = { type: 'orders.service_order', id: versionId, label: 'WX-1', href: '' }
    world.clock.advance({ minutes: 1 })
    const proposalId = await world.ctx('worker', (ctx) =>
      proposeChange(ctx, { clauseId: clauses[0]!.id, words: '写明几点开门', subject }),
    )
    expect(await stage()).toBe('TO_IMPROVE')
    await manager.call(acceptProposal, { proposalId, reason: '写进下一版' })
    expect(await stage()).toBe('TO_IMPROVE')
    world.clock.advance({ minutes: 1 })
    const next = await manager.call(draftVersion, { documentId: id, ...wording('应在八点开门。') })
    await manager.call(issueVersion, { versionId: next.id })
    expect(await stage()).toBe('IN_FORCE')
    world.clock.advance({ minutes: 1 })
    await manager.call(withdrawVersion, { versionId: next.id, reason: '合并' })
    expect(await stage()).toBe('WITHDRAWN')
  })
})
