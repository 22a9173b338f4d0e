import type { Ctx } from '#kernel/context.ts'
import { text } from '#kernel/contract/text.ts'

const shift = 8 * 3_600_000

/** `3月2日 09:00`, as people in China read a moment. */
export function sayMoment(at: Date | string): string {
  const local = new Date(new Date(at).getTime() + shift)
  return `${local.getUTCMonth() + 1}月${local.getUTCDate()}日 ${local.toISOString().slice(11, 16)}`
}

/** `3月2日 09:00` and, on the same day, only `10:30`. */
export function saySpan(from: Date, to: Date): { from: string; to: string } {
  const [begins, ends] = [sayMoment(from), sayMoment(to)]
  const sameDay = begins.split(' ')[0] === ends.split(' ')[0]
  return { from: begins, to: sameDay ? ends.split(' ')[1]! : ends }
}

const units = [
  [1440, text('天', 'days')],
  [60, text('小时', 'hours')],
  [1, text('分钟', 'minutes')],
] as const

/** 90 → 1 小时 30 分钟; 0 → 0 分钟. */
export function sayMinutes(ctx: Ctx, minutes: number): string {
  if (minutes < 1) return ctx.say(text('0 分钟', '0 minutes'))
  let left = Math.floor(minutes)
  const parts: string[] = []
  for (const [size, unit] of units) {
    const count = Math.floor(left / size)
    if (count > 0) parts.push(`${count} ${ctx.say(unit)}`)
    left -= count * size
  }
  return parts.join(' ')
}
