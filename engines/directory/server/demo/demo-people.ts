import type { IdentityKind } from '../../schema.ts'
import { type DemoUnit, demoUnits } from './demo-units.ts'
import { type SeededRandom, seededRandom } from './seeded-random.ts'

export interface DemoPerson {
  staffNo: string
  name: string
  unit: string
  title: string
  rank: string | null
  identityKind: IdentityKind
  origin: string | null
  education: string | null
  mobile: string
  skills: string[]
  keyPerson: boolean
  joinedOn: string
  /** The demo account that is this person. */
  account?: string
}

/** All names are made up by chance from common characters. */
const families = [
  ...'王李张刘陈杨黄赵周吴徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石',
]
const givenFirst = [...'晓雅志文建海思雨子家明国永秀丽春佳俊泽宇欣若芷承启景云书一可安嘉静慧宏立德玉振瑞']
const givenSecond = [...'明华敏静强磊军洋艳勇杰娟涛超平刚辉玲桂芳兰峰宁航宇轩涵琪然怡彤婷瑶凯博源帆林雯岩']

interface Fixed {
  unit: string
  name: string
  title: string
  rank: string | null
  identityKind: IdentityKind
  skills?: string[]
  account?: string
}

const person = (
  unit: string,
  name: string,
  title: string,
  identityKind: IdentityKind,
  rank: string | null = null,
  more: { skills?: string[]; account?: string } = {},
): Fixed => ({ unit, name, title, rank, identityKind, ...more })

/** Those whom the demo accounts are, and the people of the repair section with their trades. */
const fixedPeople: readonly Fixed[] = [
  person('U11', '林晓雯', '一级科员', 'CIVIL_SERVANT', '科级以下', { account: 'staff' }),
  person('U11', '何静怡', '办公室副主任', 'CIVIL_SERVANT', '副科级', { account: 'liaison' }),
  person('U24', '陆思明', '内部审计专员', 'CIVIL_SERVANT', '正科级', { account: 'auditor' }),
  person('H00', '沈国涛', '中心主任', 'INSTITUTION_STAFF', '正处级', { account: 'director' }),
  person('H01', '陈思远', '信息管理员', 'INSTITUTION_STAFF', '科级以下', { account: 'admin' }),
  person('H02', '吴敏华', '调度班长', 'INSTITUTION_STAFF', '科级以下', { account: 'dispatcher' }),
  person('H03', '郑立峰', '科长', 'INSTITUTION_STAFF', '正科级', { account: 'manager' }),
  person('H03', '周大勇', '水电维修工', 'TEMPORARY_STAFF', null, {
    skills: ['水电', '空调'],
    account: 'worker',
  }),
  person('H03', '曹永强', '水电维修工', 'TEMPORARY_STAFF', null, { skills: ['水电'] }),
  person('H03', '马建军', '水电维修工', 'OUTSOURCED_STAFF', null, { skills: ['水电', '门窗'] }),
  person('H03', '唐海洋', '水电维修工', 'OUTSOURCED_STAFF', null, { skills: ['水电', '土建'] }),
  person('H03', '冯志刚', '空调维修工', 'TEMPORARY_STAFF', null, { skills: ['空调', '水电'] }),
  person('H03', '许文杰', '空调维修工', 'OUTSOURCED_STAFF', null, { skills: ['空调'] }),
  person('H03', '董俊辉', '空调维修工', 'OUTSOURCED_STAFF', null, { skills: ['空调', '电梯'] }),
  person('H03', '魏宏磊', '电梯管理员', 'INSTITUTION_STAFF', '科级以下', { skills: ['电梯'] }),
  person('H03', '苏泽凯', '电梯维保工', 'OUTSOURCED_STAFF', null, { skills: ['电梯', '水电'] }),
  person('H03', '丁春平', '木工', 'TEMPORARY_STAFF', null, { skills: ['门窗'] }),
  person('H03', '石永林', '木工', 'TEMPORARY_STAFF', null, { skills: ['门窗', '土建'] }),
  person('H03', '姜子航', '网络管理员', 'INSTITUTION_STAFF', '科级以下', { skills: ['网络'] }),
  person('H03', '叶家宁', '弱电技术员', 'OUTSOURCED_STAFF', null, { skills: ['网络', '水电'] }),
  person('H03', '卢国平', '泥瓦工', 'TEMPORARY_STAFF', null, { skills: ['土建'] }),
  person('H03', '范德岩', '防水工', 'OUTSOURCED_STAFF', null, { skills: ['土建', '门窗'] }),
  person('H03', '钟振超', '综合维修工', 'TEMPORARY_STAFF', null, { skills: ['水电', '门窗', '土建'] }),
  person('H01', '秦怀安', '保密专员', 'INSTITUTION_STAFF', '科级以下', { account: 'security' }),
]

