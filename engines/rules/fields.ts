import { type Text, text } from '#kernel/contract/text.ts'

/** What rules are about, in the order they are listed. */
export const fieldWords = {
  OFFICE_SPACE: text('办公用房', 'Office space'),
  VEHICLES: text('公务用车', 'Official vehicles'),
  RECEPTION: text('公务接待', 'Reception'),
  MEETINGS: text('会议费', 'Meeting fees'),
  EQUIPMENT: text('资产配置', 'Equipment and assets'),
  CANTEEN: text('食堂与食品安全', 'Canteen and food safety'),
  LIFTS: text('电梯与特种设备', 'Lifts and special equipment'),
  PROCUREMENT: text('采购与合同', 'Procurement and contracts'),
  ENERGY: text('公共机构节能', 'Energy saving'),
  FIRE_AND_GUARD: text('消防与安防', 'Fire safety and guarding'),
  LABOUR: text('工时与假日', 'Working hours and holidays'),
  DOCUMENTS: text('公文与标准', 'Documents and standards'),
  INFORMATION: text('信息安全与办理时限', 'Information security and time limits'),
  RETENTION: text('保存期限', 'Retention'),
} as const satisfies Record<string, Text>

export type Field = keyof typeof fieldWords
export const fields = Object.keys(fieldWords) as Field[]
