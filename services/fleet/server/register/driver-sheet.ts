import { defineColumns } from '#kernel/sheets/columns.ts'
import { driverStates } from '../../states.ts'
import { licenceClasses } from '../../words.ts'

/** The sheet of drivers: the same headings for the import, the empty sheet and every export. */
export const driverColumns = defineColumns({
  staffNo: { headings: ['工号', '驾驶员工号'], kind: 'text', required: true, maxLength: 40 },
  name: { headings: ['姓名', '驾驶员'], kind: 'text', required: true, maxLength: 100 },
  licence: {
    headings: ['准驾车型'],
    kind: 'choice',
    choices: Object.fromEntries(licenceClasses.map((one) => [one, one])) as Record<
      string,
      (typeof licenceClasses)[number]
    >,
    required: true,
  },
  licenceUntil: { headings: ['驾驶证有效期至', '驾驶证有效期', '有效期至'], kind: 'date', required: true },
  state: {
    headings: ['状态'],
    kind: 'choice',
    choices: {
      [driverStates.states.ACTIVE.title.zh]: 'ACTIVE',
      [driverStates.states.LEFT.title.zh]: 'LEFT',
    } as Record<string, 'ACTIVE' | 'LEFT'>,
    required: true,
  },
})
export type DriverColumns = typeof driverColumns

/** A driver as a line of the sheet. */
export function driverSheetRow(row: {
  staff_no: string
  name: string
  licence_class: string
  licence_until: string
  state: string
}): { [K in keyof DriverColumns]: string | number | null } {
  return {
    staffNo: row.staff_no,
    name: row.name,
    licence: row.licence_class,
    licenceUntil: row.licence_until,
    state: driverStates.states[row.state as keyof typeof driverStates.states].title.zh,
  }
}