const centreTitles: Record<string, string[]> = {
  H00: ['副主任', '主任助理', '专职副书记'],
  H01: ['文秘', '财务管理员', '资产管理员', '人事管理员'],
  H02: ['调度员', '话务员', '回访员'],
  H03: ['物业管理员', '保洁班长', '绿化工', '值班电工', '库管员'],
  H04: ['厨师', '面点师', '会议服务员', '餐厅服务员', '营养师'],
  H05: ['驾驶员', '车辆调度员', '车辆管理员'],
}
const companies = ['澜城物业服务有限公司', '青禾餐饮管理有限公司', '安泰机电维保有限公司']
const education = ['大专', '本科', '本科', '本科', '硕士研究生']

interface Standing {
  title: string
  rank: string | null
  identityKind: IdentityKind
}

function clientStanding(place: number, size: number, chance: SeededRandom): Standing {
  const civil = (title: string, rank: string): Standing => ({ title, rank, identityKind: 'CIVIL_SERVANT' })
  if (place === 0) return civil('主要负责人', '正处级')
  if (place <= 2) return civil('分管负责人', '副处级')
  if (place <= 2 + Math.ceil(size / 9)) return civil('科室负责人', '正科级')
  const dice = chance.next()
  if (dice < 0.5) return civil('科员', '科级以下')
  if (dice < 0.75) return { title: '业务骨干', rank: '科级以下', identityKind: 'INSTITUTION_STAFF' }
  if (dice < 0.92) return { title: '辅助岗', rank: null, identityKind: 'TEMPORARY_STAFF' }
  return { title: '窗口服务员', rank: null, identityKind: 'OUTSOURCED_STAFF' }
}

function centreStanding(unit: string, place: number, chance: SeededRandom): Standing {
  if (place === 0 && unit !== 'H03' && unit !== 'H00')
    return { title: '科长', rank: '正科级', identityKind: 'INSTITUTION_STAFF' }
  const dice = chance.next()
  const identityKind = dice < 0.3 ? 'INSTITUTION_STAFF' : dice < 0.6 ? 'TEMPORARY_STAFF' : 'OUTSOURCED_STAFF'
  const title = chance.pick(centreTitles[unit] ?? ['工作人员'])
  return { title, rank: identityKind === 'INSTITUTION_STAFF' ? '科级以下' : null, identityKind }
}

function nameBy(chance: SeededRandom): string {
  const second = chance.next() < 0.8 ? chance.pick(givenSecond) : ''
  return chance.pick(families) + chance.pick(givenFirst) + second
}

function peopleOf(unit: DemoUnit, first: number, chance: SeededRandom): DemoPerson[] {
  const fixed = fixedPeople.filter((one) => one.unit === unit.code)
  return Array.from({ length: unit.people }, (_, index) => {
    // In served units the heads come first; the known people follow them.
    const place = unit.kind === 'client' ? index - 1 : index
    const known = fixed[place]
    const standing =
      known ??
      (unit.kind === 'client'
        ? clientStanding(index, unit.people, chance)
        : centreStanding(unit.code, index - fixed.length, chance))
    const outsourced = standing.identityKind === 'OUTSOURCED_STAFF'
    const year = 2004 + chance.below(20)
    return {
      staffNo: `Q${String(first + index).padStart(4, '0')}`,
      name: known?.name ?? nameBy(chance),
      unit: unit.code,
      title: standing.title,
      rank: standing.rank,
      identityKind: standing.identityKind,
      origin: outsourced ? chance.pick(companies) : null,
      education: outsourced ? null : chance.pick(education),
      mobile: `1380000${String(first + index).padStart(4, '0')}`,
      skills: known?.skills ?? [],
      keyPerson: unit.kind === 'client' && index === 0 && Number(unit.code.slice(1)) <= 6,
      joinedOn: `${year}-0${1 + chance.below(9)}-01`,
      ...(known?.account ? { account: known.account } : {}),
    }
  })
}

/** The 1,000 people, the same every time. */
export function demoPeople(): DemoPerson[] {
  const chance = seededRandom(20091)
  const people: DemoPerson[] = []
  for (const unit of demoUnits) people.push(...peopleOf(unit, people.length + 1, chance))
  return people
}
