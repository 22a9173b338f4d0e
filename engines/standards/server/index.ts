import { implement } from '#kernel/server-module.ts'
import { standards } from '../module.ts'
import { createDocument } from './create-document.ts'
import { acceptProposal, declineProposal } from './decide-proposal.ts'
import { fillDemo } from './demo.ts'
import { changeDraft, draftVersion } from './draft-version.ts'
import { ensureStandards } from './ensure-standards.ts'
import { issueVersion, withdrawVersion } from './issue-version.ts'
import { listProposals } from './list-proposals.ts'
import { conformityRate } from './metrics.ts'
import { exportClauses, exportDocuments, listClauses, listDocuments, readDocument } from './queries.ts'

export const standardsServer = implement(standards, {
  migrations: new URL('../migrations', import.meta.url).pathname,
  actions: {
    listDocuments,
    exportDocuments,
    readDocument,
    createDocument,
    draftVersion,
    changeDraft,
    issueVersion,
    withdrawVersion,
    listClauses,
    exportClauses,
    listProposals,
    acceptProposal,
    declineProposal,
  },
  on: { 'kernel.bureau_created': [(ctx) => ensureStandards(ctx)] },
  metrics: { 'standards.conformity.rate': conformityRate },
  demo: fillDemo,
})
