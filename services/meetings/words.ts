import type { MeetingStep } from '#engines/standards/meeting-clauses.ts'
import { type Text, text } from '#kernel/contract/text.ts'

/** Ways a room is set up. */
export const layouts = {
  CLASSROOM: text('课桌式', 'Classroom'),
  THEATRE: text('剧院式', 'Theatre'),
  HOLLOW_SQUARE: text('回字形', 'Hollow square'),
  U_SHAPE: text('U 形', 'U shape'),
  BOARDROOM: text('董事会式', 'Boardroom'),
} as const satisfies Record<string, Text>
export type Layout = keyof typeof layouts

/** What an organiser may ask for besides the room. */
export const services = {
  TEA: text('茶水', 'Tea'),
  NAME_PLATES: text('桌签', 'Name plates'),
  PROJECTION: text('投影', 'Projection'),
  AV: text('话筒灯光音响调试', 'Microphones, light and sound'),
  ROSTRUM: text('主席台摆放', 'Rostrum'),
  LOUNGE: text('休息室安排', 'Lounge'),
  PARKING: text('停车', 'Parking'),
  LIFT: text('电梯保障', 'Lift attendance'),
} as const satisfies Record<string, Text>
export type Service = keyof typeof services

/** 级别: how a meeting ranks is how its booking ranks. */
export const classes = {
  ORDINARY: text('一般', 'Ordinary'),
  IMPORTANT: text('重要', 'Important'),
  LEADERSHIP: text('领导会议', 'Leadership'),
} as const satisfies Record<string, Text>
export type MeetingClass = keyof typeof classes

/** The four steps of the standard procedure. */
export const steps = {
  TAKE_ON: text('会议承接', 'Take on'),
  SET_UP: text('会场准备', 'Set up'),
  IN_SESSION: text('会中服务', 'In session'),
  RESET: text('会后备场', 'Reset'),
} as const satisfies Record<MeetingStep, Text>
export type Step = MeetingStep

export const taskKinds = {
  TAKE_ON: text('对接需求', 'Agree the needs'),
  SET_UP: text('会场布置', 'Set up the room'),
  ROSTRUM: text('主席台摆放', 'Set up the rostrum'),
  AV_TEST: text('话筒灯光音响调试', 'Test microphones, light and sound'),
  NAME_PLATES: text('摆放桌签', 'Set out name plates'),
  LOUNGE: text('休息室安排', 'Prepare the lounge'),
  PARKING: text('停车引导', 'Guide parking'),
  LIFT: text('电梯保障', 'Attend the lift'),
  TEA: text('茶水服务', 'Serve tea'),
  IN_SESSION: text('会中值守', 'Stand by in session'),
  CLEANING: text('会场保洁', 'Clean the room'),
  RESET: text('设备归位备场', 'Reset the room'),
} as const satisfies Record<string, Text>
export type TaskKind = keyof typeof taskKinds

/** What a meeting has a further room for. */
export const roomUses = {
  BRANCH: text('分会场', 'Overflow room'),
  LOUNGE: text('休息室', 'Lounge'),
  WORK: text('工作间', 'Work room'),
} as const satisfies Record<string, Text>
export type RoomUse = keyof typeof roomUses

export const equipmentKinds = {
  SOUND: text('音响设备', 'Sound'),
  DISPLAY: text('显示设备', 'Display'),
  FURNITURE: text('办公家具', 'Furniture'),
  OTHER: text('其他', 'Other'),
} as const satisfies Record<string, Text>
export type EquipmentKind = keyof typeof equipmentKinds

export const conditions = {
  GOOD: text('完好', 'Good'),
  WORN: text('老旧', 'Worn'),
  BROKEN: text('损坏', 'Broken'),
} as const satisfies Record<string, Text>
export type Condition = keyof typeof conditions

/** The line of the bookings engine under which a meeting is booked. */
export const line = 'meetings'
