import { type Text, text } from '#kernel/contract/text.ts'

/** A: read in full at its source; B: seen in a copy; C: from memory. */
export type Mark = 'A' | 'B' | 'C'

export interface RuleSource {
  title: Text
  /** Where a copy was seen. */
  seen: string
  mark: Mark
}

export interface ProtocolRule {
  words: Text
  sources: readonly RuleSource[]
}

/**
 * The order on a rostrum. No statute says it: every copy found refers to a practice of the central general office, and
 * none to a document, so no rule here blocks anything. Left and right are those of the person who sits there and faces
 * the audience.
 */
export const rostrumRule: ProtocolRule = {
  words: text(
    '主席台以左为上（面向观众时自己的左手）：前排高于后排，中间高于两侧。单数时 1 号居中，2 号在 1 号左手，3 号在 1 号右手，依次左右排开。',
    'On the rostrum the left is the higher side (one’s own left hand, facing the audience); front before back, middle before sides. Odd number: No. 1 in the middle, No. 2 at their left hand, No. 3 at their right, and so on outwards.',
  ),
  sources: [
    {
      title: text(
        '大型会议的座次安排（汇编，称据中办掌握的原则）',
        'Seating at large meetings (compilation; names the practice of the central general office)',
      ),
      seen: 'dybbs8.com/doc-217065196',
      mark: 'B',
    },
    {
      title: text('会议座次安排必会知识', 'What to know about seating'),
      seen: '2huiyi.com/?tid-315',
      mark: 'B',
    },
  ],
}

/**
 * Even numbers: the copies disagree about the two in the middle. The first rule is what most of them say, and the
 * default; an office that keeps the second one chooses it.
 */
export const evenRules = {
  SECOND_AT_LEFT: {
    words: text(
      '双数时 1 号、2 号同时居中，2 号仍在 1 号左手，3 号仍在 1 号右手，依次左右排开。从台下看，自左至右：5、3、1、2、4、6。（台上只有两人时，各资料不一，有的以 1 号居左。）',
      'Even number: Nos. 1 and 2 share the middle, No. 2 still at No. 1’s left hand, No. 3 still at their right. From the audience, left to right: 5, 3, 1, 2, 4, 6. (For two people alone the copies differ: some put No. 1 on the left.)',
    ),
    sources: [
      {
        title: text('大型会议的座次安排（汇编）', 'Seating at large meetings (compilation)'),
        seen: 'dybbs8.com/doc-217065196',
        mark: 'B',
      },
      {
        title: text('会议座次安排必会知识', 'What to know about seating'),
        seen: '2huiyi.com/?tid-315',
        mark: 'B',
      },
      {
        title: text('会议座次（问答）', 'Seating at meetings (questions and answers)'),
        seen: 'zuankewang.com/223046',
        mark: 'B',
      },
    ],
  },
  FIRST_AT_LEFT: {
    words: text(
      '双数时 1 号、2 号同时居中，1 号居左、2 号在 1 号右手，3 号在 1 号左手，依次左右排开。从台下看，自左至右：6、4、2、1、3、5。',
      'Even number: Nos. 1 and 2 share the middle, No. 1 on the left of it, No. 2 at No. 1’s right hand, No. 3 at their left. From the audience, left to right: 6, 4, 2, 1, 3, 5.',
    ),
    sources: [
      {
        title: text(
          '中共县委办公室关于接待工作中座次安排规定（范文）',
          'A county committee office’s rules on seating (sample)',
        ),
        seen: 'zhsheng.cn/article/zhongjibaogao/gzhb/200702/33170',
        mark: 'B',
      },
      {
        title: text('关于会议主席台座次的安排', 'On the order of seats on a rostrum'),
        seen: 'laomiw.com/forum.php?tid=27679',
        mark: 'B',
      },
    ],
  },
} as const satisfies Record<string, ProtocolRule>
export type EvenRule = keyof typeof evenRules

/** Where two sides meet at a table. */
export const tableRule: ProtocolRule = {
  words: text(
    '会谈桌横放时，客方面向正门，主方背向正门，双方主谈居中；竖放或 U 形时，以进门方向为准，右侧为客方，左侧为主方。各边从中间向两侧、从上首向下排。',
    'Across the room: guests face the door, hosts have it at their back, the leaders in the middle. Lengthwise, or a U: guests on the right as one enters, hosts on the left. Each side from its middle outwards, or from the head down.',
  ),
  sources: [
    {
      title: text(
        '会议、会谈、合影座次（礼仪讲义）',
        'Seating at meetings, talks and photographs (course notes)',
      ),
      seen: 'sjtang.com.cn/blog/_882902_314259',
      mark: 'B',
    },
    {
      title: text('会见时的座次安排', 'Seating when receiving guests'),
      seen: 'examk.com/p/3400308398',
      mark: 'B',
    },
  ],
}

/** Rows of an audience. */
export const rowsRule: ProtocolRule = {
  words: text(
    '会场前排高于后排，各排从中间向两侧排。',
    'On the floor, front rows before back rows, each from its middle outwards.',
  ),
  sources: [
    {
      title: text('会场排座的一般要求', 'General rules for seating a hall'),
      seen: 'baiyewang.net/g67679526',
      mark: 'B',
    },
  ],
}

/** A hollow square of one's own people. */
export const squareRule: ProtocolRule = {
  words: text(
    '回字形先排面门一边，再由近及远排两侧，最后排对面一边。',
    'A hollow square begins at the side that faces the door, then both sides from there down, last the side opposite.',
  ),
  sources: [{ title: text('单位会务惯例', 'Office practice'), seen: '—', mark: 'C' }],
}
