import { sheetProblems } from '#kernel/sheets/sheet-problems.ts'
import type { ProblemTexts } from './contract/problem.ts'
import { text } from './contract/text.ts'

/** The words of the kernel's refusals: what happened, and the next step. */
export const kernelProblems: ProblemTexts = {
  ...sheetProblems,
  'kernel.defect': text(
    '系统出错，已记录。请稍后再试；若仍不行，请把此页时间告诉管理员。',
    'Something went wrong here and was recorded. Try again later, or tell your administrator the time.',
  ),
  'kernel.busy': text('系统暂时繁忙，请稍后再试。', 'The system is busy; try again in a moment.'),
  'kernel.database_away': text(
    '数据库暂时连不上，请过几秒再试一次；同一操作重试不会重复记录。',
    'The database is away for a moment; try again in a few seconds. The same thing tried again is not recorded twice.',
  ),
  'kernel.disk_full': text(
    '服务器磁盘快满了，暂时不能保存，只能查看；请联系管理员腾出空间后再试。',
    'The server’s disk is nearly full: reading works, saving does not. Ask your administrator to make room, then try again.',
  ),
  'kernel.unreachable': text(
    '连不上服务器，请检查网络后重试。',
    'The server cannot be reached; check the network and retry.',
  ),
  'kernel.sign_in_first': text('请先登录。', 'Sign in first.'),
  'kernel.forbidden': text(
    '您的岗位没有这项权限；需要时请联系管理员。',
    'Your role does not allow this; ask your administrator if you need it.',
  ),
  'kernel.not_found': text(
    '找不到这条记录，可能已被删除，或不在您的范围内。',
    'This record does not exist, or is outside your scope.',
  ),
  'kernel.no_such_address': text('没有这个地址。', 'There is no such address.'),
  'kernel.bad_input': text(
    '有内容需要修改，请看标出的栏目。',
    'Some fields need correcting; see the marked ones.',
  ),
  'kernel.bad_request': text('请求格式不对。', 'The request is malformed.'),
  'kernel.bad_json': text('请求内容不是有效的 JSON。', 'The request is not valid JSON.'),
  'kernel.bad_text': text(
    '文字里有无法保存的字符，请删去后重试。',
    'The text holds characters that cannot be kept; remove them and retry.',
  ),
  'kernel.bad_date': text('日期不存在，请检查。', 'There is no such date; check it.'),
  'kernel.other_account': text(
    '这台设备现在登录的是另一个账号，这一项没有发送。请用原来的账号登录后再传。',
    'Another account is signed in on this device, so this was not sent. Sign in with the account that did it.',
  ),
  'kernel.file_id_taken': text(
    '这个照片编号已被另一张照片使用，请重新拍摄。',
    'This picture’s id belongs to another picture; take it again.',
  ),
  'kernel.bad_cursor': text(
    '翻页位置已失效，请从第一页重新开始。',
    'The place in the list is no longer valid; start from the first page.',
  ),
  'kernel.out_of_range': text('数字超出范围。', 'A number is out of range.'),
  'kernel.duplicate': text('已经有相同的记录。', 'There already is such a record.'),
  'kernel.overlap': text('与已有的安排冲突。', 'This clashes with something already arranged.'),
  'kernel.missing_reference': text(
    '引用的对象不存在，或仍被其他记录使用。',
    'Something referred to does not exist, or is still in use elsewhere.',
  ),
  'kernel.rule_broken': text(
    '内容不符合规则（{rule}），未保存。',
    'This breaks a rule ({rule}); nothing was saved.',
  ),
  'kernel.wrong_state': text(
    '现在是“{state}”，不能“{step}”。请刷新后再看。',
    'It is “{state}” now, so “{step}” is not possible. Refresh and look again.',
  ),
  'kernel.bad_key': text(
    '请求编号（Idempotency-Key）应为 8 至 200 个字符。',
    'An Idempotency-Key has 8 to 200 characters.',
  ),
  'kernel.key_reused': text(
    '同一个请求编号用在了不同的内容上。',
    'This idempotency key came before with other content.',
  ),
  'kernel.too_large': text(
    '文件或内容太大：照片和文件每个不超过 15 MB。',
    'Too large: a photo or file may have 15 MB at most.',
  ),
  'kernel.bad_media_type': text('不支持这种内容类型。', 'This content type is not supported.'),
  'kernel.too_many_requests': text(
    '操作太频繁，请过一分钟再试。',
    'Too many requests; try again in a minute.',
  ),
  'kernel.too_many_streams': text(
    '您打开的页面太多，请关掉几个；其余页面会自动重连。',
    'You have too many pages open; close a few, and the others reconnect by themselves.',
  ),
  'kernel.cross_site': text(
    '这个操作来自别的网站，已拒绝。请在本系统的页面上操作。',
    'This came from another website and was refused. Use the pages of this system.',
  ),
  'kernel.headers_too_large': text(
    '请求头太大。请清除本站的 Cookie 后重试。',
    'The request headers are too large. Clear the cookies of this site and retry.',
  ),
  'kernel.too_slow': text(
    '发送太慢，连接已关闭。请检查网络后重试。',
    'Sending took too long and the connection was closed. Check the network and retry.',
  ),
  'kernel.file_missing': text('请选择一个文件。', 'Choose a file.'),
  'kernel.file_empty': text('文件是空的。', 'The file is empty.'),
  'kernel.file_kind': text(
    '只能上传照片（JPG、PNG、WebP）、PDF、Word 和 Excel 文件。',
    'Only photos (JPG, PNG, WebP), PDF, Word and Excel files can be uploaded.',
  ),
  'kernel.file_unknown': text(
    '照片没有上传成功，请重新选择。',
    'A photo was not uploaded properly; choose it again.',
  ),
  'kernel.picture_damaged': text('照片已损坏，请重新拍摄。', 'The picture is damaged; take it again.'),
  'kernel.picture_too_large': text(
    '照片像素太多，请缩小后再传。',
    'The picture has too many pixels; make it smaller.',
  ),
  'kernel.bad_user_name': text(
    '用户名由 2–64 个字母、数字或 . _ @ - 组成，以字母或数字开头。',
    'A user name has 2–64 letters, digits or . _ @ - and begins with a letter or digit.',
  ),
  'kernel.short_password': text('密码至少 {length} 位。', 'A password needs at least {length} characters.'),
  'kernel.user_name_taken': text(
    '用户名“{userName}”已被使用，请换一个。',
    'The user name “{userName}” is taken; choose another.',
  ),
  'kernel.already_set_up': text(
    '系统已经建立过机关，请登录。',
    'This installation has been set up already; sign in.',
  ),
  'kernel.last_admin': text(
    '至少要保留一个可用的管理员账号。',
    'At least one working administrator account must remain.',
  ),
  'kernel.import_over': text(
    '这次导入已经结束，不能再取消。',
    'This import is over and can no longer be cancelled.',
  ),
  'kernel.account_disabled': text(
    '这个账号已停用，请联系管理员。',
    'This account is disabled; ask your administrator.',
  ),
  'kernel.account_locked': text(
    '密码连续输错，账号已锁定到 {until}。请到时再试，或请安全管理员解锁。',
    'Too many wrong passwords: the account is locked until {until}. Try again then, or ask the security administrator.',
  ),
  'kernel.address_locked': text(
    '您所在的网络登录失败次数太多，请在 {until} 后再试。',
    'Too many failed sign-ins from your network; try again after {until}.',
  ),
  'kernel.password_due': text(
    '密码需要更换，换好后才能继续。',
    'Your password has to be changed before you go on.',
  ),
  'kernel.second_factor_due': text(
    '您的岗位需要第二重验证，设好后才能继续。',
    'Your role needs a second factor; set it up before you go on.',
  ),
  'kernel.password_again': text(
    '请再输入一次密码，确认是您本人。',
    'Give your password again to confirm it is you.',
  ),
  'kernel.token_never': text(
    '令牌不能做这件事，请本人登录后操作。',
    'A token cannot do this; sign in and do it yourself.',
  ),
  'kernel.token_scope': text(
    '这个令牌没有“{scope}”的范围；需要时请另建一个。',
    'This token lacks the scope “{scope}”; make another one if you need it.',
  ),
  'kernel.plain_password': text(
    '密码太简单：大写字母、小写字母、数字、符号中至少要有 {classes} 种。',
    'The password is too plain: use at least {classes} of capitals, small letters, digits and signs.',
  ),
  'kernel.password_like_name': text('密码里不能有用户名。', 'A password must not hold the user name.'),
  'kernel.password_used': text(
    '这个密码最近用过；最近 {n} 个密码不能再用。',
    'This password was used before; the last {n} cannot come back.',
  ),
  'kernel.own_rights': text(
    '不能修改自己的权限，请由另一位管理员办理。',
    'Nobody changes the own rights; ask another administrator.',
  ),
  'kernel.two_offices': text(
    '系统管理员、安全管理员、审计员不能由一人兼任：{names}。请先调整。',
    'System, security and audit administrator cannot be one person: {names}. Change that first.',
  ),
  'kernel.roles_by_security': text(
    '三员分立后，新账号先开通为职工，其他角色由安全管理员授予。',
    'With the offices separate an account begins as a staff member; the security administrator grants other roles.',
  ),
  'kernel.last_security': text(
    '至少要保留一个可用的安全管理员账号。',
    'At least one working security administrator must remain.',
  ),
  'kernel.unknown_scope': text('没有“{scope}”这个范围。', 'There is no scope “{scope}”.'),
  'kernel.unknown_import': text('没有“{kind}”这种表。', 'There is no sheet kind “{kind}”.'),
}
