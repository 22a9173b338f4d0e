import { Problem, type ProblemTexts } from '#kernel/contract/problem.ts'
import { text } from '#kernel/contract/text.ts'
import type { PlanDefect } from './check-plan.ts'

/** The words of the seat plan's refusals; the service's own list spreads them. */
export const seatingProblems: ProblemTexts = {
  'meetings.seating_too_many': text(
    '这种摆法最多 {most} 座，现填 {seats} 座。请减少座位，或改用别的摆法。',
    'This layout has room for {most} seats at most, not {seats}. Take fewer, or another layout.',
  ),
  'meetings.seating_unknown_seat': text(
    '“{name}”的座位（{seatId}）不在这种摆法里。请重新安排后再保存。',
    'The seat of {name} ({seatId}) is not in this layout. Seat them again, then save.',
  ),
  'meetings.seating_seated_twice': text(
    '“{name}”被排了两个座位。请去掉一个后再保存。',
    '{name} has two seats. Free one of them, then save.',
  ),
  'meetings.typeface_lacks': text(
    '“{name}”中的“{character}”（{codePoint}）字库里没有，未生成文件。请改用通用规范汉字，或手写这一张。',
    'The typeface has no “{character}” ({codePoint}), which “{name}” needs, so nothing was printed. Use a standard character, or write this one by hand.',
  ),
}

/** The refusal (422) of a plan with a defect. */
export function refusePlan({ kind, ...params }: PlanDefect): Problem {
  return new Problem(422, `meetings.seating_${kind}`, {
    params,
    path: kind === 'too_many' ? 'plan.dimensions.seats' : 'plan.taken',
  })
}
