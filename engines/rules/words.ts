import { type Text, text } from '#kernel/contract/text.ts'
import type { Effect, Mark, Op, Outcome, RuleUnit } from './value.ts'

export const unitWords: Record<RuleUnit, Text> = {
  CNY: text('元', 'yuan'),
  CNY_PER_PERSON_DAY: text('元/人·天', 'yuan a person and day'),
  CNY_PER_M2: text('元/平方米', 'yuan/m²'),
  L: text('升', 'L'),
  YEAR: text('年', 'years'),
  MONTH: text('个月', 'months'),
  DAY: text('天', 'days'),
  WORKDAY: text('个工作日', 'working days'),
  HOUR: text('小时', 'hours'),
  MINUTE: text('分钟', 'minutes'),
  SECOND: text('秒', 'seconds'),
  M2: text('平方米', 'm²'),
  M2_PER_PERSON: text('平方米/人', 'm² a person'),
  M2_PER_SPACE: text('平方米/辆', 'm² a vehicle'),
  MM: text('毫米', 'mm'),
  PERSON: text('人', 'people'),
  PERCENT: text('%', '%'),
  PERCENT_PER_DAY: text('%/天', '% a day'),
  TIMES: text('次', 'times'),
  PIECE: text('个', 'pieces'),
  SHEET: text('张', 'sheets'),
  GRAM: text('克', 'g'),
  CELSIUS: text('℃', '℃'),
  MG_PER_L: text('毫克/升', 'mg/L'),
  LUX: text('勒克斯', 'lx'),
  KGCE_PER_KWH: text('千克标准煤/千瓦时', 'kgce/kWh'),
  KGCE_PER_KG: text('千克标准煤/千克', 'kgce/kg'),
  KGCE_PER_M3: text('千克标准煤/立方米', 'kgce/m³'),
  KGCE_PER_MJ: text('千克标准煤/兆焦', 'kgce/MJ'),
  KGCE_PER_M2: text('千克标准煤/平方米', 'kgce/m²'),
  KGCE_PER_PERSON: text('千克标准煤/人', 'kgce a person'),
  M3_PER_PERSON: text('立方米/人', 'm³ a person'),
  TCE_10K: text('万吨标准煤', '×10⁴ tce'),
  M3_100M: text('亿立方米', '×10⁸ m³'),
  T_CO2_100M: text('亿吨二氧化碳', '×10⁸ t CO₂'),
}

export const effectWords: Record<Effect, Text> = {
  block: text('阻止', 'Stops'),
  warn: text('提醒', 'Warns'),
  info: text('提示', 'Informs'),
}

export const markWords: Record<Mark, Text> = {
  A: text('A 级：读过全文', 'A: full text read'),
  B: text('B 级：见于至少一处转载', 'B: seen in at least one copy'),
  C: text('C 级：凭记忆，只提示', 'C: from memory, only informs'),
}

export const opWords: Record<Op, Text> = {
  max: text('不超过', 'at most'),
  min: text('不低于', 'at least'),
  eq: text('为', 'exactly'),
  formula: text('按公式', 'by formula'),
}

export const outcomeWords: Record<Outcome, Text> = {
  OK: text('符合', 'Within'),
  INFO: text('提示', 'Note'),
  WARN: text('提醒', 'Warning'),
  BLOCK: text('不允许', 'Not allowed'),
}

/** A number as people write it: 120,000; 0.05; never with an exponent. */
const grouped = new Intl.NumberFormat('en-US', { maximumFractionDigits: 6 })

/** Number and unit, kept together. */
export function amountWords(value: number, unit: RuleUnit): Text {
  const number = grouped.format(value)
  const { zh, en } = unitWords[unit]
  // A number never parts from its unit at a line's end.
  const tight = en === '%' || en === '℃'
  return text(`${number}${tight ? '' : '\u00a0'}${zh}`, `${number}${tight ? '' : '\u00a0'}${en}`)
}
