import type { ProblemTexts } from '#kernel/contract/problem.ts'
import { text } from '#kernel/contract/text.ts'

/** The words of the directory's refusals. */
export const directoryProblems: ProblemTexts = {
  'directory.unit_code_taken': text(
    '单位编码“{code}”已被“{name}”使用，请换一个。',
    'The unit code “{code}” belongs to “{name}”; choose another.',
  ),
  'directory.site_code_taken': text(
    '物业编号“{code}”已被“{name}”使用，请换一个。',
    'The site code “{code}” belongs to “{name}”; choose another.',
  ),
  'directory.room_code_taken': text(
    '房间编号“{code}”已被“{name}”使用，请换一个。',
    'The room code “{code}” belongs to “{name}”; choose another.',
  ),
  'directory.staff_no_taken': text(
    '工号“{code}”已被“{name}”使用，请换一个。',
    'The staff number “{code}” belongs to “{name}”; choose another.',
  ),
  'directory.campus_taken': text(
    '院区的编码或名称“{code}”已被使用，请换一个。',
    'The campus code or name “{code}” is taken; choose another.',
  ),
  'directory.unit_circle': text('上级单位不能是它自己或它的下级。', 'A unit cannot stand below itself.'),
  'directory.unknown_unit': text(
    '没有这个单位，请从列表中选择。',
    'There is no such unit; pick one from the list.',
  ),
  'directory.unknown_campus': text(
    '没有这个院区，请从列表中选择。',
    'There is no such campus; pick one from the list.',
  ),
  'directory.unknown_site': text(
    '没有这处物业，请从列表中选择。',
    'There is no such site; pick one from the list.',
  ),
  'directory.unknown_room': text(
    '没有这个房间，请从列表中选择。',
    'There is no such room; pick one from the list.',
  ),
  'directory.unit_closed': text(
    '“{name}”已撤销，请选择其他单位。',
    '“{name}” is closed; choose another unit.',
  ),
  'directory.unit_in_use': text(
    '“{name}”还有 {people} 人、{children} 个下级单位，请先调整后再撤销。',
    '“{name}” still has {people} people and {children} units below it; move them first.',
  ),
  'directory.already_closed': text(
    '“{name}”已于{day}停用，无需重复操作。',
    '“{name}” was closed on {day} already.',
  ),
  'directory.closed_before_opened': text(
    '停用日期不能早于启用日期{day}。',
    'It cannot close before it opened on {day}.',
  ),
  'directory.already_left': text('“{name}”已于{day}离任。', '“{name}” left on {day}.'),
  'directory.left_before_joined': text(
    '离任日期不能早于到岗日期{day}。',
    'Nobody leaves before joining on {day}.',
  ),
  'directory.transfer_before_post': text(
    '生效日期要晚于现任职务的开始日期{day}。',
    'The new post must begin after the present one, which began on {day}.',
  ),
  'directory.post_planned': text(
    '{day}起已安排了新职务，请选择更晚的日期。',
    'Another post is already planned from {day}; choose a later day.',
  ),
  'directory.unknown_floor': text(
    '看不懂楼层“{floor}”，请写成“3楼”“地下1层”或“B1”。',
    'The floor “{floor}” is not understood; write 3楼, 地下1层, 3F or B1.',
  ),
  'directory.row_repeated': text(
    '“{value}”在第 {line} 行已经出现过，请删去一行。',
    '“{value}” stands on line {line} already; remove one of them.',
  ),
  'directory.row_unknown_unit': text(
    '没有名为“{value}”的单位，请先导入单位，或核对名称。',
    'There is no unit called “{value}”; import the units first, or check the name.',
  ),
  'directory.row_ambiguous_unit': text(
    '有 {count} 个单位都叫“{value}”，请改填单位编码。',
    '{count} units are called “{value}”; write the unit code instead.',
  ),
  'directory.row_closed_unit': text('单位“{value}”已撤销。', 'The unit “{value}” is closed.'),
  'directory.row_circle': text(
    '上级单位“{value}”绕回到了本单位。',
    'The superior unit “{value}” leads back to this unit.',
  ),
  'directory.row_left': text(
    '“{value}”已离任；如确已返岗，请在人员页面办理。',
    '“{value}” has left; take them on again on the people page.',
  ),
  'directory.row_bad_skills': text(
    '技能每项不超过 20 个字、最多 20 项，用顿号分开。',
    'At most 20 skills of 20 characters each, parted by commas.',
  ),
  'directory.row_area_odd': text(
    '建筑面积 {value} ㎡不像一处物业，请核对单位是否为平方米。',
    '{value} m² is an unlikely floor area; check that it is in square metres.',
  ),
  'directory.row_new_campus': text('新院区“{value}”，将一并建立。', 'A new campus “{value}” will be made.'),
  'directory.row_taken_as_centre': text(
    '没有填类别，按名称认作后勤中心。',
    'No kind given; taken for the logistics centre by its name.',
  ),
}
