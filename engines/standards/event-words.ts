import { text } from '#kernel/contract/text.ts'

/** What the history says. */
export const standardsEvents = {
  'standards.document_created': text('新建标准', 'Standard created'),
  'standards.version_drafted': text('起草标准', 'Version drafted'),
  'standards.draft_changed': text('修改草稿', 'Draft changed'),
  'standards.version_issued': text('发布标准', 'Version issued'),
  'standards.version_withdrawn': text('废止标准', 'Version withdrawn'),
  'standards.change_proposed': text('建议修改条款', 'Change proposed'),
  'standards.proposal_accepted': text('采纳改进建议', 'Proposal accepted'),
  'standards.proposal_declined': text('不采纳改进建议', 'Proposal declined'),
  'standards.checklist_recorded': text('填写检查清单', 'Checklist recorded'),
  'standards.checklist_voided': text('检查清单作废', 'Checklist voided'),
  'standards.node_added': text('增加体系节点', 'Node added'),
  'standards.node_changed': text('修改体系节点', 'Node changed'),
  'standards.node_removed': text('删除体系节点', 'Node removed'),
  'standards.document_hung': text('标准改挂节点', 'Standard hung on another node'),
  'standards.planned_added': text('列入待编标准', 'Put on the list to be written'),
  'standards.planned_changed': text('修改待编标准', 'To be written, changed'),
  'standards.planned_dropped': text('不再编写', 'No longer to be written'),
  'standards.seeded': text('载入初始标准', 'First standards set up'),
} as const
