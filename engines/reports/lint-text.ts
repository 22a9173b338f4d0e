/** Something in a text that should not be issued; `code` has its words in problems.ts. */
export interface TextFinding {
  weight: 'block' | 'warn'
  code: string
  found: string
  params?: Record<string, string | number>
}

// What is left of a template, or of blacking out: **市, 20XX年, ××局, ____, 待填.
const placeholders =
  /\*{2,}|(?:\d{2})?[XxＸｘ×]{2,}|[_＿]{3,}|待(?:补充|填写|填|定稿|核实)|TODO|TBD|\{\{.*?\}\}/g
const emptyBrackets = /〔\s*〕|（\s*）|\(\s*\)|【\s*】|〔\d{4}〕\s*第?\s*号/g
const sameYearSpan = /(?<!\d)(\d{4})\s*[-—–~～至]\s*\1(?!\d)/g

function all(text: string, pattern: RegExp, weight: TextFinding['weight'], code: string): TextFinding[] {
  return [...text.matchAll(pattern)].map(([found]) => ({ weight, code, found, params: { found } }))
}

const chineseDigits = '零一二三四五六七八九'

/** 十二 → 12; digits stay. */
function countOf(words: string): number {
  if (/^\d+$/.test(words)) return Number(words)
  const [tens, ones] = words.includes('十') ? words.split('十') : ['0', words]
  const digit = (word: string | undefined, absent: number) => (word ? chineseDigits.indexOf(word) : absent)
  return (words.includes('十') ? digit(tens, 1) * 10 : 0) + digit(ones, 0)
}

/** 分四个阶段 announced, five of them listed. */
function lintCounts(text: string): TextFinding[] {
  return [...text.matchAll(/分(?:为|成)?([一二三四五六七八九十]+|\d+)个(阶段|步骤|环节)/g)].flatMap(
    ([found, words, noun]) => {
      const declared = countOf(words!)
      const listed = new Set(
        [...text.matchAll(new RegExp(`第([一二三四五六七八九十]+|\\d+)${noun}`, 'g'))].map(([, n]) =>
          countOf(n!),
        ),
      )
      if (listed.size === 0 || listed.size === declared) return []
      const params = { declared, listed: listed.size, noun: noun! }
      return [{ weight: 'warn' as const, code: 'reports.found_count_mismatch', found, params }]
    },
  )
}

/** What is left over in a text: placeholders, empty brackets, spans of one year, counts that do not fit. */
export function lintText(text: string): TextFinding[] {
  return [
    ...all(text, placeholders, 'block', 'reports.found_placeholder'),
    ...all(text, emptyBrackets, 'block', 'reports.found_empty_number'),
    ...all(text, sameYearSpan, 'warn', 'reports.found_same_year'),
    ...lintCounts(text),
  ]
}
