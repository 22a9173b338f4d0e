import { defineColumns } from '#kernel/sheets/columns.ts'
import { localMinute } from '#kernel/sheets/local-minute.ts'

/** The sheet of repairs: the same headings for the import, the empty sheet and every export. */
export const repairColumns = defineColumns({
  number: { headings: ['工单编号', '编号', '单号'], kind: 'text', required: true, maxLength: 60 },
  site: { headings: ['物业', '物业名称', '楼宇'], kind: 'text', required: true },
  place: { headings: ['位置', '地点', '房间'], kind: 'text', maxLength: 200 },
  grade: {
    headings: ['类别', '维修类别', '等级'],
    kind: 'choice',
    required: true,
    choices: {
      大型维修改造: 'MAJOR_REPAIR',
      大修: 'MAJOR_REPAIR',
      小修急修: 'MINOR_REPAIR',
      小修: 'MINOR_REPAIR',
      急修: 'URGENT_REPAIR',
    },
  },
  unit: { headings: ['报修单位', '单位'], kind: 'text', required: true },
  reportedAt: { headings: ['报修时间'], kind: 'datetime', required: true },
  finishedAt: { headings: ['完成时间', '完工时间'], kind: 'datetime' },
  fault: { headings: ['故障描述', '故障', '报修内容'], kind: 'text', required: true },
  state: {
    headings: ['状态'],
    kind: 'choice',
    required: true,
    choices: {
      已完成: 'DONE',
      处理中: 'OPEN',
      已取消: 'CANCELLED',
    },
  },
  rating: { headings: ['评分', '满意度'], kind: 'integer', min: 1, max: 5 },
})

export type RepairColumns = typeof repairColumns

/** A repair as its line of the sheet. */
export function sheetRowOf(row: {
  number: string
  site_name: string
  room_name: string | null
  place_text: string
  grade: string
  client_name: string
  created_at: string
  finished_at: string | null
  description: string
  title: string
  state: string
  overall_rating: number | null
}): { [K in keyof RepairColumns]: string | number | null } {
  const done = row.state === 'FINISHED' || row.state === 'COMPLETED'
  const cancelled = row.state === 'VOIDED' || row.state === 'MERGED'
  return {
    number: row.number,
    site: row.site_name,
    place: [row.room_name, row.place_text].filter(Boolean).join(' ') || null,
    grade: row.grade === 'MAJOR_REPAIR' ? '大型维修改造' : '小修急修',
    unit: row.client_name,
    reportedAt: localMinute(row.created_at),
    finishedAt: done && row.finished_at ? localMinute(row.finished_at) : null,
    fault: row.description || row.title,
    state: done ? '已完成' : cancelled ? '已取消' : '处理中',
    rating: done ? row.overall_rating : null,
  }
}
