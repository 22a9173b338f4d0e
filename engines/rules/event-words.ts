import { text } from '#kernel/contract/text.ts'

/** What the history says of rules. */
export const rulesEvents = {
  'rules.seeded': text('载入全国规则', 'National rules loaded'),
  'rules.value_added': text('增加限值', 'Value added'),
  'rules.value_replaced': text('接替限值', 'Value replaced'),
  'rules.value_ended': text('停用限值', 'Value ended'),
  'rules.jurisdiction_set': text('设定所在地区', 'Area set'),
  'rules.refused': text('因超出限值未予办理', 'Refused for a limit'),
  'rules.warned': text('超出限值，已提醒', 'Beyond a limit, warned'),
}
