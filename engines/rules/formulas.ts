import { type Text, text } from '#kernel/contract/text.ts'

/** A limit that depends on a number of its own: named code with its text, never a string that is interpreted. */
export interface Formula {
  /** Whether what comes out is the most or the least. */
  op: 'max' | 'min'
  /** As people read it; n is the operand. */
  words: Text
  /** What has to be known, by name. */
  operands: Readonly<Record<string, Text>>
  compute(given: Readonly<Record<string, number>>): number
}

const staff = { n: text('编制定员（人）', 'Established posts') }
const round = (value: number) => Math.round(value * 1e6) / 1e6

/** Constant at both ends and straight between them. */
const between = (n: number, low: number, lowValue: number, high: number, highValue: number) =>
  n <= low ? lowValue : n >= high ? highValue : lowValue + ((n - low) * (highValue - lowValue)) / (high - low)

export const formulas = {
  // 党政机关国内公务接待管理规定, 中办发〔2013〕22号 [B]
  companions: {
    op: 'max',
    words: text(
      '接待对象 10 人以内不超过 3 人；超过 10 人不超过三分之一（取整）',
      'up to 10 guests at most 3; beyond that at most one third of the guests, rounded down',
    ),
    operands: { n: text('接待对象（人）', 'Guests') },
    compute: ({ n }) => (n! <= 10 ? 3 : Math.floor(n! / 3)),
  },
  // 发改投资〔2014〕2674号: 市级 as the Panjin bureau prints it [B], the two others from memory [C]
  'service-area-city': {
    op: 'max',
    words: text(
      'n≤200 为 8；200＜n＜400 为 (1000−n)÷100；n≥400 为 6（平方米／人）',
      'n ≤ 200: 8; 200 < n < 400: (1000 − n) ÷ 100; n ≥ 400: 6 m² a person',
    ),
    operands: staff,
    compute: ({ n }) => round(between(n!, 200, 8, 400, 6)),
  },
  'service-area-central': {
    op: 'max',
    words: text(
      'n≤400 为 9；400＜n＜600 为 (1300−n)÷100；n≥600 为 7（平方米／人）',
      'n ≤ 400: 9; 400 < n < 600: (1300 − n) ÷ 100; n ≥ 600: 7 m² a person',
    ),
    operands: staff,
    compute: ({ n }) => round(between(n!, 400, 9, 600, 7)),
  },
  'service-area-county': {
    op: 'max',
    words: text(
      'n≤100 为 8；100＜n＜200 为 (500−n)÷50；n≥200 为 6（平方米／人）',
      'n ≤ 100: 8; 100 < n < 200: (500 − n) ÷ 50; n ≥ 200: 6 m² a person',
    ),
    operands: staff,
    compute: ({ n }) => round(between(n!, 100, 8, 200, 6)),
  },
  'canteen-area': {
    op: 'max',
    words: text(
      '100 人以内每人 3.7 平方米，超过 100 人的部分每人 2.6 平方米（建筑面积）',
      'up to 100 people 3.7 m² each, those beyond 2.6 m² each (gross area)',
    ),
    operands: { n: text('用餐人数（人）', 'People who eat there') },
    compute: ({ n }) => round(Math.min(n!, 100) * 3.7 + Math.max(0, n! - 100) * 2.6),
  },
  // 财资〔2016〕27号 [B]
  copiers: {
    op: 'max',
    words: text(
      '编制内实有人数 100 人以内每 20 人 1 台，超过 100 人的部分每 30 人 1 台',
      'up to 100 people one for each 20, beyond that one for each 30',
    ),
    operands: { n: text('编制内实有人数（人）', 'Staff on established posts') },
    compute: ({ n }) => Math.floor(Math.min(n!, 100) / 20) + Math.floor(Math.max(0, n! - 100) / 30),
  },
} as const satisfies Record<string, Formula>

export type FormulaName = keyof typeof formulas

/** @returns null for a name nobody knows, which a check of the data refuses */
export function formulaOf(name: string | null): Formula | null {
  return name !== null && Object.hasOwn(formulas, name) ? formulas[name as FormulaName] : null
}
