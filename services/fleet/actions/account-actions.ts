import { Type } from 'typebox'
import { Done, download, Id, read, write } from '#kernel/contract/action.ts'
import { text } from '#kernel/contract/text.ts'
import { AccountMonth, ClassName, Format, Month, UnitUseAnswer, VehicleYear } from '../account-schema.ts'
import { exchangeActions } from './exchange-actions.ts'
import { positionActions } from './position-actions.ts'
import { publicationActions } from './publication-actions.ts'
import { safetyActions } from './safety-actions.ts'
import { supervisionActions } from './supervision-actions.ts'

const monthFilters = {
  /** The running one when absent. */
  month: Type.Optional(Month),
  class: Type.Optional(ClassName),
  /** Only those that stand out or were corrected after the closing. */
  deviating: Type.Optional(Type.Boolean()),
}
const vehicle = '/fleet/accounts/vehicles/:vehicleId' as const
const year = Type.Optional(Type.Integer({ minimum: 2000, maximum: 2199 }))
const months = { from: Type.Optional(Month), to: Type.Optional(Month) }

/** What of accounts the server does; the handlers stand under the same names in `server/`. */
export const accountActions = {
  listAccounts: read({
    path: '/fleet/accounts',
    permission: 'fleet.read-accounts',
    input: Type.Object(monthFilters),
    output: AccountMonth,
    summary: text('单车核算：一个月各车的里程、能耗和费用', 'A month’s accounts, vehicle by vehicle'),
  }),
  exportAccounts: download({
    path: '/fleet/accounts/export',
    permission: 'fleet.read-accounts',
    input: Type.Object({ ...monthFilters, format: Format }),
    summary: text('导出单车核算', 'Export a month’s accounts'),
  }),
  closeMonth: write({
    path: '/fleet/accounts/:month/closure',
    permission: 'fleet.close-accounts',
    input: Type.Object({ month: Month }),
    output: Done,
    summary: text('月结', 'Close a month’s accounts'),
  }),
  readVehicleAccount: read({
    path: vehicle,
    permission: 'fleet.read-accounts',
    input: Type.Object({ vehicleId: Id, year }),
    output: VehicleYear,
    summary: text('一辆车的年度核算', 'A vehicle’s year'),
  }),
  exportVehicleAccount: download({
    path: `${vehicle}/export`,
    permission: 'fleet.read-accounts',
    input: Type.Object({ vehicleId: Id, year, format: Format }),
    summary: text('导出一辆车的年度核算', 'Export a vehicle’s year'),
  }),
  readUnitUse: read({
    path: '/fleet/unit-use',
    permission: 'fleet.read-unit-use',
    input: Type.Object(months),
    output: UnitUseAnswer,
    summary: text('各单位用车', 'Use of vehicles by unit'),
  }),
  exportUnitUse: download({
    path: '/fleet/unit-use/export',
    permission: 'fleet.read-unit-use',
    input: Type.Object({ ...months, format: Format }),
    summary: text('导出各单位用车', 'Export the use by unit'),
  }),
  ...publicationActions,
  ...safetyActions,
  ...supervisionActions,
  ...exchangeActions,
  ...positionActions,
}
