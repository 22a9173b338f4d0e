import { defineColumns, type RowValue } from '#kernel/sheets/columns.ts'
import type { ValueDraft } from '../check-value.ts'
import { keyDimensions, keyWord } from '../key-words.ts'
import { type Key, ops, type RuleUnit, type RuleValue, ruleUnits } from '../value.ts'
import { effectWords, opWords, unitWords } from '../words.ts'

const choicesOf = <T extends string>(names: readonly T[], words: Record<T, { zh: string }>) =>
  Object.fromEntries(names.map((name) => [words[name].zh, name]))

/** The sheet of values: the same headings for a province's table and for our own export. */
export const valueColumns = defineColumns({
  rule: { headings: ['规则编号', '规则'], kind: 'text', maxLength: 80, required: true },
  key: { headings: ['适用对象', '适用范围'], kind: 'text', maxLength: 300 },
  op: { headings: ['关系'], kind: 'choice', choices: choicesOf(ops, opWords), required: true },
  value: { headings: ['限值', '数值'], kind: 'decimal', min: -1e11, max: 1e11 },
  unit: {
    headings: ['单位', '计量单位'],
    kind: 'choice',
    choices: choicesOf(ruleUnits, unitWords),
    required: true,
  },
  formula: { headings: ['公式'], kind: 'text', maxLength: 60 },
  effect: {
    headings: ['作用'],
    kind: 'choice',
    choices: choicesOf(['info', 'warn', 'block'] as const, effectWords),
    required: true,
  },
  jurisdiction: {
    headings: ['地区代码', '地区', '行政区划代码'],
    kind: 'text',
    maxLength: 60,
    required: true,
  },
  overrides: { headings: ['优先于上级'], kind: 'choice', choices: { 是: 'yes', 否: 'no' } },
  from: { headings: ['起日', '施行日期'], kind: 'date', required: true },
  to: { headings: ['止日（不含）', '失效日期'], kind: 'date' },
  title: { headings: ['依据名称', '文件名称'], kind: 'text', maxLength: 200, required: true },
  docNo: { headings: ['文号'], kind: 'text', maxLength: 100 },
  article: { headings: ['条款'], kind: 'text', maxLength: 100 },
  url: { headings: ['网址', '出处'], kind: 'text', maxLength: 500 },
  mark: { headings: ['可信度'], kind: 'choice', choices: { A: 'A', B: 'B', C: 'C' }, required: true },
  checkedOn: { headings: ['核对日期'], kind: 'date', required: true },
})
export type ValueCells = RowValue<typeof valueColumns>

/** “机关层级=市级机关；职级=正科级” or identifiers. @returns null with what cannot be read */
export function keyOfWords(words: string | null): { key: Key } | { unread: string } {
  const key: Record<string, string> = {}
  for (const part of (words ?? '').split(/[；;]/).map((one) => one.trim())) {
    if (part === '') continue
    const match = /^([^=＝]{1,30})[=＝](.{1,60})$/.exec(part)
    const dimension = match && dimensionOf(match[1]!.trim())
    if (!match || !dimension) return { unread: part }
    key[dimension] = valueOfWord(dimension, match[2]!.trim())
  }
  return { key }
}

function dimensionOf(word: string): string | null {
  const known = Object.entries(keyDimensions).find(([name, { title }]) => name === word || title.zh === word)
  return known ? known[0] : /^[A-Za-z][A-Za-z0-9]{0,30}$/.test(word) ? word : null
}

function valueOfWord(dimension: string, word: string): string {
  const known = Object.entries(keyDimensions[dimension]?.values ?? {}).find(([, { zh }]) => zh === word)
  return known ? known[0] : word
}

/** The other way round; identifiers where two words would be the same. */
export function wordsOfKey(key: Key): string {
  return Object.entries(key)
    .map(([dimension, value]) => {
      const word = keyWord(dimension, value).zh
      const back = valueOfWord(dimension, word)
      return `${keyDimensions[dimension]?.title.zh ?? dimension}=${back === value ? word : value}`
    })
    .join('；')
}

const nationWords = ['CN', '全国', '国家']

/** A line of the sheet as a value. */
export function draftOfCells(cells: ValueCells, key: Key): ValueDraft {
  return {
    ruleId: cells.rule,
    key,
    op: cells.op as ValueDraft['op'],
    value: cells.op === 'formula' ? null : cells.value,
    formula: cells.formula as ValueDraft['formula'],
    unit: cells.unit as RuleUnit,
    effect: cells.effect as ValueDraft['effect'],
    jurisdiction: nationWords.includes(cells.jurisdiction) ? 'CN' : cells.jurisdiction,
    overrides: cells.overrides === 'yes',
    from: cells.from,
    to: cells.to,
    source: {
      title: cells.title,
      docNo: cells.docNo ?? '',
      article: cells.article ?? '',
      url: cells.url ?? '',
      mark: cells.mark as 'A',
      checkedOn: cells.checkedOn,
    },
  }
}

/** A value as a line of the sheet. */
export function cellsOf(value: RuleValue): Record<keyof ValueCells, string | number | null> {
  const { source } = value
  return {
    rule: value.ruleId,
    key: wordsOfKey(value.key),
    op: opWords[value.op].zh,
    value: value.value,
    unit: unitWords[value.unit].zh,
    formula: value.formula,
    effect: effectWords[value.effect].zh,
    jurisdiction: value.jurisdiction === 'CN' ? '全国' : value.jurisdiction,
    overrides: value.overrides ? '是' : '否',
    from: value.from,
    to: value.to,
    title: source.title,
    docNo: source.docNo,
    article: source.article,
    url: source.url,
    mark: source.mark,
    checkedOn: source.checkedOn,
  }
}
