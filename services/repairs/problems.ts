import type { ProblemTexts } from '#kernel/contract/problem.ts'
import { text } from '#kernel/contract/text.ts'

/** The words of the repairs' refusals: what happened, and the next step. */
export const repairsProblems: ProblemTexts = {
  'repairs.unknown_place': text('没有这处物业，或它已停用。', 'There is no such site, or it is closed.'),
  'repairs.unknown_room': text('这处物业没有这个房间。', 'This site has no such room.'),
  'repairs.caller_needed': text(
    '请填写来电人：选择人员，或填写姓名和单位。',
    'Say who called: a person, or a name with a unit.',
  ),
  'repairs.unknown_person': text('没有这位人员。', 'There is no such person.'),
  'repairs.unknown_unit': text('没有这个单位。', 'There is no such unit.'),
  'repairs.code_unknown': text(
    '这个二维码不是本系统的，或已损坏。请拨打服务台电话报修。',
    'This code is not ours, or is damaged. Please call the service desk.',
  ),
  'repairs.code_revoked': text(
    '这个二维码已停用。请拨打服务台电话，或扫描新的二维码。',
    'This code is no longer in use. Call the service desk, or scan the new one.',
  ),
  'repairs.code_revoked_before': text('这个二维码已经停用了。', 'This code was revoked before.'),
  'repairs.too_many_photos': text('每次报修最多 9 张照片。', 'A report may have 9 photos at most.'),
  'repairs.work_over': text(
    '这张工单已经结束，不能再登记。',
    'This order has ended; nothing more can be recorded.',
  ),
  'repairs.not_started': text('请先接单并开始，再登记。', 'Accept and start the order first.'),
  'repairs.not_yours': text('这张工单不在您手里。', 'This order is not in your hands.'),
  'repairs.leave_before_arrival': text('离开时间不能早于到达时间。', 'The visit ends before it begins.'),
  'repairs.in_the_future': text('时间不能晚于现在。', 'This moment has not come yet.'),
  'repairs.unknown_prepare': text('没有“{code}”这一项准备。', 'There is no such thing to prepare: “{code}”.'),
  'repairs.checklist_incomplete': text(
    '还有必做项没有填写：{lines}。请补填后再完工。',
    'These lines must be answered before finishing: {lines}.',
  ),
  'repairs.line_not_met': text(
    '这些必做项记为“不合格”：{lines}。请整改，或说明“部分解决”“无法处理”。',
    'These mandatory lines were not met: {lines}. Put them right, or finish as partly resolved or not possible.',
  ),
  'repairs.photo_missing': text(
    '“{lines}”要求拍照，请补拍后再完工。',
    '“{lines}” needs a photo before finishing.',
  ),
  'repairs.works_not_verified': text(
    '这是大型维修改造，现在是“{state}”；验证合格后才能完工。',
    'This is a major work, now “{state}”; it can finish once it is verified.',
  ),
  'repairs.omission_unfinished': text(
    '漏项只在完工之后登记；现在请直接填写检查清单。',
    'Omissions are recorded after finishing; answer the checklist instead.',
  ),
  'repairs.omission_remedied': text('这一处漏项已经补台。', 'This omission was made good before.'),
  'repairs.same_grade': text('已经是“{grade}”。', 'It is “{grade}” already.'),
  'repairs.works_under_way': text(
    '已选定施工单位，不能再改为小修。',
    'A contractor was chosen; it cannot become a minor repair.',
  ),
  'repairs.not_major': text(
    '这张工单不是大型维修改造，请先定级。',
    'This order is no major work; grade it first.',
  ),
  'repairs.too_few_surveys': text(
    '至少要有 {fewest} 家单位现场勘查，现在有 {count} 家。',
    'At least {fewest} contractors must survey the place; {count} did so far.',
  ),
  'repairs.surveyed_before': text(
    '“{contractor}”已登记过勘查。',
    '“{contractor}” surveyed the place already.',
  ),
  'repairs.not_surveyed': text(
    '“{contractor}”没有现场勘查，不能报价。',
    '“{contractor}” has not surveyed the place, so it cannot quote.',
  ),
  'repairs.quoted_before': text('“{contractor}”已报过价。', '“{contractor}” has quoted already.'),
  'repairs.too_few_quotes': text(
    '至少要有 {fewest} 家报价才能选定，现在有 {count} 家。',
    'At least {fewest} quotes are needed to choose; there are {count}.',
  ),
  'repairs.choice_needs_reason': text(
    '所选不是最低报价，请说明理由。',
    'It is not the lowest quote; say why it is chosen.',
  ),
  'repairs.unknown_quote': text('没有这份报价。', 'There is no such quote.'),
  'repairs.works_reversed': text('结束日期不能早于开工日期。', 'The works end before they begin.'),
  'repairs.verification_too_early': text(
    '验证条件“{condition}”约定在 {day} 之后，还没有到。',
    'The verification “{condition}” was set for {day} or later.',
  ),
  'repairs.import_unknown_site': text(
    '没有名为“{site}”的物业，请先导入物业。',
    'There is no site “{site}”; import the sites first.',
  ),
  'repairs.import_unknown_unit': text(
    '没有名为“{unit}”的单位，请先导入单位。',
    'There is no unit “{unit}”; import the units first.',
  ),
  'repairs.import_ambiguous_site': text(
    '有几处物业都叫“{site}”，请改填物业编号。',
    'Several sites are called “{site}”; give the code instead.',
  ),
  'repairs.import_ambiguous_unit': text(
    '有几个单位都叫“{unit}”，请改填单位编码。',
    'Several units are called “{unit}”; give the code instead.',
  ),
  'repairs.import_finish_before_report': text(
    '完成日期早于报修日期。',
    'It was finished on a day before it was reported.',
  ),
  'repairs.import_finish_same_day': text(
    '完成时间早于同一天的报修时间，按报修时间记为完成。',
    'It was finished before it was reported on the same day; the report’s time is kept as the finish.',
  ),
  'repairs.import_finish_missing': text(
    '状态为“已完成”，请填写完成时间。',
    'It is completed, so it needs a finish time.',
  ),
  'repairs.import_finish_unexpected': text(
    '状态不是“已完成”，不应有完成时间。',
    'It is not completed, so it has no finish time.',
  ),
  'repairs.import_future': text('时间晚于今天。', 'This lies in the future.'),
  'repairs.import_rating_unexpected': text(
    '未完成的工单不应有评分。',
    'Only a completed repair has a rating.',
  ),
  'repairs.import_repeated': text(
    '工单编号“{number}”在表中出现了两次，第一次在第 {first} 行。',
    'The number “{number}” appears twice; first on line {first}.',
  ),
  'repairs.import_number_taken': text(
    '工单编号“{number}”已属于另一张工单。',
    'The number “{number}” belongs to another order.',
  ),
  'repairs.import_kept': text(
    '工单“{number}”已在系统中办理，表中不同的内容未采用。',
    'Order “{number}” lives here by now; what the sheet says differently was not taken.',
  ),
}
