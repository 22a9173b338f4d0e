import { type Text, text } from '#kernel/contract/text.ts'

export const resourceKinds = {
  ROOM: text('会议室', 'Room'),
  VEHICLE: text('车辆', 'Vehicle'),
  DRIVER: text('驾驶员', 'Driver'),
  SEAT: text('座位', 'Seat'),
  BED: text('床位', 'Bed'),
  EQUIPMENT: text('设备', 'Equipment'),
} as const satisfies Record<string, Text>
export type ResourceKind = keyof typeof resourceKinds

/** Who gives way to whom, by decision only; later ones go before earlier ones. */
export const ranks = {
  ORDINARY: text('一般', 'Ordinary'),
  IMPORTANT: text('重要', 'Important'),
  LEADERSHIP: text('领导会议', 'Leadership'),
} as const satisfies Record<string, Text>
export type Rank = keyof typeof ranks

export const offDayRules = {
  SKIP: text('跳过', 'Leave out'),
  NEXT: text('顺延到下一个工作日', 'Move to the next working day'),
  KEEP: text('照常', 'Keep'),
} as const satisfies Record<string, Text>
export type OffDayRule = keyof typeof offDayRules

export const scopes = {
  this: text('仅这一次', 'This one'),
  following: text('这一次及以后', 'This and following'),
  all: text('全部', 'All'),
} as const satisfies Record<string, Text>
export type Scope = keyof typeof scopes

export const quotaPeriods = {
  DAY: text('每天', 'a day'),
  WEEK: text('每周', 'a week'),
  MONTH: text('每月', 'a month'),
  YEAR: text('每年', 'a year'),
} as const satisfies Record<string, Text>
