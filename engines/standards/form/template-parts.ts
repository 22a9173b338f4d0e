import type { Text } from '#kernel/contract/text.ts'
import { text } from '#kernel/contract/text.ts'
import type { PartName } from './finding.ts'

/** The parts in the order they are printed: what each is called, whether it must be there, and what to write. */
export const templateParts: readonly { part: PartName; title: Text; required: boolean; hint: Text }[] = [
  {
    part: 'SCOPE',
    title: text('范围', 'Scope'),
    required: true,
    hint: text('规定了什么，适用于什么，不适用于什么。', 'What it rules, what it applies to and what not.'),
  },
  {
    part: 'REFERENCES',
    title: text('规范性引用文件', 'References'),
    required: false,
    hint: text(
      '每行一份：编号和名称；没有的写“无”。',
      'One a line, number and title; “none” where there is none.',
    ),
  },
  {
    part: 'TERMS',
    title: text('术语和定义', 'Terms'),
    required: false,
    hint: text('没有的写“无”。', 'Write “none” where there is none.'),
  },
  {
    part: 'POSTS',
    title: text('责任岗位', 'Posts in charge'),
    required: true,
    hint: text('由哪个岗位执行，由哪个岗位检查。', 'Which post carries it out, which one checks.'),
  },
]
