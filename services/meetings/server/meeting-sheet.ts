import { defineColumns } from '#kernel/sheets/columns.ts'
import { localMinute } from '#kernel/sheets/local-minute.ts'
import { classes, type MeetingClass, type Service, services } from '../words.ts'

/** What a sheet calls the states; those that only the system makes are written by exports and read again. */
export const sheetStates = {
  已召开: 'ENDED',
  已取消: 'CANCELLED',
  已预订: 'CONFIRMED',
  候补: 'WAITING',
  改派待答复: 'OFFERED',
  使用中: 'CHECKED_IN',
  无人到场: 'RELEASED',
} as const
export type SheetState = (typeof sheetStates)[keyof typeof sheetStates]
export const stateWords = new Map<string, string>(
  Object.entries(sheetStates).map(([word, state]) => [state, word]),
)

/** The sheet of meetings: the same headings for the import, the empty sheet and every export. */
export const meetingColumns = defineColumns({
  number: { headings: ['会议编号', '编号'], kind: 'text', required: true, maxLength: 60 },
  title: { headings: ['会议名称', '名称', '会议'], kind: 'text', required: true, maxLength: 200 },
  unit: { headings: ['主办单位', '单位'], kind: 'text', required: true },
  room: { headings: ['会议室', '会议地点', '地点'], kind: 'text', required: true },
  from: { headings: ['开始时间'], kind: 'datetime', required: true },
  to: { headings: ['结束时间'], kind: 'datetime', required: true },
  headcount: { headings: ['参会人数', '人数'], kind: 'integer', required: true, min: 1, max: 100_000 },
  class: {
    headings: ['级别', '会议级别'],
    kind: 'choice',
    required: true,
    choices: { 一般: 'ORDINARY', 重要: 'IMPORTANT', 领导会议: 'LEADERSHIP', 领导: 'LEADERSHIP' },
  },
  services: { headings: ['服务内容', '会务需求'], kind: 'text', maxLength: 500 },
  state: { headings: ['状态'], kind: 'choice', required: true, choices: sheetStates },
})
export type MeetingColumns = typeof meetingColumns
export type MeetingCells = { [K in keyof MeetingColumns]: string | number | null }

const serviceKeys = Object.keys(services) as Service[]
const byWord = new Map<string, Service>([
  ...serviceKeys.map((key) => [services[key].zh, key] as const),
  ['休息室', 'LOUNGE'],
  ['音响', 'AV'],
  ['话筒', 'AV'],
  ['主席台', 'ROSTRUM'],
  ['电梯', 'LIFT'],
])

export interface ReadServices {
  known: Service[]
  /** Words there is no service for, as they were written. */
  other: string[]
}

/** 投影；桌签；鲜花: each once, ours in our order. */
export function readServices(words: string | null): ReadServices {
  const parts = (words ?? '').split(/[；;、，,]/).map((part) => part.trim())
  const known = new Set(parts.flatMap((part) => byWord.get(part) ?? []))
  const other = new Set(parts.filter((part) => part !== '' && !byWord.has(part)))
  return { known: serviceKeys.filter((key) => known.has(key)), other: [...other].sort() }
}

export function sayServices({ known, other }: ReadServices): string | null {
  return [...known.map((key) => services[key].zh), ...other].join('；') || null
}

/** A meeting as its line of the sheet. */
export function meetingSheetRow(row: {
  number: string
  title: string
  unit_name: string
  room_name: string | null
  starts_at: string | Date
  ends_at: string | Date
  headcount: number | null
  rank: string
  services: readonly string[]
  other_services: readonly string[]
  state: string
}): MeetingCells {
  const known = serviceKeys.filter((key) => row.services.includes(key))
  return {
    number: row.number,
    title: row.title,
    unit: row.unit_name,
    room: row.room_name,
    from: localMinute(row.starts_at),
    to: localMinute(row.ends_at),
    headcount: row.headcount,
    class: classes[row.rank as MeetingClass].zh,
    services: sayServices({ known, other: [...row.other_services].sort() }),
    state: stateWords.get(row.state) ?? null,
  }
}
