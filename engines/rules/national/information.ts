import { text } from '#kernel/contract/text.ts'
import { eq, type FieldSeed, max, min, paper, rule } from './seed.ts'

const graded = paper('网络安全等级保护基本要求', 'GB/T 22239-2019', '2019-12-01', '公开测评整改报告')
const openness = paper('政府信息公开条例', '国务院令第711号', '2019-05-15')
const archives = paper('档案法实施条例', '国务院令第772号', '2024-03-01')
const petitions = paper('信访工作条例', '', '2022-05-01')

const signIn = text('账号安全', 'Account security')
const openly = text('信息公开', 'Open information')
const petition = text('投诉信访办理', 'Handling complaints')

/** §17 of the national rules. The graded protection standard sets no numbers; those here are of practice. */
export const information: FieldSeed = {
  field: 'INFORMATION',
  rules: [
    rule(
      'SECURITY.PASSWORD_LENGTH',
      text('密码长度', 'Length of a password'),
      signIn,
      [min({}, 8, 'PIECE', graded.B('', '整改报告'), { effect: 'info' })],
      text(
        '标准不设数字，以下为整改报告中的通行做法，均可调整。三级要求双因素，其一为密码技术。',
        'The standard sets no numbers; these are common in remediation reports and may be changed. Level 3 asks for two factors, one cryptographic.',
      ),
    ),
    rule('SECURITY.PASSWORD_CLASSES', text('密码字符种类', 'Kinds of characters'), signIn, [
      min({}, 3, 'PIECE', graded.B(), { effect: 'info' }),
    ]),
    rule('SECURITY.PASSWORD_DAYS', text('密码更换周期', 'Change of password'), signIn, [
      max({}, 90, 'DAY', graded.B(), { effect: 'info' }),
    ]),
    rule('SECURITY.LOCK_FAILURES', text('锁定前失败次数', 'Failures before a lock'), signIn, [
      max({}, 5, 'TIMES', graded.B(), { effect: 'info' }),
    ]),
    rule('SECURITY.LOCK_SECONDS', text('锁定时间', 'Length of a lock'), signIn, [
      min({}, 300, 'SECOND', graded.B(), { effect: 'info' }),
    ]),
    rule('SECURITY.IDLE_SECONDS', text('无操作退出', 'Sign-out when idle'), signIn, [
      max({}, 600, 'SECOND', graded.B(), { effect: 'info' }),
    ]),
    rule('OPENNESS.PUBLISH_WORKDAYS', text('主动公开期限', 'Publishing'), openly, [
      max({}, 20, 'WORKDAY', openness.A('第二十六条')),
    ]),
    rule(
      'OPENNESS.REPLY_WORKDAYS',
      text('答复申请期限', 'Replying to a request'),
      openly,
      [
        max({}, 20, 'WORKDAY', openness.A('第三十三条')),
        max({ extension: 'EXTENDED' }, 40, 'WORKDAY', openness.A('第三十三条')),
      ],
      text('可延长一次，最多再加 20 个工作日。', 'Once more by up to 20 working days.'),
    ),
    rule('ARCHIVES.TRANSFER_YEARS', text('档案移交期限', 'Handing archives over'), text('档案', 'Archives'), [
      max({ level: 'PROVINCE' }, 20, 'YEAR', archives.A('第二十条')),
      max({ level: 'CITY' }, 20, 'YEAR', archives.A('第二十条')),
      max({ level: 'COUNTY' }, 10, 'YEAR', archives.A('第二十条')),
    ]),
    rule(
      'PETITION.DAYS',
      text('信访办理期限', 'Time limits of petitions'),
      petition,
      [
        max({ petition: 'REGISTER' }, 15, 'DAY', petitions.A()),
        max({ petition: 'FINISH' }, 60, 'DAY', petitions.A()),
        max({ petition: 'EXTEND' }, 30, 'DAY', petitions.A()),
        max({ petition: 'REVIEW' }, 30, 'DAY', petitions.A()),
        max({ petition: 'SECOND_REVIEW' }, 30, 'DAY', petitions.A()),
      ],
      text('这是上限，内部承诺时限应短得多。', 'The upper bound; pledges should be far shorter.'),
    ),
    rule('SECURITY.LEVEL', text('等级保护级别', 'Level of protection'), signIn, [
      eq({}, 3, 'PIECE', graded.B(), { effect: 'info' }),
    ]),
  ],
}
