import { Type } from 'typebox'
import { Done, Id, read, write } from '#kernel/contract/action.ts'
import { text } from '#kernel/contract/text.ts'
import { Proposal } from './proposal-schema.ts'

const decision = Type.Object({
  proposalId: Id,
  reason: Type.String({ minLength: 1, maxLength: 1000, pattern: '\\S' }),
})

/** Proposals beside the clauses they would change, and what is decided about them. */
export const proposalActions = {
  listProposals: read({
    path: '/standards/documents/:documentId/proposals',
    permission: 'standards.conformity',
    input: Type.Object({ documentId: Id }),
    output: Type.Object({ items: Type.Array(Proposal) }),
    summary: text('条款的改进建议', 'Proposed changes to the clauses'),
  }),
  acceptProposal: write({
    path: '/standards/proposals/:proposalId/acceptance',
    permission: 'standards.write',
    input: decision,
    output: Done,
    summary: text('采纳改进建议', 'Accept a proposal'),
  }),
  declineProposal: write({
    path: '/standards/proposals/:proposalId/refusal',
    permission: 'standards.write',
    input: decision,
    output: Done,
    summary: text('不采纳改进建议', 'Decline a proposal'),
  }),
}
