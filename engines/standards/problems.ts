import type { ProblemTexts } from '#kernel/contract/problem.ts'
import { text } from '#kernel/contract/text.ts'

/** The words of the standards' refusals. */
export const standardsProblems: ProblemTexts = {
  'standards.code_taken': text(
    '编号“{code}”已被使用，请换一个。',
    'The code “{code}” is taken; choose another.',
  ),
  'standards.clause_repeated': text('条款编号“{code}”重复。', 'The clause code “{code}” appears twice.'),
  'standards.clause_elsewhere': text(
    '条款编号“{code}”属于另一份标准。',
    'The clause code “{code}” belongs to another standard.',
  ),
  'standards.draft_exists': text(
    '已有一份草稿，请先发布或继续修改它。',
    'There is a draft already; issue it or go on writing it.',
  ),
  'standards.not_a_draft': text(
    '已发布的版本不能修改，请另起一个新版本。',
    'An issued version does not change; begin a new one.',
  ),
  'standards.limit_bounds': text(
    '限值下限不能大于上限，且至少填一个。',
    'A limit needs a lower or an upper bound, in order.',
  ),
  'standards.no_such_clause': text('没有这个条款。', 'There is no such clause.'),
  'standards.proposal_needs_clause': text('提出修改时请选择条款。', 'Choose the clause that should change.'),
  'standards.unknown_clause': text('没有条款“{code}”。', 'There is no clause “{code}”.'),
  'standards.unknown_line': text(
    '清单中没有这一项，请刷新后重试。',
    'This line is not on the checklist; refresh and try again.',
  ),
  'standards.line_repeated': text('同一项填写了两次：{line}', 'This line was answered twice: {line}'),
  'standards.na_not_allowed': text(
    '“{line}”是必做项，不能填“不适用”。',
    '“{line}” always applies; “not applicable” is not possible.',
  ),
  'standards.photo_needed': text('“{line}”需要拍照。', '“{line}” needs a photo.'),
  'standards.reading_needed': text('“{line}”需要填写读数（{unit}）。', '“{line}” needs a reading ({unit}).'),
  'standards.checklist_voided': text(
    '这份清单随记录一起作废了，不能再填。',
    'This checklist was voided with its record and takes no more answers.',
  ),
  'standards.form_errors': text(
    '体例检查有 {count} 处必须改正，先改草稿再发布。第一处：{first}',
    'The check of form found {count} errors; mend the draft, then issue it. The first: {first}',
  ),
  'standards.part_repeated': text('“{part}”写了两次。', '“{part}” was written twice.'),
  'standards.unknown_source': text(
    '这个来源不在本标准的早前版本中，或已经取消。',
    'This source is not of an earlier version of this standard, or was removed before.',
  ),
  'standards.unknown_node': text(
    '没有这个体系节点，请刷新后重选。',
    'There is no such node; refresh and choose again.',
  ),
  'standards.node_needed': text('请选择标准挂在哪个节点。', 'Choose the node the standard hangs on.'),
  'standards.node_code_taken': text('节点编号“{code}”已被使用。', 'The node code “{code}” is taken.'),
  'standards.node_circle': text('节点不能挂在自己或自己的下级之下。', 'A node cannot hang below itself.'),
  'standards.node_deep': text('体系最多 {most} 级。', 'The system has at most {most} levels.'),
  'standards.node_family': text(
    '三个子体系的根节点不能移到别处。',
    'The roots of the three subsystems stay roots.',
  ),
  'standards.node_used': text(
    '节点下还有下级、标准或待编标准，先移走再删除。',
    'The node still has nodes, standards or standards to be written; move them first.',
  ),
  'standards.planned_closed': text('这一项已编写或已取消。', 'This was written or dropped before.'),
  'standards.limit_broken': text(
    '“{line}”的读数 {reading} {unit} 超出限值，不能记为合格。',
    'The reading {reading} {unit} at “{line}” is beyond the limit, so it cannot pass.',
  ),
}
