import type { RoomKind } from '../../schema.ts'

/** What stands on each floor of a kind of house: a name with its kind; `{n}` is the room's number. */
type Plan = 'office' | 'conference' | 'canteen' | 'dormitory' | 'garage' | 'store' | 'hall' | 'plant'

export interface DemoSite {
  code: string
  name: string
  kind: string
  campus: 'A' | 'B' | 'C'
  areaM2: number
  address: string
  openedOn: string
  floors: number
  plan: Plan
  /** Numbered rooms on a floor. */
  rooms: number
}

const site = (
  code: string,
  name: string,
  kind: string,
  areaM2: number,
  openedOn: string,
  [plan, floors, rooms]: [Plan, number, number],
): DemoSite => {
  const campus = code.slice(0, 1) as DemoSite['campus']
  const address = { A: '青澜大道88号', B: '湖滨路16号', C: '东门街3号' }[campus]
  return { code, name, kind, campus, areaM2, address, openedOn, floors, plan, rooms }
}

export const demoCampuses = [
  { code: 'A', name: '青澜大院', address: '青澜大道88号' },
  { code: 'B', name: '湖滨院区', address: '湖滨路16号' },
  { code: 'C', name: '东门院区', address: '东门街3号' },
] as const

/** 31 sites, 186,800 m² in all. */
export const demoSites: readonly DemoSite[] = [
  site('A01', '综合办公楼', '办公楼', 24600, '2009-09-01', ['office', 9, 9]),
  site('A02', '一号办公楼', '办公楼', 9800, '1998-05-01', ['office', 5, 8]),
  site('A03', '二号办公楼', '办公楼', 9600, '1998-05-01', ['office', 5, 8]),
  site('A04', '三号办公楼', '办公楼', 8700, '2001-07-01', ['office', 5, 7]),
  site('A05', '四号办公楼', '办公楼', 8200, '2001-07-01', ['office', 5, 7]),
  site('A06', '会议中心', '会议中心', 7600, '2012-03-01', ['conference', 3, 6]),
  site('A07', '机关食堂', '食堂', 5200, '2010-01-01', ['canteen', 2, 3]),
  site('A08', '地下车库', '停车场', 12400, '2009-09-01', ['garage', 2, 2]),
  site('A09', '档案馆', '档案馆', 5600, '2013-06-01', ['store', 4, 4]),
  site('A10', '文体活动中心', '活动场所', 4300, '2014-10-01', ['hall', 3, 3]),
  site('A11', '政务服务中心', '政务服务大厅', 10800, '2016-12-01', ['hall', 4, 5]),
  site('A12', '能源站', '设备用房', 1900, '2009-09-01', ['plant', 1, 6]),
  site('A13', '北门值守楼', '值守用房', 900, '2009-09-01', ['plant', 2, 2]),
  site('B01', '湖滨一号楼', '办公楼', 7400, '2004-04-01', ['office', 4, 7]),
  site('B02', '湖滨二号楼', '办公楼', 7200, '2004-04-01', ['office', 4, 7]),
  site('B03', '湖滨三号楼', '办公楼', 6900, '2006-08-01', ['office', 4, 6]),
  site('B04', '湖滨会议楼', '会议中心', 3800, '2006-08-01', ['conference', 2, 5]),
  site('B05', '湖滨食堂', '食堂', 3100, '2005-01-01', ['canteen', 2, 2]),
  site('B06', '湖滨宿舍A座', '集体宿舍', 5400, '2011-09-01', ['dormitory', 5, 6]),
  site('B07', '湖滨宿舍B座', '集体宿舍', 5400, '2011-09-01', ['dormitory', 5, 6]),
  site('B08', '湖滨停车楼', '停车场', 6800, '2015-05-01', ['garage', 3, 1]),
  site('B09', '湖滨图书馆', '图书馆', 4200, '2015-05-01', ['hall', 3, 3]),
  site('C01', '东门办公楼', '办公楼', 6500, '1996-10-01', ['office', 5, 6]),
  site('C02', '东门附楼', '办公楼', 2700, '1999-03-01', ['office', 3, 5]),
  site('C03', '信访接待楼', '办公楼', 2400, '2008-11-01', ['office', 3, 4]),
  site('C04', '老干部活动中心', '活动场所', 3300, '2007-10-01', ['hall', 3, 2]),
  site('C05', '东门食堂', '食堂', 1800, '1999-03-01', ['canteen', 1, 3]),
  site('C06', '东门宿舍', '集体宿舍', 3900, '2003-09-01', ['dormitory', 4, 5]),
  site('C07', '物资仓库', '仓库', 3000, '2002-01-01', ['store', 1, 5]),
  site('C08', '应急物资库', '仓库', 1600, '2018-06-01', ['store', 1, 3]),
  site('C09', '东门停车场', '停车场', 1800, '2010-06-01', ['garage', 1, 1]),
]

