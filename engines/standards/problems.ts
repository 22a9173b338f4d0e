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
  'standards.limit_broken': text(
    '“{line}”的读数 {reading} {unit} 超出限值，不能记为合格。',
    'The reading {reading} {unit} at “{line}” is beyond the limit, so it cannot pass.',
  ),
}
