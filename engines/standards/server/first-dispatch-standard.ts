import type { ClauseInput } from '../schema.ts'
import { clause, must } from './write-clause.ts'

/** One line a clause: `services/fleet` judges the clause, and every line of it gets its verdict. */
const clauses: ClauseInput[] = [
  clause(
    'PC-01',
    ['先批后派', 'Approved before it leaves'],
    [
      '用车申请应经批准后派车，车辆不得在批准之前出发。没有申请的不得派车。',
      'A vehicle goes only by an approved request, and does not leave before the approval.',
    ],
    must('申请已在出车前批准', 'Approved before leaving', { allowsNa: true }),
  ),
  clause(
    'PC-02',
    ['应急补批', 'Emergencies approved afterwards'],
    [
      '应急用车可先派后批，应在次 1 个工作日结束前补办审批。',
      'An emergency may be dispatched first; it is approved by the end of the next working day.',
    ],
    must('应急用车已按期补批', 'Emergency approved in time', { allowsNa: true }),
  ),
  clause(
    'PC-03',
    ['准驾车型', 'Class of the licence'],
    [
      '驾驶员的准驾车型应与所派车辆相符，不符的不得派。',
      'The driver’s licence covers the vehicle he is given.',
    ],
    must('准驾车型与所派车辆一致', 'The licence covers the vehicle'),
  ),
  clause(
    'PC-04',
    ['驾驶证有效期', 'Licence in force'],
    ['驾驶证应在行程最后 1 天仍在有效期内。', 'The driving licence is in force on the last day of the trip.'],
    must('驾驶证在行程结束日有效，未过期', 'Licence in force to the end of the trip'),
  ),
  clause(
    'PC-05',
    ['连续驾驶', 'Driving without a rest'],
    [
      '连续驾驶 4 小时应停车休息 20 分钟以上，排班时不得把前后行程排成疲劳驾驶。',
      'After 4 hours of driving comes a rest of at least 20 minutes; trips are not lined up so that a driver gets none.',
    ],
    must('前后行程合计未超过连续驾驶限值', 'No driving beyond the limit, with the trips around it'),
  ),
  clause(
    'PC-06',
    ['当天出车时长', 'Hours out in a day'],
    [
      '同一驾驶员当天出车 2 次以上的，合计不得超过 10 小时，超过的应换人。',
      'A driver with several trips in a day is out no more than 10 hours; beyond that another one drives.',
    ],
    must('当天出车合计不超过 10 小时', 'Out no more than 10 hours that day', {
      allowsNa: true,
      limit: { min: null, max: 10, unit: '小时' },
    }),
  ),
  clause(
    'PC-07',
    ['驾驶员在岗', 'Driver on duty'],
    [
      '不得派请假、离岗或轮休的驾驶员出车。',
      'Nobody is sent who is on leave, has left or is off duty by the roster.',
    ],
    must('驾驶员在岗，未请假、未轮休', 'Driver on duty, not on leave, not off'),
  ),
  clause(
    'PC-08',
    ['核定载客', 'Seats'],
    [
      '乘车人数不得超过车辆核定载客数减去驾驶员 1 人。',
      'No more people ride than the vehicle has seats besides the driver’s.',
    ],
    must('乘车人数未超过座位数', 'No more people than seats'),
  ),
  clause(
    'PC-09',
    ['车辆用途', 'What the vehicle is for'],
    [
      '所派车辆的类别应与申请的用途相符，执法执勤和特种专业技术用车不得挪作他用。',
      'The class of the vehicle fits what it is asked for; law enforcement and special vehicles do nothing else.',
    ],
    must('车辆类别与申请用途一致', 'The class fits the purpose'),
  ),
  clause(
    'PC-10',
    ['车辆证照', 'Papers of the vehicle'],
    [
      '行驶证、检验和保险应在行程最后 1 天仍有效，停用、处置和检验不合格的车辆不得派出。',
      'Licence, inspection and insurance are in force on the last day; no vehicle goes out that is out of use or failed its inspection.',
    ],
    must('证照在行程结束日有效，车辆可用', 'Papers in force to the end, vehicle fit'),
  ),
  clause(
    'PC-11',
    ['节假日封存', 'Sealed over holidays'],
    [
      '封存期内不得派用封存车辆，留用车辆应经批准并写明原因。',
      'Sealed vehicles are not used; those kept for duty are approved with a reason.',
    ],
    must('封存期内未派用封存车辆', 'No sealed vehicle used', { allowsNa: true }),
  ),
  clause(
    'PC-12',
    ['派车时限', 'Answered in time'],
    [
      '调度应在申请批准后 1 个工作日内派车；批准时距用车不足 1 个工作日的，应在出车前派车。',
      'The dispatcher assigns within one working day of the approval, or before the time where that is sooner.',
    ],
    must('批准后已在时限内派车', 'Assigned in time after the approval', { allowsNa: true }),
  ),
  clause(
    'PC-13',
    ['提前告知', 'Told ahead'],
    [
      '派车和改派应在出车前不少于 30 分钟告知驾驶员，应急用车除外。',
      'The driver hears of a trip and of its changes at least 30 minutes before, emergencies apart.',
    ],
    must('派车距出车不少于 30 分钟', 'Assigned at least 30 minutes before', {
      allowsNa: true,
      limit: { min: 30, max: null, unit: '分钟' },
    }),
  ),
  clause(
    'PC-14',
    ['行程衔接', 'From trip to trip'],
    [
      '前后两趟之间应留出路上所需时间，并加 10 分钟交接。',
      'Between two trips there is time for the way, and 10 minutes to hand over.',
    ],
    must('与前后行程的间隔符合路程所需', 'Time enough from trip to trip'),
  ),
  clause(
    'PC-15',
    ['同路拼车', 'Going the same way'],
    [
      '出发相差 30 分钟以内、去往同一地点且有空座的，应合并派车；分开派车的，应写明原因。',
      'Requests to one place within 30 minutes share a vehicle with seats left; sent apart, the reason is written down.',
    ],
    must('同路申请已合并或已写明原因', 'Those going the same way share it, or the reason is there', {
      allowsNa: true,
    }),
  ),
]

