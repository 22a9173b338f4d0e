import { type Text, text } from '#kernel/contract/text.ts'

/** How many of those asked must agree, in the words people read. */
export const modes = {
  ANY: text('任一人同意即可', 'Any one may approve'),
  MAJORITY: text('过半数同意', 'A majority must approve'),
  ALL: text('全部同意', 'All must approve'),
} as const satisfies Record<string, Text>
export type Mode = keyof typeof modes

/** What a refusal does in each, said beside the words. */
export const modeNotes: Record<Mode, Text> = {
  ANY: text(
    '第一个答复就是结果，其他人的待办随即清空',
    'The first answer decides; it leaves everybody else’s queue',
  ),
  MAJORITY: text(
    '按发给的人数算过半；已不可能过半时为不同意',
    'More than half of those asked; refused once that cannot be reached',
  ),
  ALL: text('有一人不同意即为不同意', 'One refusal refuses'),
}

export const answers = {
  APPROVE: text('同意', 'Approve'),
  REFUSE: text('不同意', 'Refuse'),
  RETURN: text('退回补充', 'Return for completion'),
} as const satisfies Record<string, Text>
export type Answer = keyof typeof answers

export const escalationCauses = {
  OVERDUE: text('超过时限，已上报', 'Overdue, passed upwards'),
  NOBODY: text('没有可以办理的人，已上报', 'Nobody to ask, passed upwards'),
  LEFT: text('应办理的人已不在岗，已上报', 'Those asked have left, passed upwards'),
} as const satisfies Record<string, Text>
export type EscalationCause = keyof typeof escalationCauses

/** Comparisons a route may make, by kind of fact. */
export const comparisons = {
  WITHIN: text('属于', 'is within'),
  NOT_WITHIN: text('不属于', 'is not within'),
  ONE_OF: text('是', 'is'),
  NONE_OF: text('不是', 'is not'),
  AT_LEAST: text('不少于', 'is at least'),
  MORE_THAN: text('超过', 'is more than'),
  AT_MOST: text('不超过', 'is at most'),
  LESS_THAN: text('少于', 'is less than'),
} as const satisfies Record<string, Text>
export type Comparison = keyof typeof comparisons

export const comparisonsOf: Record<'unit' | 'number' | 'word', readonly Comparison[]> = {
  unit: ['WITHIN', 'NOT_WITHIN'],
  number: ['AT_LEAST', 'MORE_THAN', 'AT_MOST', 'LESS_THAN'],
  word: ['ONE_OF', 'NONE_OF'],
}
