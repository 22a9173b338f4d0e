import type { ClauseInput } from '../schema.ts'
import { clause, must } from './write-clause.ts'

const clauses: ClauseInput[] = [
  clause(
    'WB-01',
    ['定点送修', 'Where it is done'],
    [
      '车辆应送定点维修厂保养和维修，送修应经车队主管同意。途中故障可就近抢修，事后应补办手续。',
      'Vehicles go to the fixed workshop, with the consent of the head of the fleet. A breakdown on the way may be mended nearby and is entered afterwards.',
    ],
    must('在定点维修厂承修，已经车队主管同意', 'Done at the fixed workshop, consent given'),
  ),
  clause(
    'WB-02',
    ['修前估价', 'Estimate before the work'],
    [
      '维修前应由维修厂列出项目和估价，车队主管确认后开工；增加项目的，应重新确认。',
      'Before a repair the workshop lists items and price; work begins when the head of the fleet agrees, and anything more is agreed anew.',
    ],
    must('维修项目和估价已在开工前确认', 'Items and price agreed before the work', { allowsNa: true }),
  ),
  clause(
    'WB-03',
    ['换件核对', 'Parts'],
    [
      '更换的零件应与清单逐件核对，旧件应当场查看并拍照，不得以旧充新。',
      'Parts replaced are compared with the list one by one; old parts are looked at on the spot and photographed.',
    ],
    must('更换件与清单一致，旧件已查看', 'Parts as listed, old ones looked at', {
      allowsNa: true,
      needsPhoto: true,
    }),
  ),
  clause(
    'WB-04',
    ['油液和滤芯', 'Oils and filters'],
    [
      '保养时应更换机油和机油滤芯，检查冷却液、制动液和蓄电池，不足的应补足。',
      'At upkeep oil and oil filter are changed; coolant, brake fluid and battery are checked and topped up.',
    ],
    must('机油、滤芯已更换，各种油液已补足', 'Oil and filter changed, fluids topped up', { allowsNa: true }),
  ),
  clause(
    'WB-05',
    ['轮胎', 'Tyres'],
    [
      '轮胎花纹深度不得小于 2 mm，同一轴的轮胎应同规格，气压应符合车辆说明书。',
      'Treads are at least 2 mm deep, tyres of an axle of one type, at the pressure of the handbook.',
    ],
    must('花纹深度不小于 2 mm', 'Tread at least 2 mm', { limit: { min: 2, max: null, unit: 'mm' } }),
    must('同轴轮胎规格一致，气压正常', 'Tyres of an axle alike, pressure in order'),
  ),
  clause(
    'WB-06',
    ['制动', 'Brakes'],
    [
      '制动片厚度不得小于 3 mm，制动管路应无渗漏，驻车制动应有效。',
      'Brake pads are at least 3 mm thick, the lines tight, the parking brake holds.',
    ],
    must('制动片厚度不小于 3 mm', 'Brake pads at least 3 mm', {
      limit: { min: 3, max: null, unit: 'mm' },
    }),
    must('制动管路无渗漏，驻车制动有效', 'Brake lines tight, parking brake holds'),
  ),
  clause(
    'WB-07',
    ['竣工试车', 'Trial run'],
    [
      '完工后应试车不少于 2 km，由送修的驾驶员确认无异响、无报警、无渗漏后接车。',
      'When it is done the vehicle is driven for at least 2 km; the driver who brought it takes it back without noise, warning or leak.',
    ],
    must('已试车，无异响、无报警、无渗漏', 'Driven, no noise, no warning, no leak'),
  ),
  clause(
    'WB-08',
    ['按期送检', 'Inspected in time'],
    [
      '车辆应在检验有效期届满前送检，小型、微型非营运车辆和大型、中型非营运车辆的间隔按法规执行。',
      'Vehicles are inspected before the inspection runs out, at the intervals the regulation sets for small and for larger vehicles.',
    ],
    must('在检验有效期届满前送检', 'Presented before the inspection ran out'),
    must('灯光、排放、制动检验单齐全', 'Sheets for lights, emission and brakes complete'),
  ),
  clause(
    'WB-09',
    ['不合格车辆', 'What did not pass'],
    [
      '检验或复检不合格的车辆不得派出，不合格项应逐项列明，修复后应复检。',
      'What failed an inspection does not go out; each defect is listed, and it is tested again after the repair.',
    ],
    must('不合格项已列明，车辆已停派', 'Defects listed, vehicle kept in', { allowsNa: true }),
  ),
  clause(
    'WB-10',
    ['单车台账', 'The vehicle’s account'],
    [
      '里程、项目和费用应在完工当日记入单车台账，费用应与结算清单一致。',
      'Kilometres, work and cost go into the account of the vehicle on the day it is done, the cost as on the bill.',
    ],
    must('里程、项目、费用已记入单车台账', 'Kilometres, work and cost in the account'),
    must('费用与结算清单一致', 'Cost as on the bill'),
  ),
]

const affairs = {
  title: '机关事务管理条例',
  number: '国务院令第621号',
  article: '第二十六条',
  organisation: '国务院',
}

/**
 * 车辆维修保养规范: what is looked at when a vehicle was serviced, repaired or inspected. In words of our own; the limits are
 * the centre's, people change them by issuing a new version.
 */
export const firstUpkeepStandard = {
  code: 'HQ/CL-002',
  nodeCode: 'TG-02',
  title: '车辆维修保养规范',
  titleEn: 'Rules for the upkeep of vehicles',
  source: '本中心制定（初始版本，可按实际修订）',
  changeNote: '初始版本',
  parts: [
    {
      part: 'SCOPE' as const,
      body: '本标准规定车辆保养、维修、检验和复检的要求，适用于本中心统一管理的公务用车，不适用于租用的社会车辆。',
      bodyEn:
        'Rules upkeep, repair, inspection and retest of the vehicles the centre runs; not of vehicles hired from others.',
    },
    {
      part: 'REFERENCES' as const,
      body: '《机关事务管理条例》\n《中华人民共和国道路交通安全法实施条例》',
      bodyEn:
        'Regulation on the affairs of government offices\nRegulation on the implementation of the Road Traffic Safety Law',
    },
    {
      part: 'TERMS' as const,
      body: '单车台账：按车辆记录里程、保养、维修、检验和费用的账册。\n复检：检验不合格的车辆修复后再次检验。',
      bodyEn:
        'Account of a vehicle: its kilometres, upkeep, repairs, inspections and cost. Retest: the second inspection of a vehicle after its repair.',
    },
    {
      part: 'POSTS' as const,
      body: '车队主管负责同意送修、确认估价和登记台账；驾驶员负责送修、试车和接车。',
      bodyEn:
        'The head of the fleet agrees to the work and its price and keeps the account; the driver brings the vehicle, tries it and takes it back.',
    },
  ],
  clauses,
  borrowed: [
    {
      clauseCode: 'WB-01',
      ...affairs,
      adaptation: '条例要求公务用车定点维修；本中心补充了送修同意和途中抢修的办法。',
    },
    {
      clauseCode: 'WB-08',
      title: '中华人民共和国道路交通安全法实施条例',
      article: '第十六条',
      organisation: '国务院',
      adaptation: '检验间隔按条例；本中心要求有效期届满前送检并核对检验单。',
    },
    {
      clauseCode: 'WB-10',
      ...affairs,
      adaptation: '条例要求单车核算油耗和维修；本中心规定当日记入台账并与结算清单核对。',
    },
  ],
}
