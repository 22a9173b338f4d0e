import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkForm, mayIssue } from './check-form.ts'
import type { FormClause, FormContext, FormVersion } from './finding.ts'
import { mendWording } from './mend-wording.ts'
import { type FormRule, formRules } from './rules.ts'

const clause: FormClause = {
  code: 'T-01',
  title: '开门',
  body: '值班人员应在开放前 10 分钟开门。',
  lines: [{ text: '大门已按时打开', mandatory: true }],
}
const second: FormClause = {
  code: 'T-02',
  title: '锁门',
  body: '值班人员应在闭馆后锁门。',
  lines: [{ text: '大门已锁好', mandatory: true }],
}
const good: FormVersion = {
  code: 'HQ/T-1',
  title: '门卫规范',
  source: '本中心制定',
  parts: [
    { part: 'SCOPE', body: '本标准适用于办公楼大门的开闭。' },
    { part: 'REFERENCES', body: '无' },
    { part: 'TERMS', body: '无' },
    { part: 'POSTS', body: '门卫执行，值班长检查。' },
  ],
  clauses: [clause, second],
}
const withBody = (body: string): FormVersion => ({ ...good, clauses: [{ ...clause, body }, second] })
const withLine = (text: string, more: Partial<FormClause['lines'][number]> = {}): FormVersion => ({
  ...good,
  clauses: [{ ...clause, lines: [{ text, mandatory: true, ...more }] }, second],
})
const withCodes = (...codes: string[]): FormVersion => ({
  ...good,
  clauses: codes.map((code, index) => ({
    ...clause,
    code,
    title: `标题${index}`,
    lines: [{ text: `第${index}道门已锁好`, mandatory: true }],
  })),
})
const withPart = (part: string, body: string): FormVersion => ({
  ...good,
  parts: good.parts.map((one) => (one.part === part ? { ...one, body } : one)),
})
const rulesOf = (version: FormVersion, context?: FormContext) => [
  ...new Set(checkForm(version, context).map(({ rule }) => rule)),
]

/** What is written, and exactly the rules that must speak. */
const cases: [string, FormVersion, FormRule[]][] = [
  ['nothing wrong', good, []],
  // 体例
  ['no scope', { ...good, parts: good.parts.slice(1) }, ['part-missing']],
  ['an empty part', withPart('POSTS', ' '), ['part-missing']],
  ['no terms', { ...good, parts: good.parts.filter(({ part }) => part !== 'TERMS') }, ['part-advised']],
  ['a scope of nothing', withPart('SCOPE', '本标准规定了开门。'), ['scope-applies']],
  ['no clause at all', { ...good, clauses: [] }, ['no-checks']],
  [
    'a clause without a line',
    { ...good, clauses: [clause, { ...second, lines: [] }] },
    ['clause-without-line'],
  ],
  ['a code without a number', withCodes('甲'), ['code-form']],
  ['two prefixes', withCodes('T-01', 'S-02'), ['code-prefix']],
  ['a code twice', withCodes('T-01', 'T-01'), ['code-repeated']],
  ['codes out of order', withCodes('T-02', 'T-01'), ['code-order']],
  ['a gap', withCodes('T-01', 'T-03'), ['code-gap']],
  ['numbers above nine, and of several steps', withCodes('T-9', 'T-10'), []],
  ['steps', withCodes('5.1', '5.2', '6', '6.1'), []],
  ['a title twice', { ...good, clauses: [clause, { ...second, title: '开门' }] }, ['title-repeated']],
  ['a clause titled as the standard', { ...good, title: '开门' }, ['title-as-document']],
  ['doubled title marks', withBody('应符合《《门卫规范》》。'), ['title-marks']],
  // 格式
  ['half-width comma', withBody('值班人员应开门,并登记。'), ['half-width']],
  ['half-width brackets', withBody('值班人员应开门(含侧门)。'), ['half-width']],
  ['a time, a decimal and a code keep theirs', withBody('应在 8:30 前打开 1.5 m 宽的 A.2 门。'), []],
  ['a space that breaks', withBody('应在 10 分钟内开门。'), ['unit-parted']],
  ['a space that does not', withBody('应在 10\u00a0分钟内开门。'), []],
  ['a number on another line than its unit', withBody('室温应在 26\n℃ 以下。'), ['unit-broken']],
  ['no full stop', withBody('值班人员应开门'), ['full-stop']],
  ['not finished', withBody('开门时间应按规定执行，具体时间待定。'), ['unfinished']],
  // 用语
  ['no duty word', withBody('值班人员开门。'), ['duty-missing']],
  ['必须', withBody('值班人员必须开门。'), ['duty-word']],
  ['应当', withBody('值班人员应当开门。'), ['duty-word']],
  ['应当面 is 应 and 当面', withBody('应当面交清。'), []],
  ['严禁', withBody('严禁翻门。'), ['duty-word']],
  ['不可 of 不可抗力', withBody('因不可抗力不能开门的，应报告。'), []],
  ['what a sign says', withBody('应挂“禁止入内”牌。'), []],
  ['应宜', withBody('值班人员应宜开门。'), ['duty-joined']],
  ['应可靠 is no 应可', withBody('门锁应可靠。'), []],
  ['宜 with a mandatory line', withBody('值班人员宜开门。'), ['duty-too-weak']],
  ['供应 is no 应', withBody('供应热水。'), ['duty-missing']],
  ['应 with optional lines', withLine('大门已按时打开', { mandatory: false }), ['duty-too-strong']],
  ['及时', withBody('值班人员应及时开门。'), ['vague']],
  ['及时 with a measure beside it', withBody('值班人员应及时开门，不超过 5\u00a0分钟。'), []],
  ['a measure in another sentence', withBody('应及时开门。闭馆后 5\u00a0分钟应锁门。'), ['vague']],
  ['尽量、适当、一般情况下、有关', withBody('一般情况下应尽量适当通知有关人员。'), ['vague']],
  // 检查项
  ['a question', withLine('大门是否打开？'), ['line-question']],
  ['too short', withLine('门'), ['line-short']],
  ['a vague line', withLine('大门已及时打开'), ['vague-line']],
  ['及时 and how soon', withLine('接报后及时到场，不超过 5\u00a0分钟', { limit: { unit: '分钟' } }), []],
  ['no result', withLine('值班长检查大门'), ['line-no-result']],
  ['a demand', withLine('大门应打开'), ['line-duty']],
  ['two things', withLine('大门已打开；侧门已锁好'), ['line-compound']],
  ['a line twice', withLine('大门已锁好'), ['line-repeated']],
  ['a measure without a limit', withLine('门前照度不低于 50\u00a0lx'), ['line-measure']],
  ['a measure with one', withLine('门前照度不低于 50\u00a0lx', { limit: { unit: 'lx' } }), []],
  // 引用
  ['GB/T 24421.2-2009', { ...good, source: '按 GB/T 24421.2-2009 编制' }, ['abolished']],
  ['all four parts, with dashes', withPart('REFERENCES', 'GB/T24421.1～.4—2009'), ['abolished']],
  ['GB/T 24421.2-2023', withPart('REFERENCES', 'GB/T 24421.2-2023'), []],
  ['cited, not among the references', withBody('门锁应符合 GB/T 15624 的要求。'), ['reference-missing']],
]

