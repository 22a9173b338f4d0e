import { text } from '#kernel/contract/text.ts'
import { type FieldSeed, max, min, paper, rule } from './seed.ts'

const fire = paper('消防法', '2021年修正', '2021-04-29')
const fireOrder = paper('机关、团体、企业、事业单位消防安全管理规定', '公安部令第61号', '2002-05-01')
const inside = paper('企业事业单位内部治安保卫条例', '国务院令第421号', '2004-12-01')
const guards = paper('保安服务管理条例', '国务院令第564号', '2010-01-01')
const video = paper('公共安全视频图像信息系统管理条例', '国务院令第799号', '2025-04-01')
const terror = paper('反恐怖主义法', '', '2016-01-01')
const watch = paper('值班工作规定（地方）', '', '2020-01-01', 'huiji.gov.cn')

const firefighting = text('消防管理', 'Fire safety')
const cameras = text('视频监控', 'Cameras')
const guarding = text('保安和门卫', 'Guards')
const duty = text('值班', 'Duty rota')
const once = { effect: 'warn' as const }

/** §13 of the national rules. */
export const fireAndGuard: FieldSeed = {
  field: 'FIRE_AND_GUARD',
  rules: [
    rule(
      'FIRE.FULL_TEST_YEARS',
      text('消防设施全面检测间隔', 'Full test of fire equipment'),
      firefighting,
      [max({}, 1, 'YEAR', fire.A('第十六条'))],
      text('另须有制度、预案、检查、演练。', 'With rules, plans, inspections and drills.'),
    ),
    rule(
      'FIRE.PATROLS_A_DAY',
      text('重点单位防火巡查（每日）', 'Patrols a day, key units'),
      firefighting,
      [min({ unit: 'KEY' }, 1, 'TIMES', fire.A('第十七条'))],
      text('有记录、档案、培训。', 'On record, with an archive and trained people.'),
    ),
    rule('FIRE.CHECKS_A_MONTH', text('防火检查（每月）', 'Fire checks a month'), firefighting, [
      min({}, 1, 'TIMES', fireOrder.C()),
    ]),
    rule('FIRE.DRILL_MONTHS', text('灭火疏散演练间隔', 'Interval of drills'), firefighting, [
      max({ unit: 'KEY' }, 6, 'MONTH', fireOrder.C()),
      max({ unit: 'ORDINARY' }, 12, 'MONTH', fireOrder.C()),
    ]),
    rule('FIRE.TRAINING_MONTHS', text('重点单位消防培训间隔', 'Fire training of key units'), firefighting, [
      max({ unit: 'KEY' }, 12, 'MONTH', fireOrder.C()),
    ]),
    rule('FIRE.CONTROL_ROOM', text('消防控制室值班', 'Fire control room'), duty, [
      min({}, 2, 'PERSON', fireOrder.C()),
    ]),
    rule('FIRE.CONTROL_ROOM_HOURS', text('消防控制室每日值守', 'Hours the control room is manned'), duty, [
      min({}, 24, 'HOUR', fireOrder.C()),
    ]),
    rule(
      'GUARD.GATE_RULES',
      text('门卫、值班、巡查制度', 'Rules for gates, duty and patrols'),
      guarding,
      [min({}, 1, 'PIECE', inside.A('第八条'), once)],
      text(
        '重点单位另须预案和演练（第十五条）；机关参照（第二十二条）。',
        'Key units also plans and drills (15); state organs follow by reference (22).',
      ),
    ),
    rule('GUARD.CONTRACT_YEARS', text('保安合同保存', 'Keeping guard contracts'), guarding, [
      min({}, 2, 'YEAR', guards.A('第二十一条')),
    ]),
    rule('GUARD.OWN_GUARDS_DAYS', text('自招保安员备案', 'Filing self-hired guards'), guarding, [
      max({}, 30, 'DAY', guards.A('第十四条')),
    ]),
    rule(
      'VIDEO.KEEP_DAYS',
      text('监控影像和报警记录保存', 'Keeping video and alarms'),
      cameras,
      [
        min({}, 30, 'DAY', guards.A('第二十五条')),
        min({ area: 'PUBLIC' }, 30, 'DAY', video.A('第十七条')),
        min({ area: 'TERROR_TARGET' }, 90, 'DAY', terror.A('第三十二条')),
      ],
      text(
        '政务服务大厅、公共停车场属公共场所（第七条）；目的实现后删除。其他场所由产品默认按第十六、十七条办，以 30 天为底线。非公共场所不得违法泄露（第三十三条）。',
        'Service halls and public car parks are public places (7); deleted when the purpose is met. Other places by default as 16 and 17, with 30 days as the floor; no illegal disclosure (33).',
      ),
    ),
    rule('VIDEO.FILING_DAYS', text('公共视频系统备案', 'Filing a public video system'), cameras, [
      max({}, 30, 'DAY', video.A('第十四条')),
    ]),
    rule(
      'VIDEO.VIEWING_RECORD',
      text('调阅影像登记', 'Record of every viewing'),
      cameras,
      [min({}, 1, 'TIMES', video.A('第十六条'), once)],
      text('事由、内容、人员、单位。', 'Reason, content, person and unit.'),
    ),
    rule(
      'VIDEO.PRIVATE_ROOMS',
      text(
        '在住宿、休息、洗浴、如厕、更衣处安装摄像设备',
        'Cameras where people live, rest, bathe or change',
      ),
      text(
        '集体宿舍、浴室、卫生间、更衣室安装监控',
        'Cameras in dormitories, baths, toilets, changing rooms',
      ),
      [max({}, 0, 'PIECE', video.A('第八条'))],
    ),
    rule(
      'DUTY.HOURS',
      text('值班时长（每日）', 'Hours of duty a day'),
      duty,
      [min({}, 24, 'HOUR', watch.B())],
      text(
        '没有全国统一数字；地方要求在编人员值班、领导带班。',
        'No national number; local rules ask for own staff and a leader on call.',
      ),
    ),
    rule('DUTY.HANDOVER_MINUTES', text('提前交接班', 'Hand-over ahead of time'), duty, [
      min({}, 10, 'MINUTE', watch.B()),
    ]),
  ],
}
