import type { ProblemTexts } from '#kernel/contract/problem.ts'
import { text } from '#kernel/contract/text.ts'

export const privacyProblems: ProblemTexts = {
  'privacy.below_minimum': text(
    '这一类至少要保存 {days} 天（{basis}）。请填 {days} 或更大的数。',
    'This class is kept for {days} days at least ({basis}); enter {days} or more.',
  ),
  'privacy.action_unknown': text(
    '这一类不能这样处理，请选列出的方式。',
    'This class knows no such action; choose a listed one.',
  ),
  'privacy.hold_of_one': text(
    '保全要么针对一类，要么针对一个编号，请只填一项。',
    'A hold is for a class or for one id; fill in exactly one.',
  ),
  'privacy.asked_already': text(
    '您已有一个同类申请在办理，请等答复。',
    'You have such a request under way; wait for its answer.',
  ),
  'privacy.decided_already': text('这个申请已经答复。', 'This request has been answered already.'),
  'privacy.held': text(
    '此人的资料在审计保全中，解除保全后才能删除。',
    'This person’s data is under a hold; release it before deleting.',
  ),
}
