import { defineColumns } from '#kernel/sheets/columns.ts'
import type { AccessorySelection } from './select-accessories.ts'

/** The sheet of equipment to claim: the same headings for the import, the empty sheet and every export. */
export const accessoryColumns = defineColumns({
  code: { headings: ['设备编号', '编号'], kind: 'text', required: true, maxLength: 40 },
  name: { headings: ['设备名称', '名称', '设备'], kind: 'text', required: true, maxLength: 100 },
  quantity: { headings: ['数量'], kind: 'integer', required: true, min: 1, max: 10_000 },
  countedIn: { headings: ['计量单位', '单位'], kind: 'text', maxLength: 10 },
  site: { headings: ['存放物业', '所在物业', '物业'], kind: 'text' },
  note: { headings: ['备注'], kind: 'text', maxLength: 500 },
})
export type AccessoryColumns = typeof accessoryColumns

/** An accessory as its line of the sheet. */
export function accessorySheetRow(row: AccessorySelection): {
  [K in keyof AccessoryColumns]: string | number | null
} {
  return {
    code: row.code,
    name: row.name,
    quantity: row.quantity,
    countedIn: row.counted_in,
    site: row.site_name,
    note: row.note || null,
  }
}
