import { Type } from 'typebox'
import { Day, Done, download, Id, PageOf, paging, read, write } from '#kernel/contract/action.ts'
import { defineModule } from '#kernel/contract/module.ts'
import { centreRoles } from '#kernel/contract/roles.ts'
import { text } from '#kernel/contract/text.ts'
import { borrowingActions } from './borrowing-actions.ts'
import { clauseActions } from './clause-actions.ts'
import { standardsEvents } from './event-words.ts'
import { plannedActions } from './planned-actions.ts'
import { standardsProblems } from './problems.ts'
import { proposalActions } from './proposal-actions.ts'
import { DocumentRow, DocumentView, Family, stages, VersionInput } from './schema.ts'
import { proposalStates, versionStates } from './states.ts'
import { treeActions } from './tree-actions.ts'

const Format = Type.Optional(Type.Union([Type.Literal('xlsx'), Type.Literal('csv')]))
const period = { from: Type.Optional(Day), to: Type.Optional(Day) }
const Reason = Type.String({ minLength: 1, maxLength: 1000 })
const search = Type.Optional(Type.String({ maxLength: 50 }))

/** Written standards and whether work is done to them. */
export const standards = defineModule({
  name: 'standards',
  title: text('服务标准', 'Standards'),
  dependsOn: ['directory'],
  permissions: {
    'standards.write': {
      title: text('编写和发布标准', 'Write and issue standards'),
      roles: ['manager', 'admin'],
    },
    'standards.conformity': {
      title: text('查看条款执行情况', 'See how clauses are kept'),
      roles: centreRoles,
    },
  },
  actions: {
    listDocuments: read({
      path: '/standards/documents',
      permission: 'signed-in',
      input: Type.Object({ ...paging, ...period, search, stage: Type.Optional(Type.Enum(stages)) }),
      output: PageOf(DocumentRow),
      summary: text('标准文件', 'Standards'),
    }),
    exportDocuments: download({
      path: '/standards/documents/export',
      permission: 'signed-in',
      input: Type.Object({ ...period, search, stage: Type.Optional(Type.Enum(stages)), format: Format }),
      summary: text('导出条款与检查项', 'Export clauses and checklist lines'),
    }),
    readDocument: read({
      path: '/standards/documents/:documentId',
      permission: 'signed-in',
      input: Type.Object({ documentId: Id, versionId: Type.Optional(Id), ...period }),
      output: DocumentView,
      summary: text(
        '一份标准：条款、检查项、用在哪里、执行率',
        'A standard: clauses, lines, where used, how kept',
      ),
    }),
    createDocument: write({
      path: '/standards/documents',
      permission: 'standards.write',
      input: Type.Object({
        code: Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9._/-]{0,60}$' }),
        title: Type.String({ minLength: 1, maxLength: 100 }),
        titleEn: Type.Optional(Type.String({ maxLength: 200 })),
        /** Where it hangs; the root of `family` when absent. One of the two is needed. */
        nodeId: Type.Optional(Id),
        family: Type.Optional(Family),
        /** Of the list to be written: this is what comes of it. */
        plannedId: Type.Optional(Id),
        ...VersionInput,
      }),
      output: Type.Object({ id: Id, versionId: Id }),
      summary: text('新建标准', 'Create a standard'),
    }),
    draftVersion: write({
      path: '/standards/documents/:documentId/versions',
      permission: 'standards.write',
      input: Type.Object({ documentId: Id, ...VersionInput }),
      output: Type.Object({ id: Id }),
      summary: text('起草新版本', 'Draft a new version'),
    }),
    changeDraft: write({
      method: 'PUT',
      path: '/standards/versions/:versionId',
      permission: 'standards.write',
      input: Type.Object({ versionId: Id, ...VersionInput }),
      output: Done,
      summary: text('修改草稿', 'Change a draft'),
    }),
    issueVersion: write({
      path: '/standards/versions/:versionId/issue',
      permission: 'standards.write',
      input: Type.Object({ versionId: Id }),
      output: Done,
      summary: text('发布版本', 'Issue a version'),
    }),
    withdrawVersion: write({
      path: '/standards/versions/:versionId/withdrawal',
      permission: 'standards.write',
      input: Type.Object({ versionId: Id, reason: Reason }),
      output: Done,
      summary: text('废止版本', 'Withdraw a version'),
    }),
    ...clauseActions,
    ...proposalActions,
    ...treeActions,
    ...borrowingActions,
    ...plannedActions,
  },
  states: { version: versionStates, proposal: proposalStates },
  events: standardsEvents,
  menu: [
    {
      title: text('服务标准', 'Standards'),
      path: '/standards',
      icon: 'handbook',
      permission: 'standards.conformity',
      group: 'manage',
      order: 30,
    },
  ],
  jobs: {
    // Bureaus that were there before a standard was written get it the night after.
    'complete-set': { title: text('补齐初始标准', 'Complete the first standards'), cron: '50 3 * * *' },
  },
  metrics: {
    'standards.conformity.rate': {
      title: text('标准执行率', 'Conformity to standards'),
      unit: text('%', '%'),
      definition: text(
        '期内填写的必做检查项中，结果为“合格”的占比；“不适用”不计入。',
        'Share of mandatory checklist lines executed in the period that were met; “not applicable” is left out.',
      ),
      decimals: 1,
      better: 'more',
      target: 95,
      plausible: {
        min: 0,
        max: 100,
        reason: text('比例应在 0 至 100 之间', 'A share lies between 0 and 100'),
      },
      kind: 'period',
      adds: false,
    },
  },
  problems: standardsProblems,
})
