import { defineColumns } from '#kernel/sheets/columns.ts'
import { localMinute } from '#kernel/sheets/local-minute.ts'
import { type Purpose, purposes } from '../../words.ts'

/** What a sheet calls the states; those that live here only are written by exports and read again. */
export const sheetStates = {
  已完成: 'COMPLETED',
  已取消: 'CANCELLED',
  待出车: 'ASSIGNED',
  行驶中: 'UNDER_WAY',
  等候中: 'WAITING',
} as const
export type SheetState = (typeof sheetStates)[keyof typeof sheetStates]
export const stateWords = new Map<string, string>(
  Object.entries(sheetStates).map(([word, state]) => [state, word]),
)

/** The sheet of trips: the same headings for the import, the empty sheet and every export. */
export const tripColumns = defineColumns({
  number: { headings: ['派车单号', '编号'], kind: 'text', required: true, maxLength: 60 },
  unit: { headings: ['用车单位', '单位'], kind: 'text', required: true, maxLength: 100 },
  requester: { headings: ['用车人'], kind: 'text', required: true, maxLength: 100 },
  purpose: { headings: ['事由', '用车事由'], kind: 'text', required: true, maxLength: 500 },
  destination: { headings: ['目的地'], kind: 'text', required: true, maxLength: 200 },
  plate: { headings: ['车牌号', '车牌'], kind: 'text', required: true, maxLength: 20 },
  driver: { headings: ['驾驶员工号', '驾驶员'], kind: 'text', required: true, maxLength: 40 },
  passengers: { headings: ['乘车人数', '人数'], kind: 'integer', required: true, min: 1, max: 60 },
  from: { headings: ['出车时间'], kind: 'datetime', required: true },
  to: { headings: ['收车时间'], kind: 'datetime', required: true },
  outKm: { headings: ['出车里程km', '出车里程'], kind: 'integer', min: 0, max: 3_000_000 },
  inKm: { headings: ['收车里程km', '收车里程'], kind: 'integer', min: 0, max: 3_000_000 },
  fuel: { headings: ['燃油费元', '燃油费'], kind: 'money', min: 0, max: 100_000 },
  toll: { headings: ['路桥费元', '路桥费'], kind: 'money', min: 0, max: 100_000 },
  parking: { headings: ['停车费元', '停车费'], kind: 'money', min: 0, max: 100_000 },
  state: { headings: ['状态'], kind: 'choice', required: true, choices: sheetStates },
})
export type TripColumns = typeof tripColumns
export type TripCells = { [K in keyof TripColumns]: string | number | null }

const purposeOf = new Map<string, Purpose>(
  (Object.keys(purposes) as Purpose[]).map((key) => [purposes[key].zh, key]),
)

/** A word of ours, or 其他公务 with the word kept as the reason. */
export const readPurpose = (words: string): Purpose => purposeOf.get(words.trim()) ?? 'OTHER'

/** As the sheet says how far: 区内 is the district, the rest the city. */
export const readReach = (destination: string) =>
  destination === '区内' ? ('DISTRICT' as const) : ('CITY' as const)

/** A trip as its line of the sheet; money in fen. What several requests differ in is the first one's. */
export function tripSheetRow(row: {
  number: string
  unit: string
  requester: string | null
  reason: string | null
  destination: string | null
  plate: string
  staff_no: string
  passengers: number | null
  from: string | Date
  to: string | Date
  out_km: number | null
  in_km: number | null
  fuel: number
  toll: number
  parking: number
  state: string
}): TripCells {
  const back = row.state === 'COMPLETED'
  return {
    number: row.number,
    unit: row.unit,
    requester: row.requester,
    purpose: row.reason,
    destination: row.destination,
    plate: row.plate,
    driver: row.staff_no,
    passengers: row.passengers,
    from: localMinute(row.from),
    to: localMinute(row.to),
    outKm: back ? row.out_km : null,
    inKm: back ? row.in_km : null,
    fuel: back ? row.fuel : null,
    toll: back ? row.toll : null,
    parking: back ? row.parking : null,
    state: stateWords.get(row.state) ?? null,
  }
}
