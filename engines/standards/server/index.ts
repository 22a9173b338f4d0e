import { implement } from '#kernel/server-module.ts'
import { standards } from '../module.ts'
import { addNode, changeNode, hangDocument, removeNode } from './change-tree.ts'
import { checkDraft, readFormContext } from './check-version.ts'
import { createDocument } from './create-document.ts'
import { acceptProposal, declineProposal } from './decide-proposal.ts'
import { fillDemo } from './demo.ts'
import { changeDraft, draftVersion } from './draft-version.ts'
import { ensureStandards } from './ensure-standards.ts'
import { exportClauses, exportDocuments } from './export-clauses.ts'
import { issueVersion, withdrawVersion } from './issue-version.ts'
import { exportBorrowed, listBorrowed } from './list-borrowed.ts'
import { exportPlanned, listPlanned } from './list-planned.ts'
import { listProposals } from './list-proposals.ts'
import { conformityRate } from './metrics.ts'
import { addPlanned, changePlanned, dropPlanned } from './plan-standard.ts'
import { listClauses, listDocuments, readDocument } from './queries.ts'
import { readTree } from './read-tree.ts'

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
    readTree,
    addNode,
    changeNode,
    removeNode,
    hangDocument,
    listBorrowed,
    exportBorrowed,
    readFormContext,
    checkDraft,
    listPlanned,
    exportPlanned,
    addPlanned,
    changePlanned,
    dropPlanned,
  },
  on: { 'kernel.bureau_created': [(ctx) => ensureStandards(ctx)] },
  jobs: { 'complete-set': (ctx) => ensureStandards(ctx) },
  metrics: { 'standards.conformity.rate': conformityRate },
  demo: fillDemo,
})
