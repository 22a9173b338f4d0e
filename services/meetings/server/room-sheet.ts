import { defineColumns } from '#kernel/sheets/columns.ts'
import { type Layout, layouts } from '../words.ts'

/** The sheet of meeting rooms: the same headings for the import, the empty sheet and every export. */
export const roomColumns = defineColumns({
  code: { headings: ['会议室编号', '编号'], kind: 'text', required: true, maxLength: 40 },
  name: { headings: ['会议室', '会议室名称', '名称'], kind: 'text', required: true, maxLength: 100 },
  site: { headings: ['所在物业', '物业', '物业名称'], kind: 'text', required: true },
  capacity: {
    headings: ['容纳人数', '人数'],
    kind: 'integer',
    required: true,
    min: 1,
    max: 100_000,
  },
  layouts: { headings: ['布局'], kind: 'text', maxLength: 200 },
})
export type RoomColumns = typeof roomColumns

export interface LayoutCapacity {
  layout: Layout
  capacity: number
}

/** A room as its line of the sheet. */
export function roomSheetRow(row: {
  code: string
  name: string
  site_name: string
  capacity: number | null
  layouts: readonly LayoutCapacity[]
}): { [K in keyof RoomColumns]: string | number | null } {
  return {
    code: row.code,
    name: row.name,
    site: row.site_name,
    capacity: row.capacity,
    layouts: sayLayouts(row.layouts),
  }
}

/** 课桌式 40；剧院式 60 */
export function sayLayouts(known: readonly LayoutCapacity[]): string | null {
  const sorted = [...known].sort(
    (one, other) => other.capacity - one.capacity || one.layout.localeCompare(other.layout),
  )
  return sorted.map(({ layout, capacity }) => `${layouts[layout].zh} ${capacity}`).join('；') || null
}

const byWord = new Map(
  (Object.keys(layouts) as Layout[]).map((layout) => [layouts[layout].zh.replace(/[式形\s]/g, ''), layout]),
)

/** Reads what `sayLayouts` says, and what people write for it. @returns null when a part cannot be read */
export function readLayouts(words: string): LayoutCapacity[] | null {
  const found: LayoutCapacity[] = []
  for (const part of words.split(/[；;，,、]/)) {
    if (part.trim() === '') continue
    const match = /^\s*(.+?)\s*[:：]?\s*(\d{1,6})\s*人?\s*$/.exec(part)
    const layout = match && byWord.get(match[1]!.replace(/[式形\s]/g, ''))
    if (!layout || found.some((one) => one.layout === layout)) return null
    found.push({ layout, capacity: Number(match[2]) })
  }
  return found
}
