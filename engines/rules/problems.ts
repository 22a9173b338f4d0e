import type { ProblemTexts } from '#kernel/contract/problem.ts'
import { text } from '#kernel/contract/text.ts'

/** The words of the rules' refusals. */
export const rulesProblems: ProblemTexts = {
  'rules.exceeded': text(
    '{words}请按规定调整后再提交。',
    '{words}Bring it within the limit and send it again.',
  ),
  'rules.unknown_rule': text('没有编号为“{rule}”的规则。', 'There is no rule “{rule}”.'),
  'rules.value_ended': text(
    '这个限值已被他人接替或停用，请刷新后再改。',
    'Somebody has replaced or ended this value; look again before you change it.',
  ),
  'rules.same_days': text(
    '同一适用对象、同一地区在这些日子已有限值，请接替它，或改起止日期。',
    'The same thing has a value in the same area on these days; replace that one or choose other days.',
  ),
  'rules.from_before': text(
    '新限值的起始日不能早于被接替限值的起始日（{day}）。',
    'The new value cannot begin before the one it replaces ({day}).',
  ),
  'rules.ends_before': text('止日须晚于起日。', 'The end must be after the beginning.'),
  'rules.unknown_unit': text('没有这个计量单位。', 'There is no such unit of measure.'),
  'rules.unknown_formula': text(
    '公式须从已有公式中选，选了公式就不填数值。',
    'Choose one of the known formulas, and then no number.',
  ),
  'rules.value_needed': text('请填写限值。', 'Give the limit.'),
  'rules.unknown_jurisdiction': text(
    '地区须为“全国”、六位行政区划代码或本机关的一个单位。',
    'An area is the country, six digits of GB/T 2260, or one of the bureau’s units.',
  ),
  'rules.memory_only_informs': text(
    'C 级（凭记忆）的限值只能提示，不能提醒、阻止，也不能优先于上级。请先核对原文。',
    'A value marked C (from memory) only informs: it neither warns, stops nor overrides. Check the text first.',
  ),
  'rules.nothing_to_override': text(
    '全国限值没有上级可优先。',
    'A national value has nothing above it to override.',
  ),
  'rules.nonsense': text(
    '这个数与计量单位对不上，请核对。',
    'This number does not fit its unit; look again.',
  ),
  'rules.area_table_1999': text(
    '这是 1999 年面积表的数，被误印在 2014 年标准的名下，不能载入。请按发改投资〔2014〕2674号填写。',
    'This figure is of the 1999 table, often printed under the title of 2014; it is not taken. Use 发改投资〔2014〕2674号.',
  ),
  'rules.bad_key': text(
    '“{value}”看不懂。适用对象写成“机关层级=市级机关；职级=正司、局（处）级”，多项用分号隔开。',
    '“{value}” cannot be read. Write a key as “dimension=word; dimension=word”.',
  ),
  'rules.row_repeated': text('与第 {line} 行重复。', 'The same as line {line}.'),
}
