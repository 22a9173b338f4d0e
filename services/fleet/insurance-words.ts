import type { ProblemTexts } from '#kernel/contract/problem.ts'
import { defineStates } from '#kernel/contract/states.ts'
import { type Text, text } from '#kernel/contract/text.ts'

/** Where an insurer gives a quote; the code is the insurer's own. */
export const quotePath = '/insurance-quote/'
/** Fewer comparable quotes are no competition: the round fails and is held anew (政府采购的通例, mark C). */
export const fewestQuotes = 3

/** 定点保险询价: sealed until the opening that is on record. */
export const roundStates = defineStates({
  table: 'fleet.insurance_round',
  initial: 'INVITING',
  states: {
    INVITING: { title: text('报价中（密封）', 'Quoting, sealed'), tone: 'waiting' },
    OPENED: { title: text('已开标', 'Opened'), tone: 'good' },
    FAILED: { title: text('流标', 'Failed'), tone: 'bad' },
  },
  transitions: {
    open: {
      from: ['INVITING'],
      to: 'OPENED',
      permission: 'fleet.open-quotes',
      event: 'fleet.round_opened',
      title: text('开标', 'Open the quotes'),
    },
    fail: {
      from: ['INVITING'],
      to: 'FAILED',
      permission: 'fleet.open-quotes',
      event: 'fleet.round_failed',
      title: text('流标', 'Fail'),
    },
  },
})

export const insuranceEvents = {
  'fleet.insurer_added': text('登记入围保险公司', 'Insurer pre-selected'),
  'fleet.round_invited': text('保险询价邀请', 'Insurers invited'),
  'fleet.quote_sealed': text('收到密封报价', 'Sealed quote received'),
  'fleet.quotes_compared': text('比价：最低价中标', 'Quotes compared, the lowest won'),
  'fleet.round_opened': text('保险报价开标', 'Quotes opened'),
  'fleet.round_failed': text('保险询价流标', 'Round failed'),
} as const satisfies Record<string, Text>

export const insuranceProblems = {
  'fleet.insurer_taken': text('{name}在这个入围期已登记。', '{name} is registered for this period already.'),
  'fleet.insurer_turned': text('入围期的结束不能早于开始。', 'The period cannot end before it begins.'),
  'fleet.three_insurers': text('请至少邀请三家不同的保险公司。', 'Invite at least three different insurers.'),
  'fleet.insurer_not_selected': text(
    '{name}现在不在入围期内，不能邀请。',
    '{name} is not pre-selected now and cannot be invited.',
  ),
  'fleet.deadline_past': text('报价截止时间必须晚于现在。', 'Quotes must be due later than now.'),
  'fleet.quote_code_unknown': text(
    '链接无效，请向发出邀请的单位核对。',
    'This link is not valid; ask whoever invited you.',
  ),
  'fleet.quotes_over': text('报价已截止，不再接收。', 'The time for quotes is over.'),
  'fleet.opened_too_early': text(
    '报价截止时间是 {until}，到时才能开标。',
    'Quotes are due at {until}; they are opened after that.',
  ),
  'fleet.witness_is_opener': text('监督人必须是另外一个人。', 'The witness must be somebody else.'),
} as const satisfies ProblemTexts