describe('checkForm [STD-09]', () => {
  it.each(cases)('%s', (_, version, expected) => {
    // A space beside units is a case of its own; the others have it mended.
    const known = expected.includes('unit-parted') ? version : nonBreaking(version)
    expect(rulesOf(known)).toEqual(expected)
  })

  it('has a case for every rule', () => {
    const spoken = new Set(cases.flatMap(([, , rules]) => rules))
    const ofContext = ['title-taken', 'own-withdrawn']
    expect(Object.keys(formRules).filter((rule) => !spoken.has(rule as FormRule))).toEqual(ofContext)
  })

  it('knows the titles and the withdrawn standards of the bureau', () => {
    const context = { titlesElsewhere: ['门卫规范'], withdrawn: ['HQ/OLD-1'] }
    expect(rulesOf(nonBreaking(good), context)).toEqual(['title-taken'])
    const cites = nonBreaking(withBody('应按 HQ/OLD-1 执行。'))
    expect(rulesOf({ ...cites, title: '门卫' }, context)).toEqual(['own-withdrawn'])
    expect(rulesOf({ ...nonBreaking(withBody('应按 HQ/OLD-11 执行。')), title: '门卫' }, context)).toEqual([])
  })

  it('says where, and in both languages', () => {
    const [found] = checkForm(nonBreaking(withLine('大门是否打开？')))
    expect(found).toMatchObject({
      rule: 'line-question',
      severity: 'error',
      where: { clause: 0, code: 'T-01', line: 0, part: null },
    })
    const [abolished] = checkForm({ ...nonBreaking(good), source: 'GB/T 24421.3-2009' })
    expect(abolished?.words).toEqual({
      zh: '“GB/T 24421.3-2009”已废止，应引用“GB/T 24421.3-2023”［B］。',
      en: '“GB/T 24421.3-2009” is abolished; cite “GB/T 24421.3-2023” [B].',
    })
    for (const [, version] of cases)
      for (const { words } of checkForm(version)) expect(words.zh + words.en).not.toMatch(/[{}]|undefined/)
  })

  it('lets what is only advised be issued; a mark below A never stops anybody', () => {
    expect(mayIssue(checkForm(withBody('值班人员及时开门。')))).toBe(true)
    expect(mayIssue(checkForm(withPart('REFERENCES', 'GB/T 24421.1-2009')))).toBe(true)
    expect(mayIssue(checkForm(withBody('值班人员必须开门。')))).toBe(false)
  })

  it('mends punctuation and units, once and for all, and touches nothing else', () => {
    expect(mendWording('室温应在26 ℃以下,并登记(含侧门);8:30、1.5 m、A.2不变')).toBe(
      '室温应在26\u00a0℃以下，并登记（含侧门）；8:30、1.5\u00a0m、A.2不变',
    )
    const piece = fc.constantFrom('门', ',', ' ', '.', '(', ')', '5', '分钟', ':', '？', 'a', '”')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const mended = mendWording(pieces.join(''))
        expect(mendWording(mended)).toBe(mended)
        const rules = rulesOf(withBody(mended))
        expect(rules).not.toContain('half-width')
        expect(rules).not.toContain('unit-parted')
      }),
    )
  })
})

/** The cases are typed with plain spaces, as people do. */
function nonBreaking(version: FormVersion): FormVersion {
  const mend = (words: string) => words.replaceAll(/(\d) (?=\S)/g, '$1\u00a0')
  return { ...version, clauses: version.clauses.map((one) => ({ ...one, body: mend(one.body) })) }
}
