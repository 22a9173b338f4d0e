import type { ClauseInput } from '../schema.ts'
import { clause, must } from './write-clause.ts'

const clauses: ClauseInput[] = [
  clause(
    'CG-01',
    ['车辆分类和配备标准', 'Classes and what may be bought'],
    [
      '保留车辆应按机要通信、应急保障、执法执勤、特种专业技术和其他用车五类登记。购置价格和排气量不得高于规则库现行限值，本地限值更严的从严。',
      'The vehicles kept are registered in five classes. Price and displacement are not above the limits in force; the stricter local limit holds.',
    ],
    must('每辆车已登记类别', 'Every vehicle has its class'),
    must('购置价格和排气量未超出限值', 'Price and displacement within the limits'),
  ),
  clause(
    'CG-02',
    ['购置和更新计划', 'Plan of purchases'],
    [
      '购置和更新应先列入年度计划，再逐辆申请和审批，新能源汽车占比应达到规则库的要求。',
      'Purchases are planned for the year, then asked for and approved one by one; the share of new-energy vehicles is as the rules ask.',
    ],
    must('购置车辆已列入年度计划', 'The purchase is in the plan of the year'),
    must('购置申请已审批', 'The purchase is approved'),
  ),
  clause(
    'CG-03',
    ['使用年限', 'Years of use'],
    [
      '车辆更新应达到规则库规定的最低使用年限；到年限仍能使用的应继续使用，不得因提职或调动提前更新。',
      'A vehicle is replaced only after the least years of use; one that is still good stays in use, and nobody’s promotion or transfer replaces it earlier.',
    ],
    must('更新车辆已达到最低使用年限', 'The least years of use are reached'),
  ),
  clause(
    'CG-04',
    ['来源和装饰', 'Where vehicles come from'],
    [
      '不得借用下级单位车辆，不得接受捐赠车辆，不得增加高档装饰。',
      'No vehicle is borrowed from a lower unit or taken as a gift, and none gets luxury fittings.',
    ],
    must('没有借用、受赠车辆，没有高档装饰', 'None borrowed or donated, no luxury fittings'),
  ),
  clause(
    'CG-05',
    ['定点停放和节假日封存', 'Fixed parking, sealed on holidays'],
    [
      '车辆收车后应停回指定地点。节假日应封存停驶，应急值班车辆经批准可不封存；封存车辆未经批准不得动用。',
      'After a trip the vehicle stands at its fixed place. On holidays vehicles are sealed, emergency duty excepted by approval; what is sealed is not used without approval.',
    ],
    must('收车后已停回指定地点', 'Back at its fixed place'),
    must('节假日封存清单已落实，没有擅自动用', 'Sealed by the list, none used without approval'),
  ),
  clause(
    'CG-06',
    ['检验和保险', 'Inspection and insurance'],
    [
      '车辆应按规则库的周期检验，检验和保险过期的不得出车。保险应向定点保险公司密封询价，最低价者承保。',
      'Vehicles are inspected at the intervals of the rules; with inspection or insurance run out they do not leave. Insurers on the list quote sealed, the lowest price wins.',
    ],
    must('检验和保险均未过期', 'Inspection and insurance are in force'),
    must('保险询价记录齐全', 'The record of quotes is complete'),
  ),
  clause(
    'CG-07',
    ['处置', 'Retirement'],
    [
      '车辆处置应写明原因和日期，处置后不得再派用。高排放车辆可按计划提前报废。',
      'A vehicle is retired with reason and day and is not dispatched afterwards. High-emission vehicles may be scrapped early by plan.',
    ],
    must('处置原因和日期已登记', 'Reason and day are recorded'),
  ),
]

/**
 * 车改单位车辆管理暂行办法: what units keep after the reform, how it is bought, kept and given up. In words of our own; the numbers
 * are the rules engine's, so that no clause goes stale with a new limit.
 */
export const firstReformInstrument = {
  code: 'HQ/GB-002',
  nodeCode: 'TG-02',
  title: '车改单位车辆管理暂行办法',
  titleEn: 'Interim measures for vehicles of units after the car reform',
  source: '本中心制定（初始版本，可按实际修订）',
  changeNote: '初始版本',
  parts: [
    {
      part: 'SCOPE' as const,
      body: '本办法规定车改后保留车辆的配备、购置、更新、停放、封存、检验、保险和处置，适用于参加公务用车制度改革的单位，不适用于未参加改革的单位。',
      bodyEn:
        'Rules what is kept after the car reform: standard, purchase, replacement, parking, sealing, inspection, insurance and retirement, for units that took part in it; not for others.',
    },
    { part: 'REFERENCES' as const, body: '无', bodyEn: 'None' },
    {
      part: 'TERMS' as const,
      body: '车改：取消一般公务用车，改为社会化出行并集中保留少量车辆的改革。\n规则库：本系统中写明数值、出处和生效日期的限值表。',
      bodyEn:
        'Car reform: general official cars were given up, few are kept together. Rules: the table of limits in this system with value, source and day.',
    },
    {
      part: 'POSTS' as const,
      body: '车队主管负责车辆登记、停放、封存和处置；调度负责核对证照；主管领导负责审批购置和处置；审计人员负责监督。',
      bodyEn:
        'The head of the fleet keeps the book, parking, sealing and retirement; dispatchers check papers; leaders approve purchases and retirement; auditors supervise.',
    },
  ],
  clauses,
}
