import type { ProblemTexts } from '#kernel/contract/problem.ts'
import { text } from '#kernel/contract/text.ts'

/** The words of the refusals. */
export const metricsProblems: ProblemTexts = {
  'metrics.unknown': text('没有“{metric}”这个指标。', 'There is no figure “{metric}”.'),
  'metrics.period_reversed': text('结束日期不能早于开始日期。', 'The period ends before it begins.'),
  'metrics.period_too_long': text(
    '期间不能超过十年，且在 1900 至 2200 年之间。',
    'A period has ten years at most, from 1900 to 2200.',
  ),
  'metrics.own_unit_only': text(
    '您只能查看本单位的数据。',
    'You may read the figures of your own unit only.',
  ),
  'metrics.no_unit': text(
    '您的账号没有对应的单位，请联系管理员。',
    'Your account belongs to no unit; ask your administrator.',
  ),
  'metrics.not_by': text('“{title}”不能这样分解。', '“{title}” cannot be broken down this way.'),
  'metrics.no_such_place': text('没有这个单位或物业。', 'There is no such unit or site.'),
  'metrics.too_many_records': text(
    '记录超过 {limit} 条，请缩短期间后再导出。',
    'More than {limit} rows; export a shorter period.',
  ),
}
