import type { ProblemTexts } from '#kernel/contract/problem.ts'
import { text } from '#kernel/contract/text.ts'

/** Why the door stayed shut; the sign-in page shows these words by their code. */
export const doorProblems = {
  'single-sign-on.no_such_door': text(
    '这个登录方式已经停用，请换一种方式登录。',
    'This way to sign in is closed; use another.',
  ),
  'single-sign-on.away': text(
    '统一认证现在连不上，请稍后再试，或用密码登录。',
    'The sign-in service cannot be reached; try later, or sign in with your password.',
  ),
  'single-sign-on.start_again': text(
    '这次登录已经失效，请重新点一次登录按钮。',
    'This attempt has ended; press the sign-in button again.',
  ),
  'single-sign-on.declined': text(
    '统一认证没有让您登录，或您取消了登录。',
    'The sign-in service did not sign you in, or you cancelled it.',
  ),
  'single-sign-on.wrong_settings': text(
    '统一认证不接受本系统的登记（客户端标识、密钥或回调地址），请告诉管理员。',
    'The sign-in service does not accept this system (client, secret or callback address); tell your administrator.',
  ),
  'single-sign-on.not_believed': text(
    '统一认证的回答没有通过核对，没有登录。请重试；仍不行请告诉管理员。',
    'What the sign-in service answered did not hold; nobody was signed in. Try again, then tell your administrator.',
  ),
  'single-sign-on.unknown_person': text(
    '统一认证认得您，但这里没有对应的账号，请找管理员开通。',
    'The sign-in service knows you, but there is no account for you here; ask your administrator.',
  ),
  'single-sign-on.linked_elsewhere': text(
    '这个账号已经关联了统一认证里的另一个人。如果是您本人换了身份，请管理员解除关联。',
    'This account is linked with somebody else there. If your identity was renewed, ask your administrator to unlink it.',
  ),
  'single-sign-on.account_disabled': text(
    '这个账号已停用，请找管理员。',
    'This account is disabled; ask your administrator.',
  ),
  'single-sign-on.second_factor_here': text(
    '这个账号要第二重验证，请用密码登录。',
    'This account needs its second factor; sign in with your password.',
  ),
  'single-sign-on.try_again': text(
    '服务器现在忙，请稍后再试。',
    'The server is busy; try again in a moment.',
  ),
} satisfies ProblemTexts

export type DoorRefusal = keyof typeof doorProblems

export const singleSignOnProblems: ProblemTexts = {
  ...doorProblems,
  'single-sign-on.bad_issuer': text(
    '地址应以 https:// 开头（内网可用 http://），不带用户名、密码和“?”。',
    'The address begins with https:// (http:// in an opened inner network), without user name, password or “?”.',
  ),
  'single-sign-on.plain_issuer': text(
    '“{host}”不在开放的内网里，地址必须以 https:// 开头。',
    '“{host}” is not in an opened inner network: its address must begin with https://.',
  ),
  'single-sign-on.inner_address': text(
    '“{host}”在内网，默认不能访问；请运维把它加入 HOUQIN_OUTBOUND_ALLOW。',
    '“{host}” lies in an inner network, which is closed; ask the operator to add it to HOUQIN_OUTBOUND_ALLOW.',
  ),
  'single-sign-on.title_taken': text('已有同名的登录方式。', 'There is one of this name already.'),
  'single-sign-on.too_many': text('最多接入 {most} 个。', 'At most {most} can be added.'),
  'single-sign-on.secret_again': text(
    '换了地址，请重新填写密钥；用它登录的人会退出，重新关联。',
    'The address is another: enter the secret again. Whoever it let in is signed out and linked anew.',
  ),
  'single-sign-on.scope_openid': text('范围里要有 openid。', 'The scopes must contain openid.'),
}
