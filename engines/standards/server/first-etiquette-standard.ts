import type { ClauseInput } from '../schema.ts'
import { clause, must } from './write-clause.ts'

const clauses: ClauseInput[] = [
  clause(
    'LY-01',
    ['仪容着装', 'Dress'],
    [
      '驾驶员出车应穿工作装，着装整洁，不得穿拖鞋、背心。',
      'Drivers wear their working clothes, neat; no slippers, no vests.',
    ],
    must('着工作装，整洁，未穿拖鞋、背心', 'In working clothes, neat, no slippers or vests'),
  ),
  clause(
    'LY-02',
    ['候车迎接', 'Waiting for people'],
    [
      '驾驶员应在车旁候车，见到乘车人应主动问候，核对用车人和目的地。',
      'The driver waits beside the vehicle, greets, and checks who rides and where to.',
    ],
    must('在车旁候车，已主动问候', 'Waited beside the vehicle, greeted'),
    must('已核对用车人和目的地', 'Checked who rides and where to'),
  ),
  clause(
    'LY-03',
    ['上下车服务', 'Getting in and out'],
    [
      '乘车人上下车时应停稳，帮助开关车门和提放行李，提醒随身物品。',
      'The vehicle stands still while people get in and out; he helps with doors and luggage and reminds them of their things.',
    ],
    must('停稳后上下车，已帮助开门和提行李', 'Stood still, helped with doors and luggage'),
    must('已提醒乘车人带好随身物品', 'Reminded people of their things'),
  ),
  clause(
    'LY-04',
    ['车内用语', 'Words'],
    [
      '驾驶员应使用普通话和文明用语，不得与乘车人争执。',
      'The driver speaks standard Chinese and politely, and does not argue.',
    ],
    must('用语文明，未与乘车人争执', 'Polite, did not argue'),
  ),
  clause(
    'LY-05',
    ['车内举止', 'Conduct'],
    [
      '行车中不得抽烟、吃东西、大声外放声音，空调和音响应征求乘车人意见。',
      'No smoking, eating or loud sound while driving; air conditioning and music as people wish.',
    ],
    must('未抽烟、未吃东西、未外放声音', 'Did not smoke, eat or play loud sound'),
    must('空调和音响已征求意见', 'Asked about air conditioning and music', { allowsNa: true }),
  ),
  clause(
    'LY-06',
    ['保密', 'Discretion'],
    [
      '驾驶员不得打听、议论和外传乘车人的谈话，车上遗留的文件应原样交回。',
      'The driver neither asks about nor repeats what was said; papers left behind are handed back as they are.',
    ],
    must('未打听、未外传乘车人的谈话', 'Did not ask about or repeat what was said'),
  ),
  clause(
    'LY-07',
    ['电话和沟通', 'Telephone'],
    [
      '驾驶员应在出车前 1 次电话告知车牌和位置，行车中不得用手持电话。',
      'The driver rings once before with plate and place, and uses no phone in the hand while driving.',
    ],
    must('出车前已告知车牌和位置，行车中未用手持电话', 'Rang before, no phone in the hand'),
  ),
]

/**
 * 司机礼仪规范: manners of drivers, looked at by the head of the fleet riding along or at the kerb. In words of our own;
 * people change it by issuing a new version.
 */
export const firstEtiquetteStandard = {
  code: 'HQ/CL-004',
  nodeCode: 'TG-02',
  title: '司机礼仪规范',
  titleEn: 'Manners of drivers',
  source: '本中心制定（初始版本，可按实际修订）',
  changeNote: '初始版本',
  parts: [
    {
      part: 'SCOPE' as const,
      body: '本标准规定驾驶员的仪容、迎送、用语、举止和保密要求，适用于本中心的驾驶员，不适用于租用车辆的司机。',
      bodyEn:
        'Rules dress, greeting, words, conduct and discretion of the centre’s drivers; not of hired ones.',
    },
    { part: 'REFERENCES' as const, body: '无', bodyEn: 'None' },
    {
      part: 'TERMS' as const,
      body: '礼仪检查：车队主管随车或在上车地点按本标准逐条查看驾驶员。',
      bodyEn:
        'Check of manners: the head of the fleet looks at a driver by this standard, riding along or where people get in.',
    },
    {
      part: 'POSTS' as const,
      body: '驾驶员负责遵守；车队主管负责每季度对每名驾驶员检查不少于 1 次，结果计入月度考核。',
      bodyEn:
        'Drivers keep to it; the head of the fleet checks each driver at least once a quarter, and the result counts in the month’s assessment.',
    },
  ],
  clauses,
}
