import { describe, expect, it } from 'vitest'
import { useWorld } from '#test/harness.ts'
import { standards } from '../module.ts'
import { checklistFor, recordChecklist } from './api.ts'
import { firstStandards } from './first-standards.ts'

const { addNode, changeNode, createDocument, hangDocument, readDocument, readTree, removeNode } =
  standards.actions

describe('the standard system [STD-01]', () => {
  const world = useWorld()
  const tree = async () => (await world.as('manager').call(readTree, {})).nodes
  const node = async (code: string) => (await tree()).find((one) => one.code === code)!

  it('begins with three subsystems and their usual children, each before what is below it', async () => {
    const { nodes, totals } = await world.as('staff').call(readTree, {})
    expect(nodes.filter(({ depth }) => depth === 0).map(({ code, family }) => [code, family])).toEqual([
      ['TY', 'GENERAL_FOUNDATION'],
      ['BZ', 'SERVICE_SUPPORT'],
      ['TG', 'SERVICE_PROVISION'],
    ])
    expect(nodes.filter(({ depth }) => depth === 1)).toHaveLength(20)
    expect(nodes.slice(0, 3).map(({ code }) => code)).toEqual(['TY', 'TY-01', 'TY-02'])
    expect(totals).toMatchObject({
      documents: firstStandards.length,
      inForce: firstStandards.length,
      drafts: 0,
      missing: 20 - new Set(firstStandards.map(({ nodeCode }) => nodeCode)).size,
    })
    expect(nodes.some(({ can }) => can.change || can.remove || can.add)).toBe(false)
  })

  it('shows with counts what is missing, and how the standards below a node are kept', async () => {
    const subject = { type: 'test.order', id: crypto.randomUUID(), label: 'WX-1' }
    await world.ctx('worker', async (ctx) => {
      const [line] = await checklistFor(ctx, ['WX-14'])
      await recordChecklist(ctx, subject, [{ lineId: line!.id, result: 'OK' }])
      const [other] = await checklistFor(ctx, ['HY-23'])
      await recordChecklist(ctx, subject, [{ lineId: other!.id, result: 'NOT_OK' }])
    })
    const found = await tree()
    const belowTG = firstStandards.filter(({ nodeCode }) => nodeCode.startsWith('TG'))
    const of = (code: string) => found.find((one) => one.code === code)
    expect(of('TG')).toMatchObject({
      documents: belowTG.length,
      inForce: belowTG.length,
      missing: false,
      conformity: { base: 2, ok: 1, rate: 50 },
      own: [],
    })
    expect(of('TG-02')!.own.map(({ code, inForce }) => [code, inForce])).toEqual(
      firstStandards
        .filter(({ nodeCode }) => nodeCode === 'TG-02')
        .map(({ code }) => [code, true])
        .sort(),
    )
    expect(of('TG-01')).toMatchObject({ documents: 0, missing: true, conformity: { base: 0, rate: null } })
    expect(of('TY')).toMatchObject({ missing: true })
  })

  it('is changed by those who write standards: added to, renamed, moved; a document hangs elsewhere', async () => {
    const manager = world.as('manager')
    const root = await node('BZ')
    const added = await manager.call(addNode, {
      code: 'BZ-03-1',
      title: '消防',
      parentId: (await node('BZ-03')).id,
      position: 1,
    })
    await manager.call(changeNode, {
      nodeId: added.id,
      code: 'BZ-10',
      title: '消防安全',
      titleEn: 'Fire',
      parentId: root.id,
      position: 10,
    })
    expect(await node('BZ-10')).toMatchObject({
      title: { zh: '消防安全', en: 'Fire' },
      depth: 1,
      parentId: root.id,
    })
    const { own } = await node('TG-02')
    await manager.call(hangDocument, { documentId: own[0]!.id, nodeId: added.id })
    expect(await node('BZ')).toMatchObject({ documents: 1, missing: false })
    const shown = await manager.call(readDocument, { documentId: own[0]!.id })
    expect(shown).toMatchObject({ family: 'SERVICE_SUPPORT', node: { code: 'BZ-10' } })
    const audit = await world.as('auditor').get('/api/audit?type=standards.document_hung')
    expect(audit.body.items[0]).toMatchObject({ before: { node: 'TG-02' }, after: { node: 'BZ-10' } })
  })

  it('takes a subsystem of the bureau’s own, outside the three', async () => {
    const manager = world.as('manager')
    const { id } = await manager.call(addNode, {
      code: 'GW',
      title: '岗位工作标准',
      parentId: null,
      position: 4,
    })
    const { own } = await node('TG-02')
    await manager.call(hangDocument, { documentId: own[0]!.id, nodeId: id })
    const shown = await manager.call(readDocument, { documentId: own[0]!.id })
    expect(shown).toMatchObject({ family: null, node: { code: 'GW' } })
  })

  it('refuses a circle, a sixth level, a code twice, a moved root of the three, and what is not there', async () => {
    const manager = world.as('manager')
    const root = await node('BZ')
    const child = await node('BZ-01')
    const change = (nodeId: string, input: object) =>
      manager.put(`/api/standards/nodes/${nodeId}`, {
        code: 'ZZ',
        title: '节点',
        parentId: null,
        position: 1,
        ...input,
      })
    const codeOf = async (answer: ReturnType<typeof change>) => (await answer).body.code
    expect(await codeOf(change(root.id, { parentId: child.id }))).toBe('standards.node_family')
    const { id } = await manager.call(addNode, { code: 'Q', title: '自设', parentId: null, position: 9 })
    const below = await manager.call(addNode, { code: 'Q-1', title: '下级', parentId: id, position: 1 })
    expect(await codeOf(change(id, { parentId: below.id }))).toBe('standards.node_circle')
    expect(await codeOf(change(id, { parentId: id }))).toBe('standards.node_circle')
    expect(await codeOf(change(id, { code: 'BZ' }))).toBe('standards.node_code_taken')
    expect(await codeOf(change(id, { parentId: crypto.randomUUID() }))).toBe('standards.unknown_node')
    let parentId = child.id
    for (const level of [3, 4, 5])
      parentId = (await manager.call(addNode, { code: `D${level}`, title: '深', parentId, position: 1 })).id
    const tooDeep = { code: 'D6', title: '太深', parentId, position: 1 }
    await expect(manager.call(addNode, tooDeep)).rejects.toMatchObject({ code: 'standards.node_deep' })
    // Two levels do not fit below the fourth.
    expect(await codeOf(change(id, { parentId: (await node('D4')).id }))).toBe('standards.node_deep')
    await expect(
      manager.call(hangDocument, {
        documentId: (await node('TG-02')).own[0]!.id,
        nodeId: crypto.randomUUID(),
      }),
    ).rejects.toMatchObject({ code: 'standards.unknown_node' })
    await expect(world.other.as('manager').call(removeNode, { nodeId: child.id })).rejects.toMatchObject({
      status: 404,
    })
  })

  it('lets an empty node go, and none on which something hangs', async () => {
    const manager = world.as('manager')
    const leaf = await node('TY-06')
    expect(leaf.can.remove).toBe(true)
    await manager.call(removeNode, { nodeId: leaf.id })
    expect(await node('TY-06')).toBeUndefined()
    for (const code of ['TY', 'TG-02'])
      await expect(manager.call(removeNode, { nodeId: (await node(code)).id })).rejects.toMatchObject({
        status: 409,
        code: 'standards.node_used',
      })
    // What people took away does not come back at night.
    await world.runJob('standards.complete-set')
    expect(await node('TY-06')).toBeUndefined()
  })

  it('holds every new standard: without a node it is refused', async () => {
    const wording = {
      source: '本中心制定',
      clauses: [{ code: 'N-01', title: '一条', body: '应做到。', lines: [] }],
    }
    const create = (more: object) =>
      world
        .as('manager')
        .post('/api/standards/documents', { code: 'HQ/N-1', title: '新', ...wording, ...more })
    expect((await create({})).body.code).toBe('standards.node_needed')
    expect((await create({ nodeId: crypto.randomUUID() })).body.code).toBe('standards.unknown_node')
    const { id } = await world
      .as('manager')
      .call(createDocument, { code: 'HQ/N-1', title: '新', nodeId: (await node('TY-01')).id, ...wording })
    expect(await node('TY-01')).toMatchObject({
      documents: 1,
      inForce: 0,
      missing: true,
      own: [{ id, inForce: false }],
    })
  })
})