export interface DemoRoom {
  code: string
  site: string
  name: string
  floor: string
  floorNumber: number
  kind: RoomKind
}

type Named = [name: string, kind: RoomKind]

/** The rooms of every floor that have no number of their own. */
const aside: Record<Plan, Named[]> = {
  office: [
    ['走廊', 'corridor'],
    ['男卫生间', 'restroom'],
    ['女卫生间', 'restroom'],
  ],
  conference: [
    ['前厅', 'hall'],
    ['卫生间', 'restroom'],
  ],
  canteen: [
    ['后厨', 'kitchen'],
    ['卫生间', 'restroom'],
  ],
  dormitory: [
    ['走廊', 'corridor'],
    ['洗衣房', 'other'],
  ],
  garage: [['车道', 'corridor']],
  store: [['走廊', 'corridor']],
  hall: [
    ['大厅', 'hall'],
    ['卫生间', 'restroom'],
  ],
  plant: [],
}

const numbered: Record<Plan, (number: string, place: number) => Named> = {
  office: (number, place) => (place === 5 ? [`${number}会议室`, 'meeting'] : [`${number}室`, 'office']),
  conference: (number) => [`${number}会议室`, 'meeting'],
  canteen: (_, place) => [
    ['大餐厅', '小餐厅', '面点间'][place - 1] ?? '包间',
    place === 3 ? 'kitchen' : 'dining',
  ],
  dormitory: (number) => [`${number}宿舍`, 'dormitory'],
  garage: (_, place) => [place === 1 ? '停车区' : '车库设备间', place === 1 ? 'parking' : 'plant'],
  store: (number) => [`${number}库房`, 'storage'],
  hall: (number, place) => (place === 1 ? ['服务台', 'hall'] : [`${number}活动室`, 'other']),
  plant: (_, place) => [
    ['值班室', '高压配电间', '低压配电间', '冷冻机房', '水泵房', '弱电机房'][place - 1]!,
    place === 1 ? 'office' : 'plant',
  ],
}

function floorRooms(house: DemoSite, floorNumber: number): DemoRoom[] {
  const floor = floorNumber < 0 ? `地下${-floorNumber}层` : `${floorNumber}楼`
  const prefix = floorNumber < 0 ? `B${-floorNumber}` : String(floorNumber)
  const rooms: Named[] = Array.from({ length: house.rooms }, (_, place) =>
    numbered[house.plan](`${prefix}${String(place + 1).padStart(2, '0')}`, place + 1),
  )
  return [...rooms, ...aside[house.plan]].map(([name, kind], place) => ({
    code: `${house.code}-${prefix}${String(place + 1).padStart(2, '0')}`,
    site: house.code,
    name,
    floor,
    floorNumber,
    kind,
  }))
}

/** The rooms of a house, floor by floor; an underground garage goes down. */
export function roomsOf(house: DemoSite): DemoRoom[] {
  const below = house.name.startsWith('地下')
  return Array.from({ length: house.floors }, (_, place) => (below ? -place - 1 : place + 1)).flatMap(
    (floorNumber) => floorRooms(house, floorNumber),
  )
}
