import type { UnitKind } from '../../schema.ts'

export interface DemoUnit {
  code: string
  name: string
  shortName: string
  level: string
  kind: UnitKind
  parent?: string
  /** How many of the 1,000 people are here. */
  people: number
}

const client = (code: string, name: string, shortName: string, people: number): DemoUnit => ({
  code,
  name,
  shortName,
  level: '区级',
  kind: 'client',
  people,
})
const section = (code: string, name: string, people: number): DemoUnit => ({
  code,
  name,
  shortName: name,
  level: '科级',
  kind: 'centre',
  parent: 'H00',
  people,
})

/** 青澜区 is invented: 24 served units, the centre and its 5 sections; 30 units, 1,000 people. */
export const demoUnits: readonly DemoUnit[] = [
  client('U01', '青澜区委办公室', '区委办', 46),
  client('U02', '青澜区人大常委会办公室', '区人大办', 28),
  client('U03', '青澜区人民政府办公室', '区府办', 62),
  client('U04', '青澜区政协办公室', '区政协办', 26),
  client('U05', '青澜区纪委监委机关', '区纪委监委', 48),
  client('U06', '青澜区委组织部', '区委组织部', 34),
  client('U07', '青澜区委宣传部', '区委宣传部', 30),
  client('U08', '青澜区委统战部', '区委统战部', 20),
  client('U09', '青澜区委政法委员会', '区委政法委', 24),
  client('U10', '青澜区发展和改革局', '区发改局', 44),
  client('U11', '青澜区教育局', '区教育局', 52),
  client('U12', '青澜区工业和信息化局', '区工信局', 36),
  client('U13', '青澜区民政局', '区民政局', 32),
  client('U14', '青澜区财政局', '区财政局', 50),
  client('U15', '青澜区人力资源和社会保障局', '区人社局', 46),
  client('U16', '青澜区住房和建设局', '区住建局', 48),
  client('U17', '青澜区交通运输局', '区交通局', 34),
  client('U18', '青澜区水务局', '区水务局', 30),
  client('U19', '青澜区农业农村局', '区农业农村局', 28),
  client('U20', '青澜区商务局', '区商务局', 26),
  client('U21', '青澜区文化广电旅游体育局', '区文体局', 32),
  client('U22', '青澜区卫生健康局', '区卫健局', 38),
  client('U23', '青澜区应急管理局', '区应急局', 30),
  client('U24', '青澜区审计局', '区审计局', 26),
  {
    code: 'H00',
    name: '青澜区机关后勤服务中心',
    shortName: '后勤中心',
    level: '区级',
    kind: 'centre',
    people: 6,
  },
  section('H01', '综合科', 12),
  section('H02', '服务调度科', 14),
  section('H03', '物业维修科', 34),
  section('H04', '餐饮会务科', 36),
  section('H05', '车辆管理科', 28),
]
