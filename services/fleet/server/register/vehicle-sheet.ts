import { defineColumns } from '#kernel/sheets/columns.ts'
import { vehicleStates } from '../../states.ts'
import { type Body, energies, type VehicleClass, vehicleClasses } from '../../words.ts'

/** Chinese words → identifiers. */
function byWord<K extends string>(words: Readonly<Record<K, { zh: string }>>): Record<string, K> {
  return Object.fromEntries((Object.keys(words) as K[]).map((key) => [words[key].zh, key]))
}

/** The sheet of vehicles: the same headings for the import, the empty sheet and every export. */
export const vehicleColumns = defineColumns({
  plate: { headings: ['车牌号', '车牌', '号牌'], kind: 'text', required: true, maxLength: 20 },
  class: {
    headings: ['车辆类别', '类别'],
    kind: 'choice',
    choices: { ...byWord(vehicleClasses), 其他公务用车: 'OTHER_PROVISIONED' as VehicleClass },
    required: true,
  },
  model: { headings: ['品牌型号', '型号'], kind: 'text', maxLength: 100 },
  energy: {
    headings: ['能源类型', '燃料'],
    kind: 'choice',
    choices: {
      ...byWord(energies),
      混合动力: 'HYBRID',
      插电式混合动力: 'PLUG_IN',
      电动: 'ELECTRIC',
    } as Record<string, keyof typeof energies>,
    required: true,
  },
  displacement: { headings: ['排量L', '排量', '排量（L）'], kind: 'decimal', min: 0.1, max: 20 },
  price: {
    headings: ['购置价元', '购置价', '购置价（元）'],
    kind: 'money',
    required: true,
    min: 0,
    max: 100_000_000_000,
  },
  purchasedOn: { headings: ['购置日期'], kind: 'date', required: true },
  seats: { headings: ['座位数', '核定载客'], kind: 'integer', required: true, min: 1, max: 60 },
  km: {
    headings: ['登记里程km', '登记里程', '登记里程（公里）'],
    kind: 'integer',
    required: true,
    min: 0,
    max: 3_000_000,
  },
  state: { headings: ['状态'], kind: 'choice', choices: byWord(titlesOf()), required: true },
  retiredOn: { headings: ['处置日期'], kind: 'date' },
  retiredReason: { headings: ['处置原因'], kind: 'text', maxLength: 500 },
})
export type VehicleColumns = typeof vehicleColumns

function titlesOf() {
  const { IN_USE, OUT_OF_USE, RETIRED } = vehicleStates.states
  return { IN_USE: IN_USE.title, OUT_OF_USE: OUT_OF_USE.title, RETIRED: RETIRED.title }
}

export interface SheetVehicle {
  plate: string
  class: string
  model: string
  energy: string
  displacement_ml: number | null
  price_fen: number
  purchased_on: string
  seats: number
  state: string
  retired_on: string | null
  retired_reason: string | null
  registered_km: number | null
}

/** A vehicle as its line of the sheet. */
export function vehicleSheetRow(row: SheetVehicle): { [K in keyof VehicleColumns]: string | number | null } {
  const titles = titlesOf()
  return {
    plate: row.plate,
    class: vehicleClasses[row.class as VehicleClass].zh,
    model: row.model || null,
    energy: energies[row.energy as keyof typeof energies].zh,
    displacement: row.displacement_ml === null ? null : row.displacement_ml / 1000,
    price: row.price_fen,
    purchasedOn: row.purchased_on,
    seats: row.seats,
    km: row.registered_km ?? 0,
    state: titles[row.state as keyof typeof titles].zh,
    retiredOn: row.retired_on,
    retiredReason: row.retired_reason,
  }
}

/** 大型客车 … as the model says it, else as the seats do (GA 802). */
export function bodyOf(model: string, seats: number): Body {
  if (/货车|皮卡/.test(model)) return 'TRUCK'
  if (/大型客车|大客/.test(model) || seats > 19) return 'LARGE_BUS'
  if (/中型客车|中巴/.test(model) || seats > 9) return 'MEDIUM_BUS'
  return /轿车/.test(model) || seats <= 5 ? 'CAR' : 'OTHER_SMALL'
}

const plateShape = /^[\u4e00-\u9fa5][A-Z][A-Z0-9]{5,6}$/

/** `粤b·12345` → `粤B12345`. @returns null for what is no plate */
export function readPlate(words: string): string | null {
  const plate = words.toUpperCase().replaceAll(/[\s·•.-]/g, '')
  return plateShape.test(plate) ? plate : null
}
