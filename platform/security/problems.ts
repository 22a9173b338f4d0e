import type { ProblemTexts } from '#kernel/contract/problem.ts'
import { text } from '#kernel/contract/text.ts'

export const securityProblems: ProblemTexts = {
  'security.wrong_password': text('当前密码不对。', 'The current password is wrong.'),
  'security.no_idle': text(
    '无操作退出时间为 0（不退出）或至少 60 秒。',
    'The idle time is 0 (never) or at least 60 seconds.',
  ),
  'security.not_separate': text('三员分立没有启用。', 'The administrators are not separate.'),
  'security.ask_again': text(
    '您已经申请过；要由另一位（系统管理员或安全管理员）同意。',
    'You have asked already; the other administrator (system or security) must agree.',
  ),
  'security.own_second_factor': text(
    '不能重置自己的第二重验证，请在“我的设置”里关闭后重设。',
    'Reset your own second factor under “My settings”.',
  ),
}
