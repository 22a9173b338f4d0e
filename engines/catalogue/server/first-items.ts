import type { Text } from '#kernel/contract/text.ts'
import { text } from '#kernel/contract/text.ts'
import type { EscalationStep, Pledge, VersionInput } from '../schema.ts'

/** Minutes of one working day: 08:30–12:00 and 14:00–17:30. */
const workday = 420

const normal = (respondMinutes: number, finishMinutes: number): Pledge => ({
  urgency: 'NORMAL',
  respondMinutes,
  finishMinutes,
  calendar: 'work',
})
const urgent = (respondMinutes: number, finishMinutes: number): Pledge => ({
  urgency: 'URGENT',
  respondMinutes,
  finishMinutes,
  calendar: 'round-the-clock',
})

const step = (
  pledge: EscalationStep['pledge'],
  offsetMinutes: number,
  level: number,
  toRole: EscalationStep['toRole'],
  zh: string,
  en: string,
): EscalationStep => ({ pledge, offsetMinutes, level, toRole, name: { zh, en } })

const usualSteps = [
  step('RESPOND', -5, 0, 'dispatcher', '响应将到时', 'Response nearly due'),
  step('RESPOND', 0, 1, 'dispatcher', '响应超时', 'Response overdue'),
  step('RESPOND', 30, 2, 'manager', '响应超时半小时', 'Response half an hour overdue'),
  step('FINISH', -60, 0, 'worker', '办结将到时', 'Finish nearly due'),
  step('FINISH', 0, 1, 'dispatcher', '办结超时', 'Finish overdue'),
  step('FINISH', 120, 2, 'manager', '办结超时两小时', 'Finish two hours overdue'),
  step('FINISH', 2 * workday, 3, 'director', '办结超时两个工作日', 'Finish two working days overdue'),
]

const small = text(
  '一级：当日响应，一次修复，三十天内同一问题不返修',
  'First grade: answered the same day, repaired at once, no return within thirty days',
)
const atCost = text(
  '人工免费；更换的材料按采购成本计入使用单位',
  'Labour free; parts at purchase cost, borne by the unit',
)
const free = text('免费', 'Free of charge')

interface FirstItem {
  code: string
  input: Omit<VersionInput, 'managingUnit' | 'providerUnit'>
  /** Words by which the directory's own unit is found. */
  provider: { name: string; words: string[] }
}

function item(
  kind: string,
  name: Text,
  content: Text,
  pledges: Pledge[],
  clauses: number[],
  more: { grade?: Text; charge?: Text; chargeFen?: number | null; provider?: FirstItem['provider'] } = {},
): FirstItem {
  return {
    code: `repairs.${kind}`,
    provider: more.provider ?? { name: '维修班', words: ['维修', '物业'] },
    input: {
      name,
      content,
      grade: more.grade ?? small,
      charge: more.charge ?? atCost,
      chargeFen: more.chargeFen === undefined ? null : more.chargeFen,
      serviceClass: 'ASSURANCE',
      delivery: 'ON_SITE',
      pledges,
      steps: usualSteps,
      clauseCodes: clauses.map((number) => `WX-${String(number).padStart(2, '0')}`),
      changeNote: '初始版本',
    },
  }
}

