import type { ProblemTexts } from '#kernel/contract/problem.ts'
import { text } from '#kernel/contract/text.ts'

/**
 * Ranks as the directory has them, highest first: posts by 公务员职务与职级并行规定 (B), then what people write for them.
 */
export const protocolRanks: readonly string[] = [
  ...['国家级正职', '国家级副职', '省部级正职', '正部级', '正省级', '省部级副职', '副部级', '副省级'],
  ...[
    '厅局级正职',
    '正厅级',
    '正局级',
    '正司级',
    '一级巡视员',
    '厅局级副职',
    '副厅级',
    '副局级',
    '副司级',
    '二级巡视员',
  ],
  ...['县处级正职', '正处级', '一级调研员', '二级调研员', '县处级副职', '副处级', '三级调研员', '四级调研员'],
  ...[
    '乡科级正职',
    '正科级',
    '一级主任科员',
    '二级主任科员',
    '乡科级副职',
    '副科级',
    '三级主任科员',
    '四级主任科员',
  ],
  ...['一级科员', '科员', '二级科员', '办事员'],
]

export const seatsEvents = {
  'meetings.seats_saved': text('保存座次', 'Seat plan saved'),
} as const

export const seatsProblems: ProblemTexts = {
  'meetings.seats_changed': text(
    '{by}刚刚改过座次。请看过新的座次后再改；您的改动没有保存。',
    '{by} has changed the seat plan meanwhile. Look at theirs first; yours was not saved.',
  ),
  'meetings.seats_unknown_person': text(
    '“{name}”不在参会名单上，请先登记。',
    '{name} is not on the list of participants; add them first.',
  ),
  'meetings.nobody_to_print': text(
    '名单是空的，没有桌签可打印。请先登记参会人。',
    'The list is empty, so there are no name plates to print. Add participants first.',
  ),
}
