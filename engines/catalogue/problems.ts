import type { ProblemTexts } from '#kernel/contract/problem.ts'
import { text } from '#kernel/contract/text.ts'

/** The words of the catalogue's refusals. */
export const catalogueProblems: ProblemTexts = {
  'catalogue.code_taken': text(
    '编码“{code}”已被使用，请换一个。',
    'The code “{code}” is taken; choose another.',
  ),
  'catalogue.not_offered': text(
    '“{item}”目前不提供，请选择其他服务事项。',
    '“{item}” is not offered now; choose another service.',
  ),
  'catalogue.party_needed': text('请选择单位，或填写单位名称。', 'Choose a unit, or write its name.'),
  'catalogue.unknown_unit': text('找不到这个单位，请重新选择。', 'There is no such unit; choose again.'),
  'catalogue.unknown_calendar': text('没有名为“{name}”的日历。', 'There is no calendar “{name}”.'),
  'catalogue.pledge_repeated': text(
    '同一紧急程度只能有一项承诺。',
    'There can be one pledge for each urgency.',
  ),
  'catalogue.normal_pledge_needed': text('至少要有一项普通承诺。', 'A pledge for normal requests is needed.'),
  'catalogue.pledge_order': text(
    '响应时限不能长于办结时限。',
    'The time to respond cannot be longer than the time to finish.',
  ),
  'catalogue.step_repeated': text('提醒步骤重复，请检查。', 'An escalation step appears twice.'),
  'catalogue.dimension_repeated': text('评价维度重复，请检查。', 'A scored dimension appears twice.'),
  'catalogue.clause_repeated': text('同一条款选了两次。', 'A clause was chosen twice.'),
  'catalogue.other_version': text('这个版本不属于该服务事项。', 'This version belongs to another item.'),
  'catalogue.nothing_published': text(
    '还没有已发布的服务事项，无法编制手册。',
    'No item is published yet, so there is no handbook to compile.',
  ),
  'catalogue.no_handbook': text('还没有编制服务手册。', 'No handbook has been compiled yet.'),
}