/** The repair items a bureau begins with; pledges are usual ones, to be settled by the bureau. */
export const firstItems: readonly FirstItem[] = [
  item(
    'plumbing-electric',
    text('水电维修', 'Plumbing and electric repairs'),
    text(
      '灯具、插座、开关、线路、水龙头、管道、洁具的检修和更换，上门服务。',
      'Lamps, sockets, switches, wiring, taps, pipes and sanitary fittings: repair and replacement on site.',
    ),
    [normal(60, 2 * workday), urgent(15, 240)],
    [2, 5, 8, 13],
  ),
  item(
    'air-conditioning',
    text('空调维修', 'Air-conditioning repairs'),
    text(
      '分体空调和风机盘管不制冷制热、漏水、异响的检修，滤网清洗。',
      'Split units and fan coils that do not cool or heat, leak or make noise; cleaning of filters.',
    ),
    [normal(60, 3 * workday), urgent(30, 480)],
    [2, 5, 9, 13],
  ),
  item(
    'elevator',
    text('电梯故障', 'Lift faults'),
    text(
      '电梯停梯、异响、平层不准的报修处置；困人 15 分钟内到场救援。',
      'Lifts that stop, make noise or miss the floor; trapped people are reached within 15 minutes.',
    ),
    [normal(30, 2 * workday), urgent(15, 120)],
    [10, 5, 14],
    { charge: free, chargeFen: 0, provider: { name: '电梯维保单位', words: ['电梯', '维修', '物业'] } },
  ),
  item(
    'doors-windows',
    text('门窗锁具', 'Doors, windows and locks'),
    text(
      '门窗、合页、闭门器、锁具、玻璃的检修和更换，应急开锁。',
      'Doors, windows, hinges, closers, locks and panes; emergency opening.',
    ),
    [normal(60, 2 * workday), urgent(30, 240)],
    [3, 5, 11, 13],
  ),
  item(
    'network',
    text('网络电话', 'Network and telephone'),
    text(
      '办公网络端口、电话线路、面板和水晶头的检修，移机放线。',
      'Outlets, telephone lines, panels and plugs; moving and laying lines.',
    ),
    [normal(30, workday), urgent(15, 240)],
    [1, 12, 13],
    { charge: free, chargeFen: 0 },
  ),
  item(
    'roof-walls',
    text('屋面墙面', 'Roofs and walls'),
    text(
      '屋面渗漏、墙面起皮开裂、吊顶脱落、地砖松动的修补。',
      'Leaking roofs, peeling or cracked walls, fallen ceilings, loose tiles.',
    ),
    [normal(120, 5 * workday), urgent(30, 480)],
    [3, 6, 15, 13],
  ),
  item(
    'greening',
    text('绿化管养', 'Care of greenery'),
    text(
      '院区树木、绿篱、草坪和室内绿植的修剪、浇灌、补种、病虫害处置和断枝清运。',
      'Trees, hedges, lawns and indoor plants: pruning, watering, replanting, pests, removal of broken branches.',
    ),
    [normal(120, 5 * workday), urgent(30, 480)],
    [1, 3, 5, 13],
    { charge: free, chargeFen: 0, provider: { name: '绿化养护单位', words: ['绿化', '物业'] } },
  ),
  item(
    'other',
    text('其他维修', 'Other repairs'),
    text(
      '办公家具、标识标牌等其他小修；不属于维修的事项由首问责任人转办并告知。',
      'Furniture, signs and other small repairs; what is no repair is handed on by the first person asked.',
    ),
    [normal(60, 3 * workday), urgent(30, 480)],
    [1, 5, 13],
  ),
  item(
    'major',
    text('大型维修改造', 'Major repairs and rebuilding'),
    text(
      '屋面翻修、管网改造、房间改造等工程类维修：现场勘察、多家比选、施工、验收和雨后复验。',
      'Roof renewal, pipe networks, rebuilding of rooms: survey, choice among several contractors, works, acceptance and verification after rain.',
    ),
    [normal(workday, 30 * workday), urgent(60, 7 * 1440)],
    [4, 3, 7, 15, 14],
    {
      grade: text(
        '合格工程：按方案施工，一次验收合格，保修期内免费返修',
        'Sound works: to the plan, accepted at once, repaired free under warranty',
      ),
      charge: text(
        '按比选审定的预算，由项目经费列支',
        'By the budget settled in the choice, from project funds',
      ),
      provider: { name: '中选施工单位', words: [] },
    },
  ),
]

/** 职能部门: who answers for the service. */
export const managingParty = { name: '后勤服务中心物业管理科', words: ['物业', '维修'] }
