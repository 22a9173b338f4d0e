import { Type } from 'typebox'
import { ApprovalView } from '#engines/approvals/schema.ts'
import { VerdictShape } from '#engines/rules/schema.ts'
import { Day, Done, download, Id, Nullable, PageOf, paging, read, write } from '#kernel/contract/action.ts'
import { text } from '#kernel/contract/text.ts'
import { AcquisitionInput, AcquisitionRow, Limited } from '../acquisition-schema.ts'
import { acquisitionStates } from '../acquisition-states.ts'
import { Format, Km, keysOf, Made } from '../register-schema.ts'

const keep = 'fleet.keep-register'
const path = '/fleet/acquisitions/:acquisitionId' as const
const filters = {
  state: Type.Optional(Type.Array(keysOf(acquisitionStates.states), { maxItems: 6 })),
  sort: Type.Optional(Type.Enum(['asked', '-asked', 'price', '-price'])),
}

/** Buying vehicles: asked for within the caps, decided by the approvals, registered in the end. */
export const acquisitionActions = {
  previewLimits: read({
    path: '/fleet/limits',
    permission: keep,
    input: Type.Object(Limited),
    output: Type.Object({ verdicts: Type.Array(VerdictShape) }),
    summary: text('购置限额', 'The caps for a vehicle'),
  }),
  listAcquisitions: read({
    path: '/fleet/acquisitions',
    permission: 'fleet.read-board',
    input: Type.Object({ ...paging, ...filters }),
    output: PageOf(AcquisitionRow),
    summary: text('车辆购置', 'Vehicles to buy'),
  }),
  exportAcquisitions: download({
    path: '/fleet/acquisitions/export',
    permission: 'fleet.read-board',
    input: Type.Object({ ...filters, format: Format }),
    summary: text('导出车辆购置', 'Export vehicles to buy'),
  }),
  readAcquisition: read({
    path,
    permission: 'fleet.read-board',
    input: Type.Object({ acquisitionId: Id }),
    output: Type.Object({
      ...AcquisitionRow.properties,
      verdicts: Type.Array(VerdictShape),
      approval: Nullable(ApprovalView),
    }),
    summary: text('一份购置申请', 'One purchase'),
  }),
  askForVehicle: write({
    path: '/fleet/acquisitions',
    permission: keep,
    input: Type.Object(AcquisitionInput),
    output: Type.Object({ id: Id, number: Type.String() }),
    summary: text('申请购置车辆', 'Ask for a vehicle to be bought'),
  }),
  askAgain: write({
    path: `${path}/resubmission`,
    permission: keep,
    input: Type.Object({ acquisitionId: Id, ...AcquisitionInput }),
    output: Done,
    summary: text('补充后重新提交购置申请', 'Hand a purchase in again'),
  }),
  withdrawAcquisition: write({
    path: `${path}/withdrawal`,
    permission: keep,
    input: Type.Object({ acquisitionId: Id, reason: Type.String({ minLength: 1, maxLength: 500 }) }),
    output: Done,
    summary: text('撤回购置申请', 'Withdraw a purchase'),
  }),
  registerBought: write({
    path: `${path}/vehicle`,
    permission: keep,
    input: Type.Object({
      acquisitionId: Id,
      plate: Type.String({ minLength: 1, maxLength: 20 }),
      purchasedOn: Day,
      priceFen: Limited.priceFen,
      km: Km,
    }),
    output: Made,
    summary: text('购置入册', 'Register what was bought'),
  }),
}