/**
 * 派车管理规范: what holds when a vehicle is dispatched; the system looks at it for every trip. In words of our own; the
 * limits are the centre's, people change them by issuing a new version.
 */
export const firstDispatchStandard = {
  code: 'HQ/CL-003',
  nodeCode: 'TG-02',
  title: '派车管理规范',
  titleEn: 'Rules for dispatching vehicles',
  source: '本中心制定（初始版本，可按实际修订）',
  changeNote: '初始版本',
  parts: [
    {
      part: 'SCOPE' as const,
      body: '本标准规定公务用车派车和改派的要求，由系统在派车后逐条核对，适用于本中心派出的每一趟车，不适用于导入的历史派车单。',
      bodyEn:
        'Rules dispatching and rearranging; the system looks at every trip the centre dispatches, clause by clause. Not for old trips that were imported.',
    },
    {
      part: 'REFERENCES' as const,
      body: '《中华人民共和国道路交通安全法实施条例》\n《机关事务管理条例》',
      bodyEn:
        'Regulation on the implementation of the Road Traffic Safety Law\nRegulation on the affairs of government offices',
    },
    {
      part: 'TERMS' as const,
      body: '应急用车：抢险、救护、处置突发事件等来不及事先审批的用车。\n改派：派车后更换车辆、驾驶员或时间。',
      bodyEn:
        'Emergency: what cannot wait for an approval. Rearranging: another vehicle, driver or time once it was dispatched.',
    },
    {
      part: 'POSTS' as const,
      body: '调度负责派车、改派和写明原因；审批人负责批准和补批；车队主管负责查看不符合的条款并改进。',
      bodyEn:
        'Dispatchers assign, rearrange and give reasons; approvers approve; the head of the fleet looks at what was not met.',
    },
  ],
  clauses,
  borrowed: [
    {
      clauseCode: 'PC-05',
      title: '中华人民共和国道路交通安全法实施条例',
      article: '第六十二条第七项',
      organisation: '国务院',
      adaptation: '条例规定驾驶人不得连续驾驶超过 4 小时未停车休息；本中心在派车时把前后行程合并计算。',
    },
    {
      clauseCode: null,
      title: '机关事务管理条例',
      number: '国务院令第621号',
      article: '第二十六条',
      organisation: '国务院',
      adaptation: '条例要求公务用车集中管理、统一调度；本中心细化为派车时逐条核对的要求。',
    },
  ],
}
