import type { ProblemTexts } from '#kernel/contract/problem.ts'
import { type Text, text } from '#kernel/contract/text.ts'

/** What the history calls what happened to purchases. */
export const acquisitionEvents = {
  'fleet.acquisition_asked': text('申请购置车辆', 'Purchase asked for'),
  'fleet.acquisition_approved': text('购置申请通过', 'Purchase approved'),
  'fleet.acquisition_refused': text('购置申请未通过', 'Purchase refused'),
  'fleet.acquisition_returned': text('购置申请退回补充', 'Purchase sent back'),
  'fleet.acquisition_resubmitted': text('购置申请重新提交', 'Purchase submitted again'),
  'fleet.acquisition_withdrawn': text('购置申请撤回', 'Purchase withdrawn'),
  'fleet.acquisition_registered': text('购置入册', 'Purchase registered'),
} as const satisfies Record<string, Text>

/** The words of the refusals about purchases. */
export const acquisitionProblems = {
  'fleet.no_unit': text(
    '您的账号没有所在单位，不能申请购置。请联系管理员。',
    'Your account has no unit and cannot ask for a purchase; ask the administrator.',
  ),
  'fleet.dearer_than_approved': text(
    '实际价格高于批准的 {approved} 元。请另行申请。',
    'It costs more than the {approved} yuan approved; ask anew.',
  ),
} as const satisfies ProblemTexts
