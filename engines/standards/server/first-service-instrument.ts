import type { ClauseInput } from '../schema.ts'
import { clause, must } from './write-clause.ts'

const clauses: ClauseInput[] = [
  clause(
    'GB-01',
    ['保障范围和方式', 'What is served, and how'],
    [
      '公务用车应由本中心集中管理、统一调度，由保障中心和应急保障中心两个车队提供。每次出车应有用车申请，没有申请的不得出车。',
      'Official vehicles are kept together and dispatched by the centre, from its service and its emergency fleet. Every trip has a request; without one no vehicle leaves.',
    ],
    must('每次出车均有用车申请', 'Every trip has a request'),
  ),
  clause(
    'GB-02',
    ['申请和审批', 'Request and approval'],
    [
      '用车单位应在出车前提出申请，写明事由、人数、时间和地点；申请应在出车前按审批路线办结。',
      'The unit asks before the trip and names reason, persons, time and place; the approval is complete before the vehicle leaves.',
    ],
    must('申请已写明事由、人数、时间和地点', 'Reason, persons, time and place are named'),
    must('出车前审批已办结', 'Approved before leaving'),
  ),
  clause(
    'GB-03',
    ['应急用车', 'Emergencies'],
    [
      '抢险救灾和突发事件可先派车后补批，补批应在出车后 1 个工作日内办结。',
      'For disasters and incidents a vehicle may leave first; the approval follows within 1 working day.',
    ],
    must('应急出车已在 1 个工作日内补批', 'Approved within 1 working day', { allowsNa: true }),
  ),
  clause(
    'GB-04',
    ['派车', 'Dispatch'],
    [
      '派车应一车一单，写明车辆、驾驶员、用车人和行程。准驾车型应与车辆相符，驾驶证应在有效期内；连续驾驶和停车休息的时间不得突破现行限值。',
      'Each trip has one order with vehicle, driver, passengers and route. The licence covers the vehicle and is in force; driving without a rest stays within the limits in force.',
    ],
    must('派车单已写明车辆、驾驶员、用车人和行程', 'The order names vehicle, driver, passengers and route'),
    must('准驾车型与车辆相符，驾驶证未过期', 'The licence covers the vehicle and is in force'),
    must('连续驾驶和休息时间符合限值', 'Driving and rest within the limits'),
  ),
  clause(
    'GB-05',
    ['里程', 'Kilometres'],
    [
      '出车和收车应登记里程表读数并拍照，两次出车之间的里程应说得清。里程应与申请的行程相符；装有定位终端的，应与卫星定位里程核对。',
      'On leaving and coming back the odometer is read and photographed, and what lies between two trips is explained. The kilometres fit the route asked for and, with a terminal, those by satellite.',
    ],
    must('出车、收车里程已登记并拍照', 'Odometer noted and photographed on leaving and coming back'),
    must('两次出车之间没有说不清的里程', 'No unexplained kilometres between two trips'),
    must('里程与申请行程、定位里程均已核对一致', 'Kilometres fit the route and the satellite'),
  ),
  clause(
    'GB-06',
    ['费用和单车核算', 'Costs and accounts'],
    [
      '燃油、充电、通行、停车和维修费用应逐笔登记并附票据，按车按月核算。油耗异常的应查明原因。',
      'Fuel, charging, tolls, parking and repairs are noted one by one with receipts, and accounted by vehicle and month. Unusual consumption is looked into.',
    ],
    must('费用均已登记并附票据', 'Every cost is noted with its receipt'),
    must('单车核算已按月完成', 'Accounts done by the month'),
  ),
  clause(
    'GB-07',
    ['登记和公示', 'Register and publication'],
    [
      '用车时间、事由、地点、里程、油耗和费用应每月登记，每季度公示 1 次；机要通信用车的事由和地点不得公示。',
      'Time, reason, place, kilometres, fuel and cost are recorded each month and published 1 time a quarter; of confidential communication neither reason nor place is shown.',
    ],
    must('本季度用车情况已公示', 'The quarter is published'),
    must('公示内容未含机要通信用车的事由和地点', 'Nothing of confidential communication is shown'),
  ),
  clause(
    'GB-08',
    ['核对和监督', 'Comparison and supervision'],
    [
      '申请、审批、出车和里程应逐次核对，结果分绿、黄、红三色；红色的应在 5 个工作日内查明，处理结果应留痕。',
      'Request, approval, trip and odometer are compared for every trip: green, yellow or red; red is looked into within 5 working days, and what came of it is on record.',
    ],
    must('红色出车已在 5 个工作日内查明', 'Red trips looked into within 5 working days', { allowsNa: true }),
  ),
]

/**
 * 机关公务用车服务保障暂行办法: who may have a vehicle, how it is asked for, dispatched, reckoned and supervised. In words of our
 * own, for a bureau without one; which rule or check of the system carries each clause out is the service's (`fleet`).
 */
export const firstServiceInstrument = {
  code: 'HQ/GB-001',
  nodeCode: 'TG-02',
  title: '机关公务用车服务保障暂行办法',
  titleEn: 'Interim measures for the service of official vehicles',
  source: '本中心制定（初始版本，可按实际修订）',
  changeNote: '初始版本',
  parts: [
    {
      part: 'SCOPE' as const,
      body: '本办法规定公务用车的申请、审批、派车、里程、费用、公示和监督，适用于本中心保障的机关单位，不适用于执法执勤单位自行管理的车辆。',
      bodyEn:
        'Rules request, approval, dispatch, kilometres, costs, publication and supervision of official vehicles for the units the centre serves; not for those that enforcement units run themselves.',
    },
    { part: 'REFERENCES' as const, body: '无', bodyEn: 'None' },
    {
      part: 'TERMS' as const,
      body: '三色核对：把申请、审批、出车和里程放在一起比较，一致的为绿，待查的为黄，不符的为红。',
      bodyEn:
        'Three lights: request, approval, trip and odometer held together; green where they agree, yellow where somebody has to look, red where they do not.',
    },
    {
      part: 'POSTS' as const,
      body: '用车单位负责申请和说明事由；审批人负责审批；调度负责派车；驾驶员负责登记里程和费用；车队主管负责核算和公示；审计人员负责监督。',
      bodyEn:
        'Units ask and give the reason; approvers decide; dispatchers assign; drivers note kilometres and costs; the head of the fleet accounts and publishes; auditors supervise.',
    },
  ],
  clauses,
}
