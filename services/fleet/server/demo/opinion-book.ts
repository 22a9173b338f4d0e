import type { opinionKinds, opinionTopics } from '../../opinion-words.ts'

/** What was said in the demo bureau; days are working days. */
export interface BookedOpinion {
  daysAgo: number
  kind: keyof typeof opinionKinds
  topic: keyof typeof opinionTopics
  words: string
  /** By the person of the demo account `staff`. */
  own?: true
  anonymous?: true
  /** About a ride of whoever said it. */
  ride?: true
  withdrawn?: true
  answeredAfter?: number
  answer?: string
  adoptedAfter?: number
  changed?: string
}

const said = (
  daysAgo: number,
  kind: BookedOpinion['kind'],
  topic: BookedOpinion['topic'],
  words: string,
  more: Partial<BookedOpinion> = {},
): BookedOpinion => ({ daysAgo, kind, topic, words, ...more })

const answered = (answeredAfter: number, answer: string) => ({ answeredAfter, answer })
const adopted = (adoptedAfter: number, changed: string) => ({ adoptedAfter, changed })

/** The latest first. */
export const opinionBook: readonly BookedOpinion[] = [
  said(1, 'PROPOSAL', 'DISPATCH', '周一上午集中用车，建议把去市行政中心的几张申请提前一天拼车。', {
    own: true,
  }),
  said(2, 'OPINION', 'VEHICLE', '车里异味较重，建议出车前通风。', { ride: true }),
  said(3, 'PROPOSAL', 'REFORM', '车改后下乡调研不方便，建议保留一辆机动车轮流使用。', { anonymous: true }),
  said(7, 'OPINION', 'DISPATCH', '派车短信来得晚，出发前半小时才知道车牌。'),
  said(10, 'PRAISE', 'DRIVER', '大雨天师傅提前到，还帮忙搬材料，谢谢。', {
    own: true,
    ride: true,
    ...answered(1, '已转达并在车队例会上表扬。'),
  }),
  said(14, 'PROPOSAL', 'SHUTTLE', '建议一号线早班提前十分钟，赶得上晨会。', {
    ...answered(3, '已统计乘车时间，本月试行。'),
    ...adopted(6, '一号线早班由 7:30 提前到 7:20，候车牌同步更新。'),
  }),
  said(18, 'OPINION', 'DRIVER', '高速上车速偏快，后排有点紧张。', {
    anonymous: true,
    ...answered(2, '已提醒全体驾驶员，行车平稳列入本月抽查。'),
  }),
  said(24, 'PROPOSAL', 'VEHICLE', '商务车后排没有充电口，长途办公不便。', {
    ...answered(4, '已安排加装，先装跑长途的三辆。'),
    ...adopted(15, '三辆商务车加装后排充电口，检查项写入出车前检查。'),
  }),
  said(31, 'OPINION', 'REFORM', '车补标准和实际路程不匹配，片区远的同事吃亏。', {
    ...answered(5, '车补标准由上级统一规定，意见已书面转财政部门。'),
  }),
  said(38, 'PROPOSAL', 'DISPATCH', '建议在申请页直接看到当天还有没有车。', {
    own: true,
    ...answered(3, '可改乘班车和拼车已在申请页显示。'),
    ...adopted(9, '申请时先给出班车、拼车、打车三种替代，再提交审批。'),
  }),
  said(
    46,
    'PRAISE',
    'DISPATCH',
    '应急用车十分钟就派到，值得肯定。',
    answered(2, '谢谢肯定，已转应急保障中心。'),
  ),
  said(55, 'OPINION', 'SHUTTLE', '二号线高峰没有座位。', answered(7, '已加挂一班，请继续反映。')),
  said(63, 'OPINION', 'OTHER', '停车场出入口标线不清。', { withdrawn: true }),
  said(72, 'PROPOSAL', 'REFORM', '取消的车辆改为共享平台统一调度，减少空驶。', {
    anonymous: true,
    ...answered(4, '与车改方案一致，已纳入下半年安排。'),
    ...adopted(20, '两个车队合并调度，空驶里程按月公布。'),
  }),
  said(84, 'OPINION', 'VEHICLE', '座套旧了，接待外单位不体面。', {
    ride: true,
    ...answered(3, '十二辆接待用车座套已更换。'),
    ...adopted(8, '座套每半年更换一次，列入保养计划。'),
  }),
  said(97, 'PROPOSAL', 'DRIVER', '建议驾驶员上车后先确认目的地再起步。', {
    ...answered(2, '已列入驾驶员礼仪培训。'),
    ...adopted(5, '驾驶员接人时先核对乘车人和目的地。'),
  }),
  said(
    110,
    'OPINION',
    'REFORM',
    '车改单位保留的车辆谁能用，希望公开。',
    answered(5, '用车公示每月发布，时间、事由、里程、费用都在其中。'),
  ),
  said(128, 'PRAISE', 'DRIVER', '长途一路平稳，按时到达。', { ride: true, ...answered(1, '已转达，谢谢。') }),
  said(146, 'PROPOSAL', 'SHUTTLE', '建议班车线路增加档案馆一站。', {
    ...answered(4, '已实地看过上下客位置。'),
    ...adopted(12, '一号线增设区档案馆站。'),
  }),
  said(167, 'OPINION', 'DISPATCH', '跨市用车审批环节多，来不及。', {
    ...answered(8, '跨市用车改为一次审批，紧急的先派后批。'),
  }),
  said(
    189,
    'PROPOSAL',
    'VEHICLE',
    '夏天车内温度高，建议提前十分钟开空调。',
    answered(2, '新能源车已可远程预冷，油车到达后再开。'),
  ),
  said(214, 'OPINION', 'DRIVER', '师傅在车上接打电话。', {
    anonymous: true,
    ...answered(1, '属实，已批评教育并扣当月考核分。'),
  }),
  said(
    236,
    'PROPOSAL',
    'REFORM',
    '建议车改后的闲置车位改为访客车位。',
    answered(5, '已与场地管理协商，先改十个。'),
  ),
]
