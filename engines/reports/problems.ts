import type { ProblemTexts } from '#kernel/contract/problem.ts'
import { text } from '#kernel/contract/text.ts'

/** The words of the refusals, and of what the check before the freeze finds (`reports.found_*`). */
export const reportProblems: ProblemTexts = {
  'reports.period_incomplete': text(
    '半年总结要选上半年或下半年，月报要选月份。',
    'Choose the half of the year, or the month.',
  ),
  'reports.cutoff_outside': text(
    '截止日期须在 {from} 至 {to} 之间。',
    'The cut-off must lie between {from} and {to}.',
  ),
  'reports.changed_meanwhile': text(
    '{who}刚刚保存过这里。您写的内容还在，请对照最新版本后再保存。',
    '{who} has just saved this. What you wrote is kept; compare it with the newest version, then save again.',
  ),
  'reports.no_draft': text(
    '报告已送审或定稿，内容不能再改；需要时请先退回修改。',
    'The report is no draft any more; return it to the writers first.',
  ),
  'reports.unknown_metric': text(
    '没有“{metric}”这个指标，请从列表中选择。',
    'There is no figure “{metric}”; choose one from the list.',
  ),
  'reports.not_ready': text(
    '还有 {count} 处需要改正才能定稿，请看检查结果。',
    '{count} places need correcting before the freeze; see the findings.',
  ),
  'reports.disclosure_missing': text('发布前请填写：{fields}。', 'Fill in before publishing: {fields}.'),
  'reports.not_frozen': text(
    '报告还没有定稿，数据随时更新，没有可比较的变化。',
    'The report is not frozen yet; its figures are live.',
  ),
  'reports.suggestion_gone': text(
    '这条建议已不适用，请刷新。',
    'This suggestion no longer applies; refresh.',
  ),
  'reports.suggestion_taken': text('这条建议已经采纳。', 'This suggestion has been accepted already.'),
  'reports.last_section': text('报告至少要有一个部分。', 'A report needs at least one section.'),
  'reports.too_many_sections': text('一份报告最多 20 个部分。', 'A report has 20 sections at most.'),
  'reports.found_placeholder': text('有没填的占位符“{found}”。', 'A placeholder is left: “{found}”.'),
  'reports.found_empty_number': text('文号或括号里是空的：“{found}”。', 'Empty brackets: “{found}”.'),
  'reports.found_number_jump': text(
    '标题序号不连续：“{found}”前面应是“{wanted}”。',
    'The numbering jumps: “{found}” where “{wanted}” was expected.',
  ),
  'reports.found_number_typed': text(
    '标题序号由系统编排，请删去手写的“{found}”。',
    'Headings are numbered by the system; delete the typed “{found}”.',
  ),
  'reports.found_count_mismatch': text(
    '文中说有{declared}个{noun}，实际列出{listed}个。',
    'The text announces {declared} {noun}, but lists {listed}.',
  ),
  'reports.found_same_year': text(
    '起止年份相同：“{found}”。',
    'The years of the span are the same: “{found}”.',
  ),
  'reports.found_empty_section': text('“{found}”部分还没有内容。', 'Section “{found}” is still empty.'),
  'reports.found_implausible': text('“{found}”不可信：{reason}', '“{found}” cannot be right: {reason}'),
  'reports.found_no_value': text('“{found}”在此期间没有数据。', '“{found}” has no value in this period.'),
}
