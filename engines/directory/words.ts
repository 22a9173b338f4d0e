import { text } from '#kernel/contract/text.ts'

/** Whom a unit belongs to: those who are served, or the logistics centre itself. */
export const unitKinds = {
  client: text('服务对象', 'Served unit'),
  centre: text('后勤中心', 'Logistics centre'),
} as const

/** On what footing a person is employed. */
export const identityKinds = {
  CIVIL_SERVANT: text('公务员', 'Civil servant'),
  INSTITUTION_STAFF: text('事业人员', 'Institution staff'),
  TEMPORARY_STAFF: text('临聘人员', 'Temporary staff'),
  OUTSOURCED_STAFF: text('服务外包人员', 'Outsourced staff'),
} as const

/** What a room is for. */
export const roomKinds = {
  office: text('办公室', 'Office'),
  meeting: text('会议室', 'Meeting room'),
  hall: text('大厅', 'Hall'),
  corridor: text('走廊', 'Corridor'),
  restroom: text('卫生间', 'Restroom'),
  dining: text('餐厅', 'Dining room'),
  kitchen: text('厨房', 'Kitchen'),
  plant: text('设备间', 'Plant room'),
  dormitory: text('宿舍', 'Dormitory'),
  storage: text('库房', 'Storage'),
  parking: text('车库', 'Parking'),
  other: text('其他', 'Other'),
} as const

/** 301会议室 in 综合楼 on the 3rd floor reads 综合楼 3楼 301会议室. */
export function placeWords(siteName: string, room: { floor: string; name: string } | null): string {
  return room ? `${siteName} ${room.floor} ${room.name}` : siteName
}
