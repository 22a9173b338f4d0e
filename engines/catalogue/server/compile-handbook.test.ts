import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { useWorld } from '#test/harness.ts'
import { catalogue } from '../module.ts'

const { compileHandbook, listItems, listReceipts, openHandbook, readHandbook, withdrawItem } =
  catalogue.actions

describe('[DESK-11] the service handbook', () => {
  const world = useWorld()
  it('is compiled from the published items as an edition that never changes', async () => {
    const manager = world.as('manager')
    const first = await manager.call(compileHandbook, { foreword: '请各单位监督。' })
    const { items } = await manager.call(listItems, {})
    await manager.call(withdrawItem, { itemId: items[0]!.id, reason: '停办' })
    const printed = await world.as('staff').call(readHandbook, {})
    expect(printed).toMatchObject({
      edition: first.edition,
      foreword: '请各单位监督。',
      changedSince: 1,
      current: true,
    })
    expect(printed.items).toHaveLength(items.length)
    const second = await manager.call(compileHandbook, {})
    expect(second.edition).toBe(first.edition + 1)
    expect((await world.as('staff').call(readHandbook, {})).items).toHaveLength(items.length - 1)
    const old = await world.as('staff').call(readHandbook, { edition: first.edition })
    expect(old).toMatchObject({ current: false, can: { compile: false } })
    expect(old.items).toHaveLength(items.length)
  })

  it('is pushed to every unit, and shows which have opened it', async () => {
    const { id } = await world.as('manager').call(compileHandbook, {})
    const unread = await world.as('manager').call(listReceipts, { handbookId: id })
    expect(unread.opened).toBe(0)
    expect(unread.items.find((row) => row.unitName === '财政局')).toMatchObject({
      unitName: '财政局',
      openedBy: 0,
    })
    expect((await world.as('liaison').call(readHandbook, {})).opened).toBe(false)
    await world.as('liaison').call(openHandbook, { handbookId: id })
    await world.as('liaison').call(openHandbook, { handbookId: id })
    expect((await world.as('liaison').call(readHandbook, {})).opened).toBe(true)
    const read = await world.as('manager').call(listReceipts, { handbookId: id })
    expect(read).toMatchObject({ opened: 1 })
    expect(read.items.find((row) => row.unitName === '财政局')).toMatchObject({
      openedBy: 1,
      firstOpenedBy: '何静',
    })
    const sheet = await world.as('manager').get(`/api/catalogue/handbooks/${id}/receipts/export?format=csv`)
    expect(sheet.bytes.toString('utf8')).toContain('财政局,1,')
    await expect(world.as('staff').call(listReceipts, { handbookId: id })).rejects.toMatchObject({
      status: 403,
    })
  })

  it('comes as a document with every item, its pledge and its charge', async () => {
    await world.as('manager').call(compileHandbook, { foreword: '请各单位监督。' })
    const answer = await world.as('staff').get('/api/catalogue/handbook/document')
    expect(answer.status).toBe(200)
    const xml = new TextDecoder().decode(unzipSync(new Uint8Array(answer.bytes))['word/document.xml']!)
    const words = xml.replaceAll(/<[^>]+>/g, '')
    for (const part of [
      '机关后勤工作服务手册',
      '请各单位监督',
      '保障性服务',
      '电梯故障',
      '2个工作日',
      '免费',
    ])
      expect(words).toContain(part)
  })

  it('is not there before it was compiled, nor for another bureau', async () => {
    await expect(world.as('staff').call(readHandbook, {})).rejects.toMatchObject({
      status: 404,
      code: 'catalogue.no_handbook',
    })
    const { id } = await world.as('manager').call(compileHandbook, {})
    await expect(world.other.as('staff').call(openHandbook, { handbookId: id })).rejects.toMatchObject({
      status: 404,
    })
    await expect(world.other.as('manager').call(listReceipts, { handbookId: id })).rejects.toMatchObject({
      status: 404,
    })
  })
})
