import type { Text } from '#kernel/contract/text.ts'
import { text } from '#kernel/contract/text.ts'
import type { FormFinding, Place } from './finding.ts'

/**
 * The rules of form (体例、格式、用语). They follow the drafting habits of GB/T 1.1-2020 [B]; its wording is remembered
 * [C], so that what stops an issue is this house's own template, not a national limit. `{…}` takes what was found.
 */
export const formRules = {
  'part-missing': ['error', text('缺少“{part}”。', '“{part}” is missing.')],
  'part-advised': [
    'advice',
    text('宜写明“{part}”；没有的写“无”。', 'Better say “{part}”; write “none” where there is none.'),
  ],
  'scope-applies': ['advice', text('“范围”宜写明适用于什么。', 'The scope should say what it applies to.')],
  'no-checks': ['error', text('整份标准没有一个检查项。', 'The whole standard has no checklist line.')],
  'clause-without-line': [
    'error',
    text(
      '条款没有检查项，做没做无从查起。',
      'The clause has no checklist line, so nobody can tell whether it was kept.',
    ),
  ],
  'code-form': [
    'error',
    text(
      '条款编号“{found}”应由前缀和序号组成，如“HY-01”。',
      'The clause code “{found}” should be a prefix and a number, such as “HY-01”.',
    ),
  ],
  'code-prefix': [
    'error',
    text(
      '条款编号“{found}”的前缀与其他条款“{wanted}”不一致。',
      'The prefix of “{found}” differs from that of the others, “{wanted}”.',
    ),
  ],
  'code-repeated': ['error', text('条款编号“{found}”重复。', 'The clause code “{found}” appears twice.')],
  'code-order': [
    'error',
    text(
      '条款编号“{found}”排在“{wanted}”之后，次序颠倒。',
      '“{found}” stands after “{wanted}”: out of order.',
    ),
  ],
  'code-gap': [
    'advice',
    text(
      '“{wanted}”与“{found}”之间跳号；停用的编号不再使用，请在修订说明中写明。',
      'Numbers are missing between “{wanted}” and “{found}”; a number that was given up is not used again: say so in what changed.',
    ),
  ],
  'duty-missing': [
    'advice',
    text(
      '没有“应、宜、可、不得”，看不出是要求、建议还是允许。',
      'No 应, 宜, 可 or 不得: nobody can tell whether it is demanded, advised or allowed.',
    ),
  ],
  'duty-word': ['error', text('“{found}”应改为“{wanted}”。', 'Write “{wanted}” for “{found}”.')],
  'duty-joined': [
    'error',
    text('“{found}”把要求与建议连用，只能用一个。', '“{found}” joins a demand to an advice; use one.'),
  ],
  'duty-too-weak': [
    'error',
    text(
      '有必做检查项，条文却没有“应”或“不得”。',
      'A line is mandatory, yet the clause says neither 应 nor 不得.',
    ),
  ],
  'duty-too-strong': [
    'advice',
    text(
      '条文写了“应”或“不得”，检查项却都是选做。',
      'The clause says 应 or 不得, yet all its lines are optional.',
    ),
  ],
  vague: [
    'advice',
    text(
      '“{found}”旁边没有数量或时限，做到什么程度不清楚。',
      'No measure stands beside “{found}”: how far is not clear.',
    ),
  ],
  'vague-line': [
    'error',
    text(
      '检查项写了“{found}”而没有数量或时限，无法判定。',
      'A line with “{found}” and no measure cannot be judged.',
    ),
  ],
  unfinished: ['error', text('“{found}”：内容还没有写完。', '“{found}”: this is not finished.')],
  'full-stop': ['advice', text('条文结尾没有句号。', 'The clause does not end with a full stop.')],
  'half-width': [
    'error',
    text('“{found}”用了半角标点，应用全角。', '“{found}” has half-width punctuation; use full-width.'),
  ],
  'unit-parted': [
    'advice',
    text(
      '“{found}”的数与单位之间用了会断行的空格。',
      'The space in “{found}” may break between number and unit.',
    ),
  ],
  'unit-broken': [
    'error',
    text('“{found}”的数与单位分在两处。', '“{found}”: the number is parted from its unit.'),
  ],
  'title-repeated': ['error', text('条款标题“{found}”重复。', 'The clause title “{found}” appears twice.')],
  'title-taken': [
    'error',
    text('已有同名标准《{found}》。', 'There is a standard of the same title, 《{found}》.'),
  ],
  'title-as-document': [
    'advice',
    text('条款标题与标准名称相同。', 'The clause has the title of the standard.'),
  ],
  'title-marks': ['error', text('书名号重叠：“{found}”。', 'Title marks are doubled: “{found}”.')],
  'line-question': [
    'error',
    text(
      '检查项是问句，应写成做到了的样子，如“席卡已摆齐”。',
      'A line is a question; write what is so when it was done.',
    ),
  ],
  'line-short': [
    'error',
    text(
      '检查项“{found}”太短，看不出要判定什么。',
      'The line “{found}” is too short to tell what is judged.',
    ),
  ],
  'line-no-result': [
    'advice',
    text(
      '检查项没有写明结果（已、无、齐全、正常、数值……），难以判“合格”或“不合格”。',
      'The line names no result, so that it is hard to call it met or not.',
    ),
  ],
  'line-duty': [
    'advice',
    text(
      '检查项写结果，不写要求：去掉“{found}”。',
      'A line says a result, not a demand: leave out “{found}”.',
    ),
  ],
  'line-compound': [
    'advice',
    text('一个检查项含有几件事，宜分开。', 'One line holds several things; better part them.'),
  ],
  'line-repeated': ['error', text('检查项“{found}”与前面的相同。', 'The line “{found}” was there before.')],
  'line-measure': [
    'advice',
    text(
      '“{found}”是量值，宜设限值并填读数。',
      '“{found}” is a measure; better give it a limit and ask for a reading.',
    ),
  ],
  abolished: [
    'advice',
    text(
      '“{found}”已废止，应引用“{wanted}”［{mark}］。',
      '“{found}” is abolished; cite “{wanted}” [{mark}].',
    ),
  ],
  'own-withdrawn': [
    'error',
    text('引用了已废止的本单位标准“{found}”。', 'It cites “{found}”, a withdrawn standard of this centre.'),
  ],
  'reference-missing': [
    'advice',
    text(
      '条文引用了“{found}”，“规范性引用文件”中没有。',
      'The text cites “{found}”, which the references do not name.',
    ),
  ],
} as const satisfies Record<string, readonly [FormFinding['severity'], Text]>

export type FormRule = keyof typeof formRules

/** A finding by its rule; `values` fill the words. */
export function finding(
  rule: FormRule,
  place: Place,
  values: Record<string, string | Text> = {},
): FormFinding {
  const [severity, words] = formRules[rule]
  const fill = (language: 'zh' | 'en') =>
    words[language].replaceAll(/\{(\w+)\}/g, (_, name: string) => {
      const value = values[name] ?? ''
      return typeof value === 'string' ? value : value[language]
    })
  const where = { clause: null, code: null, line: null, part: null, ...place }
  return { rule, severity, where, words: { zh: fill('zh'), en: fill('en') } }
}
