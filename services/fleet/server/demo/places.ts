import type { Purpose, Reach } from '../../words.ts'

export interface DemoPlace {
  name: string
  reach: Reach
  /** One way. */
  km: number
  /** How long one is away, in minutes. */
  minutes: number
}

/** Invented places around the invented district. */
export const places: readonly DemoPlace[] = [
  { name: '清河街道办事处', reach: 'DISTRICT', km: 6, minutes: 100 },
  { name: '临湖镇政府', reach: 'DISTRICT', km: 14, minutes: 150 },
  { name: '澜北工业园', reach: 'DISTRICT', km: 11, minutes: 140 },
  { name: '区行政服务大厅', reach: 'DISTRICT', km: 4, minutes: 80 },
  { name: '青澜水库', reach: 'DISTRICT', km: 19, minutes: 190 },
  { name: '望湖社区服务站', reach: 'DISTRICT', km: 5, minutes: 90 },
  { name: '东澜村农业基地', reach: 'DISTRICT', km: 16, minutes: 180 },
  { name: '区档案馆', reach: 'DISTRICT', km: 3, minutes: 70 },
  { name: '市行政中心', reach: 'CITY', km: 27, minutes: 200 },
  { name: '市会展中心', reach: 'CITY', km: 31, minutes: 240 },
  { name: '高铁南站', reach: 'CITY', km: 24, minutes: 130 },
  { name: '机场', reach: 'CITY', km: 42, minutes: 180 },
  { name: '市委党校', reach: 'CITY', km: 35, minutes: 260 },
  { name: '市机要局', reach: 'CITY', km: 28, minutes: 130 },
  { name: '省政府办公厅', reach: 'BEYOND', km: 118, minutes: 480 },
  { name: '省委党校', reach: 'BEYOND', km: 126, minutes: 510 },
  { name: '邻市开发区', reach: 'BEYOND', km: 86, minutes: 420 },
]

/** Why people drive, and what they write for it. */
export const reasons: Readonly<Record<Exclude<Purpose, 'OTHER'>, readonly string[]>> = {
  MEETING: ['参加全市工作推进会', '参加专题协调会', '参加业务培训会', '列席市政府常务会议'],
  INSPECTION: ['安全生产检查', '节前值班检查', '在建项目现场检查', '食品安全联合检查'],
  RESEARCH: ['基层治理调研', '乡村振兴调研', '企业走访调研', '民生项目调研'],
  DOCUMENTS: ['机要文件交换', '送取涉密文件', '公文交换'],
  GUESTS: ['接评审专家', '送评审专家', '接考察团来宾'],
  EMERGENCY: ['防汛值守处置', '突发事件现场处置', '抢险物资运送'],
}
