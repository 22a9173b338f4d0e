import { type Text, text } from '#kernel/contract/text.ts'

/** How much could have happened at most: every person, every time, every day. */
export interface Capacity {
  people: number
  /** Meals, trips, visits a person can have in a day. */
  perPersonPerDay: number
  days: number
}

export interface PlausibleQuestion {
  value: number | null
  capacity?: Capacity
  range?: { min?: number; max?: number; reason: Text }
}

export interface PlausibleAnswer {
  ok: boolean
  reason: Text | null
  /** Value ÷ (people × times × days); null without a capacity. */
  share: number | null
  /** The reading that fits, when a multiplier (万, 亿) was written once too often. */
  meant: { value: number; text: string; share: number } | null
}

/** Below this share a reading is no likelier than the wrong one. */
const leastShare = 0.01

function meantBy(value: number, ceiling: number): PlausibleAnswer['meant'] {
  for (const [divisor, exponent] of [
    [1e4, 4],
    [1e8, 8],
  ] as const) {
    const meant = value / divisor
    const share = meant / ceiling
    if (share <= 1 && share >= leastShare) {
      return {
        value: meant,
        text: meant >= 1e4 ? `${meant / 1e4}万` : String(Number(`${value}e-${exponent}`)),
        share,
      }
    }
  }
  return null
}

function overCeiling(value: number, { people, perPersonPerDay, days }: Capacity): Text {
  const ceiling = people * perPersonPerDay * days
  const times = (value / ceiling).toLocaleString('en', { maximumSignificantDigits: 3 })
  const most = ceiling.toLocaleString('en')
  return text(
    `${people}人×每人每天${perPersonPerDay}次×${days}天，最多${most}次；这个数是它的${times}倍，可能多写了“万”。`,
    `${people} people × ${perPersonPerDay} a day × ${days} days make ${most} at most; this is ${times} times that; perhaps 万 was written once too often.`,
  )
}

/**
 * Whether a value can be true. The published 约425000万人次 for 1,000 diners in eleven months is 5,854 times what they
 * could have eaten, so it is refused with that reason, and 42.5万 is offered instead.
 */
export function checkPlausible({ value, capacity, range }: PlausibleQuestion): PlausibleAnswer {
  const answer: PlausibleAnswer = { ok: true, reason: null, share: null, meant: null }
  if (value === null) return answer
  if (!Number.isFinite(value)) return { ...answer, ok: false, reason: text('不是一个数', 'Not a number') }
  if (range && (value < (range.min ?? -Infinity) || value > (range.max ?? Infinity)))
    return { ...answer, ok: false, reason: range.reason }
  if (!capacity) return answer
  const ceiling = capacity.people * capacity.perPersonPerDay * capacity.days
  const share = value / ceiling
  if (share <= 1) return { ...answer, share }
  return { ok: false, reason: overCeiling(value, capacity), share, meant: meantBy(value, ceiling) }
}
