import type { ProblemTexts } from '#kernel/contract/problem.ts'
import { text } from '#kernel/contract/text.ts'

export const notificationProblems: ProblemTexts = {
  'notifications.mandatory': text(
    '“{title}”是必收的，不能关闭；需要时请联系管理员。',
    '“{title}” must be received and cannot be switched off; ask your administrator if needed.',
  ),
  'notifications.unknown_type': text('没有“{type}”这类消息。', 'There is no kind of news “{type}”.'),
  'notifications.no_mail_server': text(
    '还没有设置邮件服务器，请先保存设置再试发。',
    'There is no mail server yet; save the settings first, then send a test.',
  ),
  'notifications.need_address': text(
    '要用邮件接收，请先填写邮箱地址。',
    'To receive mail, enter your mail address first.',
  ),
  'notifications.bad_mail_address': text('这不是邮箱地址。', 'This is not a mail address.'),
  'notifications.bad_robot_address': text(
    '机器人平台地址应以 http:// 或 https:// 开头，不带密钥，例如 https://oapi.dingtalk.com。',
    'A robot platform’s address begins with http:// or https:// and carries no key, as https://oapi.dingtalk.com.',
  ),
  'notifications.need_key': text(
    '请填写机器人地址里的密钥（key、access_token 或 hook 后面的部分）。',
    'Enter the key from the robot’s address (after key=, access_token= or hook/).',
  ),
  'notifications.need_owner': text('请选择岗位或单位。', 'Choose a role or a unit.'),
  'notifications.unknown_unit': text('没有这个单位。', 'There is no such unit.'),
  'notifications.bad_authority': text(
    '根证书不是有效的 PEM 内容，请粘贴以 BEGIN CERTIFICATE 开头的全文。',
    'The authority’s certificate is not valid PEM; paste the whole text beginning with BEGIN CERTIFICATE.',
  ),
  'notifications.password_in_clear': text(
    '不加密的连接不能带密码，请改用 TLS 或 STARTTLS，或清空用户名和密码。',
    'A password may not travel unencrypted; choose TLS or STARTTLS, or leave user name and password empty.',
  ),
  'notifications.already_sent': text(
    '这条已经送达，不需要重发。',
    'This was delivered; there is no need to send it again.',
  ),
}
