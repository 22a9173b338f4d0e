import { describe, expect, it } from 'vitest'
import { useWorld } from '#test/harness.ts'
import { catalogue } from '../module.ts'
import type { ItemVersion, VersionInput } from '../schema.ts'
import { itemForOrder, readItemVersion } from './api.ts'

const { changeItem, createItem, exportItems, listItems, publishItem, readItem, withdrawItem } =
  catalogue.actions

/** A version as somebody would send it back after editing. */
function edited(version: ItemVersion, change: Partial<VersionInput> = {}): VersionInput {
  const { name, content, grade, charge, chargeFen, serviceClass, delivery, pledges, steps, dimensions } =
    version
  return {
    name,
    content,
    grade,
    charge,
    chargeFen,
    serviceClass,
    delivery,
    pledges,
    steps,
    dimensions,
    clauseCodes: version.clauseCodes,
    managingUnit: version.managingUnit,
    providerUnit: version.providerUnit,
    changeNote: '调整',
    ...change,
  }
}

describe('the service catalogue', () => {
  const world = useWorld()
  const water = () =>
    world.ctx('system', (ctx) => itemForOrder(ctx, { line: 'repairs', code: 'repairs.plumbing-electric' }))

  it('[DESK-01] covers every kind of repair, published for everybody', async () => {
    const { items } = await world.as('staff').call(listItems, { line: 'repairs' })
    expect(items.map(({ code }) => code).sort()).toEqual(
      [
        'repairs.air-conditioning',
        'repairs.doors-windows',
        'repairs.elevator',
        'repairs.greening',
        'repairs.major',
        'repairs.network',
        'repairs.other',
        'repairs.plumbing-electric',
        'repairs.roof-walls',
      ].sort(),
    )
    expect(items.every(({ state }) => state === 'published')).toBe(true)
  })

  it('[DESK-02] [DESK-20] publishes content, quality grade and charge of every item', async () => {
    const { items } = await world.as('staff').call(listItems, {})
    for (const { version } of items) {
      expect(version.content.zh && version.grade.zh && version.charge.zh).toBeTruthy()
      expect(version.content.en && version.grade.en && version.charge.en).toBeTruthy()
    }
    const sheet = await world.as('staff').get(`/api${exportItems.path}?format=csv`)
    expect(sheet.bytes.toString('utf8')).toContain('repairs.elevator,电梯故障,已发布,保障性')
  })

  it('[DESK-03] every item carries a pledge in minutes of a calendar, with its escalation', async () => {
    const item = await water()
    expect(item.pledges).toEqual([
      { urgency: 'NORMAL', respondMinutes: 60, finishMinutes: 840, calendar: 'work' },
      { urgency: 'URGENT', respondMinutes: 15, finishMinutes: 240, calendar: 'round-the-clock' },
    ])
    expect(item.steps.filter(({ level }) => level > 0).map(({ toRole }) => toRole)).toContain('manager')
  })

  it('[DESK-14] has the six scored dimensions of the service creed as data', async () => {
    const { dimensions } = await water()
    expect(dimensions.map(({ name }) => name.zh)).toEqual([
      '主动超前',
      '快捷迅速',
      '热情用心',
      '娴熟精确',
      '规范到位',
      '责任始终',
    ])
  })

  it('changing it never changes an order already taken', async () => {
    const taken = await water()
    const manager = world.as('manager')
    const { versionId, number } = await manager.call(changeItem, {
      itemId: taken.itemId,
      ...edited(taken, {
        name: { zh: '水电急修', en: 'Quick repairs' },
        pledges: [{ urgency: 'NORMAL', respondMinutes: 10, finishMinutes: 60, calendar: 'work' }],
        steps: [],
        clauseCodes: ['WX-01'],
      }),
    })
    expect(number).toBe(2)
    expect((await water()).id).toBe(taken.id)
    await manager.call(publishItem, { itemId: taken.itemId, versionId })
    expect(await water()).toMatchObject({
      id: versionId,
      name: { zh: '水电急修' },
      clauseCodes: ['WX-01'],
      steps: [],
    })
    const order = await world.ctx('worker', (ctx) => readItemVersion(ctx, taken.id))
    expect(order).toEqual(taken)
    for (const table of ['catalogue.item_version', 'catalogue.version_pledge'] as const) {
      const tampering = world.ctx('system', (ctx) => ctx.db.deleteFrom(table).execute())
      await expect(tampering).rejects.toThrow(/permission denied/)
    }
  })

  it('[DESK-21] keeps why an item was changed: clients, content or emphasis, with every version', async () => {
    const item = await water()
    await world.as('manager').call(changeItem, {
      itemId: item.itemId,
      ...edited(item, {
        changeKinds: ['CLIENTS', 'FOCUS'],
        changeNote: '新增两个派驻单位，重点转向夜间保障',
      }),
    })
    const { versions } = await world.as('manager').call(readItem, { itemId: item.itemId })
    expect(versions.map(({ number, changeKinds, published }) => [number, changeKinds, published])).toEqual([
      [2, ['CLIENTS', 'FOCUS'], false],
      [1, [], true],
    ])
    const seen = await world.as('staff').call(readItem, { itemId: item.itemId })
    expect(seen.versions.map(({ number }) => number)).toEqual([1])
    const { items } = await world.as('manager').call(listItems, { search: '水电' })
    expect(items[0]).toMatchObject({
      pendingNumber: 2,
      version: { number: 1 },
      can: { publish: true, change: true },
    })
  })

  it('[DESK-18] names managing department and provider of every item, by unit where the directory has it', async () => {
    const item = await water()
    expect(item.managingUnit.name && item.providerUnit.name).toBeTruthy()
    const unitId = await world.ctx('system', async (ctx) => {
      const unit = { code: 'T-9', name: '测试保障科', kind: 'centre', pinyin: 'ceshi', initials: 'cs' }
      return (
        await ctx.db.insertInto('directory.unit').values(unit).returning('id').executeTakeFirstOrThrow()
      ).id
    })
    const manager = world.as('manager')
    const { versionId } = await manager.call(changeItem, {
      itemId: item.itemId,
      ...edited(item, { managingUnit: { unitId }, providerUnit: { name: '某维保公司' } }),
    })
    const changed = await world.ctx('system', (ctx) => readItemVersion(ctx, versionId))
    expect(changed.managingUnit).toEqual({ unitId, name: '测试保障科' })
    expect(changed.providerUnit).toEqual({ unitId: null, name: '某维保公司' })
    await expect(
      manager.call(changeItem, { itemId: item.itemId, ...edited(item, { providerUnit: {} }) }),
    ).rejects.toMatchObject({ status: 422, code: 'catalogue.party_needed' })
  })

  it('[DESK-10] every item is welfare, assurance or commercial, and lists keep them apart', async () => {
    const manager = world.as('manager')
    const base = edited(await water(), { serviceClass: 'COMMERCIAL', chargeFen: 1500, changeNote: '新增' })
    const made = await manager.call(createItem, { line: 'laundry', code: 'laundry.shirts', ...base })
    expect((await world.as('staff').call(listItems, { serviceClass: 'COMMERCIAL' })).items).toEqual([])
    await manager.call(publishItem, { itemId: made.id, versionId: made.versionId })
    const { items } = await world.as('staff').call(listItems, { serviceClass: 'COMMERCIAL' })
    expect(items.map(({ code, version }) => [code, version.chargeFen])).toEqual([['laundry.shirts', 1500]])
    const assured = await world.as('staff').call(listItems, { serviceClass: 'ASSURANCE' })
    expect(assured.items.some(({ code }) => code === 'laundry.shirts')).toBe(false)
  })

  it('refuses a taken code and promises that do not fit', async () => {
    const manager = world.as('manager')
    const item = await water()
    const change = (part: Partial<VersionInput>) =>
      manager.call(changeItem, { itemId: item.itemId, ...edited(item, part) })
    const pledge = item.pledges[0]!
    const codes = (work: Promise<unknown>) =>
      work.then(
        () => 'taken',
        (error: { code: string }) => error.code,
      )
    expect(await codes(manager.call(createItem, { line: 'repairs', code: item.code, ...edited(item) }))).toBe(
      'catalogue.code_taken',
    )
    expect(await codes(change({ pledges: [pledge, pledge] }))).toBe('catalogue.pledge_repeated')
    expect(await codes(change({ pledges: [item.pledges[1]!] }))).toBe('catalogue.normal_pledge_needed')
    expect(await codes(change({ pledges: [{ ...pledge, respondMinutes: 900 }] }))).toBe(
      'catalogue.pledge_order',
    )
    expect(await codes(change({ pledges: [{ ...pledge, calendar: 'night' }] }))).toBe(
      'catalogue.unknown_calendar',
    )
    expect(await codes(change({ clauseCodes: ['XX-99'] }))).toBe('standards.unknown_clause')
    expect(await codes(change({ clauseCodes: ['WX-01', 'WX-01'] }))).toBe('catalogue.clause_repeated')
    expect(await codes(change({ steps: [item.steps[0]!, item.steps[0]!] }))).toBe('catalogue.step_repeated')
  })

  it('a withdrawn item takes no order, and its clauses are no longer shown as used by it', async () => {
    const item = await water()
    const manager = world.as('manager')
    const clauseUses = async () => {
      const { body } = await manager.get('/api/standards/clauses?search=WX-08')
      return body.items[0].uses.map(({ label }: { label: { zh: string } }) => label.zh)
    }
    expect(await clauseUses()).toEqual(['水电维修'])
    await manager.call(withdrawItem, { itemId: item.itemId, reason: '并入其他事项' })
    await expect(water()).rejects.toMatchObject({ status: 422, code: 'catalogue.not_offered' })
    expect(await clauseUses()).toEqual([])
    await expect(world.as('staff').call(readItem, { itemId: item.itemId })).rejects.toMatchObject({
      status: 404,
    })
    await expect(manager.call(withdrawItem, { itemId: item.itemId, reason: '再次' })).rejects.toMatchObject({
      status: 409,
    })
    const other = await world.ctx('system', (ctx) =>
      itemForOrder(ctx, { line: 'repairs', code: 'repairs.other' }),
    )
    await expect(
      manager.call(publishItem, { itemId: item.itemId, versionId: other.id }),
    ).rejects.toMatchObject({
      code: 'catalogue.other_version',
    })
  })

  it('of another bureau is not there', async () => {
    const item = await water()
    const stranger = world.other.as('manager')
    await expect(stranger.call(readItem, { itemId: item.itemId })).rejects.toMatchObject({ status: 404 })
    await expect(stranger.call(changeItem, { itemId: item.itemId, ...edited(item) })).rejects.toMatchObject({
      status: 404,
    })
    await expect(
      stranger.call(publishItem, { itemId: item.itemId, versionId: item.id }),
    ).rejects.toMatchObject({ status: 404 })
  })
})
