import { describe, expect, it } from 'vitest'
import { useWorld } from '#test/harness.ts'
import { standards } from '../module.ts'
import { proposeChange } from './api.ts'

const { acceptProposal, declineProposal, listDocuments, listProposals, readDocument } = standards.actions

describe('a proposed change to a clause', () => {
  const world = useWorld()

  async function proposed(words: string) {
    const manager = world.as('manager')
    const { items } = await manager.call(listDocuments, {})
    const documentId = items[0]!.id
    const { clauses } = await manager.call(readDocument, { documentId })
    const clauseId = clauses[0]!.id
    const subject = { type: 'orders.service_order', id: clauseId, label: 'WX-1', href: '/orders/1' }
    const id = await world.ctx('worker', (ctx) => proposeChange(ctx, { clauseId, words, subject }))
    return { id, clauseId, documentId }
  }

  it('stands beside its clause until it is accepted or declined with a reason', async () => {
    const { id, clauseId, documentId } = await proposed('增加离场拍照')
    const manager = world.as('manager')
    const [open] = (await manager.call(listProposals, { documentId })).items
    expect(open).toMatchObject({
      id,
      clauseId,
      words: '增加离场拍照',
      subject: { label: 'WX-1', href: '/orders/1' },
      proposedBy: '赵铁柱',
      state: 'open',
      can: { accept: true, decline: true },
    })
    await manager.call(acceptProposal, { proposalId: id, reason: '下一版写入' })
    const [after] = (await world.as('worker').call(listProposals, { documentId })).items
    expect(after).toMatchObject({
      state: 'accepted',
      decidedBy: '吴建国',
      decision: '下一版写入',
      can: { accept: false, decline: false },
    })
    await expect(manager.call(declineProposal, { proposalId: id, reason: '改主意了' })).rejects.toMatchObject(
      { status: 409 },
    )
  })

  it('is decided by those who write the standard, with a reason, in their own bureau', async () => {
    const { id, documentId } = await proposed('缩短到场时间')
    const decide = (who: ReturnType<typeof world.as>, reason = '人手不够') =>
      who.call(declineProposal, { proposalId: id, reason })
    await expect(decide(world.as('worker'))).rejects.toMatchObject({ status: 403 })
    await expect(decide(world.as('manager'), ' ')).rejects.toMatchObject({ status: 400 })
    await expect(decide(world.other.as('manager'))).rejects.toMatchObject({ status: 404 })
    await decide(world.as('admin'))
    const audit = await world.as('auditor').get('/api/audit?type=standards.proposal_declined')
    expect(audit.body.items[0]).toMatchObject({ subjectId: id, reason: '人手不够' })
    await expect(world.other.as('manager').call(listProposals, { documentId })).rejects.toMatchObject({
      status: 404,
    })
  })
})
