import type { ClauseInput } from '../schema.ts'
import { clause, must } from './write-clause.ts'

const clauses: ClauseInput[] = [
  clause(
    'CL-01',
    ['出车前安全检查', 'Safety check before leaving'],
    [
      '驾驶员应在出车前绕车一周，检查轮胎、灯光、制动、转向和油电量；有一项不合格的不得出车，并立即报调度换车。',
      'Before leaving the driver walks round the vehicle and checks tyres, lights, brakes, steering and fuel or charge; with one of them not in order he does not leave and tells the dispatcher at once.',
    ],
    must('轮胎气压正常，无鼓包、无扎钉', 'Tyres firm, without bulges or nails'),
    must('灯光、喇叭、雨刮正常', 'Lights, horn and wipers work'),
    must('制动、转向正常，仪表无报警', 'Brakes and steering in order, no warning on the panel'),
    must('机油、冷却液正常，无渗漏', 'Oil and coolant in order, nothing leaks', { allowsNa: true }),
    must('油量或电量充足，本次行程往返无需补充', 'Fuel or charge suffices there and back'),
  ),
  clause(
    'CL-02',
    ['证件和驾驶员状态', 'Papers and fitness of the driver'],
    [
      '驾驶证、行驶证、保险凭证应随车并在有效期内。驾驶员应身体良好，出车前 8 小时内不得饮酒。',
      'Driving licence, vehicle licence and insurance are carried and in force. The driver is well and has drunk no alcohol in the 8 hours before.',
    ],
    must('驾驶证、行驶证、保险凭证齐全有效', 'Licences and insurance carried and in force'),
    must('未饮酒，身体良好，休息充足', 'No alcohol, well, rested'),
  ),
  clause(
    'CL-03',
    ['车容和随车用品', 'Look of the vehicle and what it carries'],
    [
      '车身、车窗、座椅应清洁无异味，三角警示牌、灭火器、急救包应齐全。',
      'Body, windows and seats are clean and without smell; warning triangle, extinguisher and first-aid kit are there.',
    ],
    must('车内外清洁，无异味', 'Clean inside and outside, no smell'),
    must('三角警示牌、灭火器、急救包齐全', 'Triangle, extinguisher and first-aid kit there'),
  ),
  clause(
    'CL-04',
    ['准时到位', 'In place on time'],
    [
      '驾驶员应在约定时间前 10 分钟把车停到上车地点，并电话告知用车人车牌和位置。',
      'Ten minutes before the agreed time the vehicle stands where people get in; the driver rings the passenger with plate and place.',
    ],
    must('到达上车地点距约定时间不少于 10 分钟', 'There at least 10 minutes before the time', {
      limit: { min: 10, max: null, unit: '分钟' },
    }),
  ),
  clause(
    'CL-05',
    ['司机礼仪', 'Manners'],
    [
      '驾驶员着装应整洁，主动问候，帮助开关车门和提放行李；行车中不抽烟，不打听公务，不谈论乘车人所谈内容。',
      'The driver is neatly dressed, greets, helps with doors and luggage, does not smoke, asks nothing about business and repeats nothing that was said.',
    ],
    must('着装整洁，已主动问候和帮助', 'Neatly dressed, greeted and helped'),
    must('不抽烟，不打听、不外传公务', 'Did not smoke, asked and repeated nothing'),
  ),
  clause(
    'CL-06',
    ['文明行车', 'Driving'],
    [
      '驾驶员应系好安全带并提醒乘车人系好，不超速，不疲劳驾驶，不用手持电话。连续驾驶 4 小时应停车休息 20 分钟以上。',
      'Seat belts are on, for passengers too; no speeding, no driving when tired, no phone in the hand. After 4 hours the driver rests for at least 20 minutes.',
    ],
    must('安全带已系，未超速、未疲劳驾驶', 'Belts on, no speeding, not tired'),
  ),
  clause(
    'CL-07',
    ['按派车单行驶', 'Keep to the order'],
    [
      '驾驶员应按派车单的路线和事由行驶，不得绕道办私事，不得交他人驾驶。行程有变的，应先报调度。',
      'The driver keeps to route and reason of the order, does nothing private on the way and lets nobody else drive; changes go to the dispatcher first.',
    ],
    must('按派车单行驶，变更已报调度', 'Kept to the order, changes reported'),
  ),
  clause(
    'CL-08',
    ['收车', 'Coming back'],
    [
      '收车后应登记里程和费用，里程表和票据应拍照，车内应无遗留物品，车辆损伤和故障应当日报修。',
      'After the trip kilometres and costs are noted, odometer and receipts photographed, nothing is left behind; damage and faults are reported the same day.',
    ],
    must('里程、费用已登记，里程表和票据已拍照', 'Kilometres and costs noted, photographed'),
    must('车内无遗留物品', 'Nothing left behind'),
  ),
  clause(
    'CL-09',
    ['定点停放', 'Fixed parking'],
    [
      '车辆收车后应停回指定地点并锁好，钥匙交回。节假日封存的车辆应按封存清单入库，未经批准不得动用。',
      'The vehicle goes back to its fixed place, locked, the key handed in. What is sealed for a holiday stays in by the list and is not used without approval.',
    ],
    must('车辆停在指定地点，钥匙已交回', 'At its fixed place, key handed in'),
  ),
]

/**
 * 公务用车服务规范: post and manners of the driver, the check before leaving, coming back, fixed parking. In words of our
 * own; the limits are the centre's, people change them by issuing a new version.
 */
export const firstVehicleStandard = {
  code: 'HQ/CL-001',
  nodeCode: 'TG-02',
  title: '公务用车服务规范',
  titleEn: 'Rules for official vehicles',
  source: '本中心制定（初始版本，可按实际修订）',
  changeNote: '初始版本',
  parts: [
    {
      part: 'SCOPE' as const,
      body: '本标准规定驾驶员岗位、出车前检查、行车礼仪、收车和定点停放的要求，适用于本中心统一管理的公务用车，不适用于执法执勤单位自行管理的车辆。',
      bodyEn:
        'Rules post and manners of drivers, the check before leaving, coming back and fixed parking, for vehicles the centre runs; not for those that enforcement units run themselves.',
    },
    { part: 'REFERENCES' as const, body: '无', bodyEn: 'None' },
    {
      part: 'TERMS' as const,
      body: '派车单：载明车辆、驾驶员、用车人、时间、路线和事由的出车凭证。\n封存：节假日期间车辆入库停用，非经批准不得动用。',
      bodyEn:
        'Trip order: names vehicle, driver, passenger, time, route and reason. Sealing: over a holiday the vehicle stands in and is not used without approval.',
    },
    {
      part: 'POSTS' as const,
      body: '驾驶员负责出车前检查、安全行车、登记里程和费用；调度负责派车和换车；车队主管负责核对和封存检查。',
      bodyEn:
        'Drivers check, drive safely, note kilometres and costs; dispatchers assign and replace vehicles; the head of the fleet compares and checks the sealing.',
    },
  ],
  clauses,
}
