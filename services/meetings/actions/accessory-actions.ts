import { Type } from 'typebox'
import { Done, download, Id, Nullable, PageOf, paging, read, write } from '#kernel/contract/action.ts'
import { text } from '#kernel/contract/text.ts'
import { AccessoryDetail, AccessoryRow, accessoryFilters } from '../accessory-schema.ts'
import { Format } from '../schema.ts'

const accessoryPath = '/meetings/accessories/:accessoryId' as const
const manage = 'meetings.manage-rooms'
const Name = Type.String({ minLength: 1, maxLength: 100 })
const Quantity = Type.Integer({ minimum: 1, maximum: 10_000 })
const Unit = Type.String({ minLength: 1, maxLength: 10 })
const Short = Type.String({ minLength: 1, maxLength: 500 })

/** Equipment with stock that a meeting claims along with its room. */
export const accessoryActions = {
  listAccessories: read({
    path: '/meetings/accessories',
    permission: 'meetings.read',
    input: Type.Object({ ...paging, ...accessoryFilters }),
    output: PageOf(AccessoryRow),
    summary: text('可借用的会议设备', 'Equipment a meeting can claim'),
  }),
  exportAccessories: download({
    path: '/meetings/accessories/export',
    permission: 'meetings.read',
    input: Type.Object({ ...accessoryFilters, format: Format }),
    summary: text('导出会议设备，可再导入', 'Export equipment to claim, importable again'),
  }),
  readAccessory: read({
    path: accessoryPath,
    permission: 'meetings.read',
    input: Type.Object({ accessoryId: Id }),
    output: AccessoryDetail,
    summary: text('一种会议设备，谁在借用', 'One kind of equipment, and who has it when'),
  }),
  createAccessory: write({
    path: '/meetings/accessories',
    permission: manage,
    input: Type.Object({
      code: Type.String({ minLength: 1, maxLength: 40 }),
      name: Name,
      quantity: Quantity,
      countedIn: Type.Optional(Unit),
      siteId: Type.Optional(Nullable(Id)),
      note: Type.Optional(Type.String({ maxLength: 500 })),
    }),
    output: Type.Object({ id: Id }),
    summary: text('登记会议设备', 'Register equipment to claim'),
  }),
  changeAccessory: write({
    method: 'PATCH',
    path: accessoryPath,
    permission: manage,
    input: Type.Object({
      accessoryId: Id,
      name: Type.Optional(Name),
      quantity: Type.Optional(Quantity),
      countedIn: Type.Optional(Unit),
      siteId: Type.Optional(Nullable(Id)),
      note: Type.Optional(Type.String({ maxLength: 500 })),
      /** Why: 报废 4 只. */
      reason: Type.Optional(Short),
    }),
    output: Done,
    summary: text('修改会议设备', 'Change equipment to claim'),
  }),
  closeAccessory: write({
    path: `${accessoryPath}/closure`,
    permission: manage,
    input: Type.Object({ accessoryId: Id, reason: Short }),
    output: Done,
    summary: text('停用会议设备', 'Close equipment to claim'),
  }),
  reopenAccessory: write({
    path: `${accessoryPath}/reopening`,
    permission: manage,
    input: Type.Object({ accessoryId: Id, reason: Short }),
    output: Done,
    summary: text('恢复使用会议设备', 'Use the equipment again'),
  }),
}
