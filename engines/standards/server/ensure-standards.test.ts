import { describe, expect, it } from 'vitest'
import { useWorld } from '#test/harness.ts'
import { meetingClauses, meetingClausesOf, meetingSteps, meetingTasks } from '../meeting-clauses.ts'
import { standards } from '../module.ts'
import { upkeepClauses, upkeepClausesOf, upkeepWork } from '../upkeep-clauses.ts'
import { vehicleClauses, vehicleClausesOf } from '../vehicle-clauses.ts'
import { checklistFor, ensureStandards } from './api.ts'
import { firstStandards } from './first-standards.ts'

/** The codes of the first standards, but for those named, in the order of a list. */
const firstCodes = (but: string[] = [], and: string[] = []) =>
  [...firstStandards.map(({ code }) => code).filter((code) => !but.includes(code)), ...and].sort()

const { createDocument, listClauses, listDocuments, readDocument } = standards.actions

describe('the first standards', () => {
  const world = useWorld()

  async function meetingStandard() {
    const { items } = await world.as('worker').call(listDocuments, { search: '会议服务规范' })
    return world.as('worker').call(readDocument, { documentId: items[0]!.id })
  }

  it('[MEET-06] hold 主席台摆放、茶水服务、休息室安排、话筒灯光音响调试 as mandatory lines that allow no N/A', async () => {
    const { code, clauses, version, node } = await meetingStandard()
    expect({ code, inForce: version?.inForce, node: node.code }).toEqual({
      code: 'HQ/HY-001',
      inForce: true,
      node: 'TG-02',
    })
    const named = {
      主席台摆放: 'HY-06',
      茶水服务: 'HY-15',
      休息室安排: 'HY-10',
      '话筒、灯光、音响调试': 'HY-08',
    }
    for (const [title, clauseCode] of Object.entries(named)) {
      const clause = clauses.find((one) => one.code === clauseCode)!
      expect(clause.title.zh).toBe(title)
      const firm = clause.lines.filter(({ mandatory, allowsNa }) => mandatory && !allowsNa)
      expect(firm.length, title).toBeGreaterThanOrEqual(2)
    }
    const rostrum = clauses.find((one) => one.code === 'HY-06')!
    expect(rostrum.lines.some(({ needsPhoto }) => needsPhoto)).toBe(true)
    const limits = clauses.flatMap(({ lines }) => lines.flatMap(({ limit }) => limit ?? []))
    expect(limits).toContainEqual({ min: 30, max: null, unit: '分钟' })
    expect(limits).toContainEqual({ min: 18, max: 28, unit: '℃' })
  })

  it('[MEET-01] cover the four steps: every clause belongs to one step and one task, and each has lines', async () => {
    const { clauses } = await meetingStandard()
    expect(meetingClauses.map(({ code }) => code)).toEqual(clauses.map(({ code }) => code))
    for (const step of meetingSteps) {
      const lines = await world.ctx('system', (ctx) => checklistFor(ctx, meetingClausesOf({ step })))
      expect(lines.filter(({ mandatory }) => mandatory).length, step).toBeGreaterThan(3)
    }
    for (const task of meetingTasks) expect(meetingClausesOf({ task }), task).not.toEqual([])
    expect(meetingClausesOf({ step: 'IN_SESSION', task: 'TEA' })).toEqual(['HY-15'])
  })

  it('[FLEET-05] [FLEET-16] the vehicle standard has every clause in a step; what is checked before leaving is mandatory', async () => {
    const { items } = await world.as('worker').call(listDocuments, { search: '公务用车服务规范' })
    const { clauses } = await world.as('worker').call(readDocument, { documentId: items[0]!.id })
    expect(vehicleClauses.map(({ code }) => code)).toEqual(clauses.map(({ code }) => code))
    const lines = await world.ctx('system', (ctx) => checklistFor(ctx, vehicleClausesOf('SAFETY')))
    expect(lines).toHaveLength(7)
    expect(lines.every(({ mandatory }) => mandatory)).toBe(true)
  })

  it('[FLEET-16] the first wave for vehicles is there: upkeep, dispatch, manners, with the sources two of them borrow from', async () => {
    const wave = { 'HQ/CL-002': '车辆维修保养规范', 'HQ/CL-003': '派车管理规范', 'HQ/CL-004': '司机礼仪规范' }
    const { items } = await world.as('worker').call(listDocuments, { search: 'HQ/CL' })
    for (const [code, title] of Object.entries(wave))
      expect(items.find((one) => one.code === code)).toMatchObject({
        title: { zh: title },
        stage: 'IN_FORCE',
      })
    const read = async (code: string) => {
      const { id } = items.find((one) => one.code === code)!
      return world.as('worker').call(readDocument, { documentId: id })
    }
    const upkeep = await read('HQ/CL-002')
    expect(upkeep.clauses.map(({ code }) => code)).toEqual(upkeepClauses.map(({ code }) => code))
    for (const kind of upkeepWork) {
      const lines = await world.ctx('system', (ctx) => checklistFor(ctx, upkeepClausesOf(kind)))
      expect(lines.filter(({ mandatory }) => mandatory).length, kind).toBeGreaterThan(2)
    }
    const sources = (of: typeof upkeep) =>
      of.clauses.flatMap(({ code, borrowed }) => borrowed.map(({ article }) => [code, article]))
    expect(sources(upkeep)).toEqual([
      ['WB-01', '第二十六条'],
      ['WB-08', '第十六条'],
      ['WB-10', '第二十六条'],
    ])
    expect(sources(await read('HQ/CL-003'))).toEqual([['PC-05', '第六十二条第七项']])
  })

  it('pass their own check of form without a single remark, in both languages', async () => {
    const { items } = await world.as('manager').call(listDocuments, {})
    expect(items.map(({ code }) => code)).toEqual(firstCodes())
    for (const { id } of items) {
      const { version, clauses, parts } = await world.as('manager').call(readDocument, { documentId: id })
      expect(version?.findings).toEqual([])
      const english = [
        ...clauses.flatMap(({ title, body, lines }) => [title, body, ...lines.map(({ text }) => text)]),
      ]
      for (const { zh, en } of [...english, ...parts.map(({ body }) => body)]) {
        expect(en).not.toBe(zh)
        expect(en).not.toMatch(/\p{Script=Han}/u)
      }
    }
  })

  it('come to a bureau that lacks one of them, and are never doubled or written anew', async () => {
    const before = await world.as('worker').call(listClauses, {})
    await world.runJob('standards.complete-set')
    expect(await world.as('worker').call(listClauses, {})).toEqual(before)
    await world.ctx('system', async (ctx) => {
      await ctx.db
        .updateTable('standards.document')
        .set({ code: 'HQ/HY-OLD' })
        .where('code', '=', 'HQ/HY-001')
        .execute()
      await ctx.db
        .updateTable('standards.clause')
        .set({ code: 'ALT-01' })
        .where('code', '=', 'HY-01')
        .execute()
      // Twenty-four of its clause codes are still the bureau's own: it is left to the people there.
      await ensureStandards(ctx)
      const kept = await ctx.db.selectFrom('standards.document').select('code').orderBy('code').execute()
      expect(kept.map(({ code }) => code)).toEqual(firstCodes(['HQ/HY-001'], ['HQ/HY-OLD']))
      const titled = ctx.db.updateTable('standards.document').where('code', '=', 'HQ/HY-OLD')
      for (const { code } of meetingClauses)
        await ctx.db
          .updateTable('standards.clause')
          .set({ code: `X${code}` })
          .where('code', '=', code)
          .execute()
      // Its title is the bureau's own as well.
      await ensureStandards(ctx)
      await titled.set({ title_zh: '会务办法' }).execute()
      const node = await ctx.db.selectFrom('standards.node').select('id').executeTakeFirstOrThrow()
      await ctx.db
        .insertInto('standards.planned')
        .values({
          title_zh: '会议服务规范',
          node_id: node.id,
          urgency: 5,
          ease: 3,
          level: 2,
          created_by: '郑立峰',
        })
        .execute()
      await ensureStandards(ctx)
      // What stood on the list to be written is written now.
      const planned = await ctx.db
        .selectFrom('standards.planned')
        .select('document_id')
        .executeTakeFirstOrThrow()
      expect(planned.document_id).not.toBeNull()
    })
    const { items } = await world.as('worker').call(listDocuments, {})
    expect(items.map(({ code }) => code)).toEqual(firstCodes([], ['HQ/HY-OLD']))
    expect(items.find(({ code }) => code === 'HQ/HY-001')).toMatchObject({
      currentVersion: 1,
      clauses: 25,
      stage: 'IN_FORCE',
    })
  })

  it('hang on the root of their family when an older program says nothing of a node', async () => {
    const wording = {
      source: '本中心制定',
      clauses: [
        { code: 'F-01', title: '一条', body: '应做到。', lines: [{ text: '已经做到', mandatory: true }] },
      ],
    }
    const { id } = await world
      .as('manager')
      .call(createDocument, { code: 'HQ/F-1', title: '旧程序写的', family: 'SERVICE_SUPPORT', ...wording })
    expect(await world.as('worker').call(readDocument, { documentId: id })).toMatchObject({
      family: 'SERVICE_SUPPORT',
      node: { code: 'BZ' },
    })
  })
})
