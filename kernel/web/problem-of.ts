import { ApiProblem } from '#kernel/contract/client.ts'
import { type Text, text } from '#kernel/contract/text.ts'
import { localisedNow } from './messages.ts'

/** A refusal in words for people: what happened, what to do next, and the fields concerned. */
export interface Told {
  title: string
  detail: string
  code: string
  status: number
  fields: { path: string; message: string }[]
  requestId: string | undefined
  extra: Record<string, unknown>
}

const offline = {
  title: text('连不上服务器', 'The server cannot be reached'),
  detail: text(
    '请检查网络后再试。您填写的内容还在。',
    'Check the network and try again. What you typed is still here.',
  ),
}
const broken = {
  title: text('页面出了差错', 'Something went wrong on this page'),
  detail: text(
    '请刷新页面再试；仍不行请告诉管理员。',
    'Reload the page; if it happens again, tell your administrator.',
  ),
}
/** Refusals that do not come in our own words: the sign-in library's and a proxy's. */
const foreign: Record<string, Text> = {
  INVALID_USERNAME_OR_PASSWORD: text(
    '用户名或密码不对。请核对大小写后再试。',
    'User name or password is wrong. Check upper and lower case and try again.',
  ),
  INVALID_CODE: text(
    '数字不对。请看手机上现在显示的六位数字；手机时间要准。',
    'The digits are wrong. Type those shown now; your phone’s clock must be right.',
  ),
  INVALID_BACKUP_CODE: text('备用码不对，或已经用过。', 'This spare code is wrong or was used.'),
  INVALID_TWO_FACTOR_COOKIE: text('等得太久了，请重新登录。', 'That took too long; sign in again.'),
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: text(
    '输错太多次，请重新登录。',
    'Too many wrong codes; sign in again.',
  ),
  ACCOUNT_TEMPORARILY_LOCKED: text(
    '第二重验证输错太多次，请 15 分钟后再试，或请安全管理员重置。',
    'Too many wrong codes: try again in 15 minutes, or ask the security administrator for a reset.',
  ),
  INVALID_PASSWORD: text('密码不对。', 'The password is wrong.'),
  USERNAME_TOO_SHORT: text('用户名太短。', 'The user name is too short.'),
  INVALID_USERNAME: text(
    '用户名只能含字母、数字、点和下划线。',
    'User names hold letters, digits, dots and underscores only.',
  ),
  'kernel.unreachable': text(
    '服务器没有应答，请稍后再试。',
    'The server does not answer; try again in a moment.',
  ),
}

/** Turns whatever a call threw into words. Never empty. */
export function problemOf(error: unknown): Told {
  if (error instanceof ApiProblem) {
    const { title, detail, code, status, path, errors, requestId, type: _type, ...extra } = error.body
    const words = foreign[code] ? localisedNow(foreign[code]) : detail || title
    const fields = errors?.length ? errors : path ? [{ path, message: words }] : []
    return {
      title: title && detail && !foreign[code] && title !== words ? title : words,
      detail: title && detail && !foreign[code] && title !== words ? words : '',
      code,
      status,
      fields,
      requestId,
      extra,
    }
  }
  const told =
    error instanceof TypeError && /fetch|network|load failed/i.test(error.message) ? offline : broken
  return {
    title: localisedNow(told.title),
    detail: localisedNow(told.detail),
    code: told === offline ? 'kernel.offline' : 'kernel.web',
    status: 0,
    fields: [],
    requestId: undefined,
    extra: {},
  }
}
