import { Type } from 'typebox'
import { Done, download, Id, PageOf, paging, read, write } from '#kernel/contract/action.ts'
import { text } from '#kernel/contract/text.ts'
import {
  order,
  Reason,
  RentalDetail,
  RentalRow,
  RentalSupplier,
  rentalFilters,
  rentalSupplier,
  ride,
  supplierFilters,
} from '../rental-schema.ts'

const rental = '/fleet/rentals/:rentalId' as const
const supplier = '/fleet/rental-suppliers/:supplierId' as const
const rentalId = Id
const supplierId = Id
const format = Type.Optional(Type.Enum(['xlsx', 'csv']))

/** Rented vehicles (社会化租赁) and whom they are rented from. */
export const rentalActions = {
  listRentalSuppliers: read({
    path: '/fleet/rental-suppliers',
    permission: 'fleet.read-register',
    input: Type.Object({ ...paging, ...supplierFilters }),
    output: PageOf(RentalSupplier),
    summary: text('定点租赁单位', 'Fixed rental suppliers'),
  }),
  exportRentalSuppliers: download({
    path: '/fleet/rental-suppliers/export',
    permission: 'fleet.read-register',
    input: Type.Object({ ...supplierFilters, format }),
    summary: text('导出租赁单位', 'Export rental suppliers'),
  }),
  readRentalSupplier: read({
    path: supplier,
    permission: 'fleet.read-register',
    input: Type.Object({ supplierId }),
    output: RentalSupplier,
    summary: text('一家租赁单位', 'One rental supplier'),
  }),
  addRentalSupplier: write({
    path: '/fleet/rental-suppliers',
    permission: 'fleet.keep-register',
    input: Type.Object(rentalSupplier),
    output: Type.Object({ id: Id }),
    summary: text('登记租赁单位', 'Add a rental supplier'),
  }),
  changeRentalSupplier: write({
    method: 'PATCH',
    path: supplier,
    permission: 'fleet.keep-register',
    input: Type.Object({ supplierId, ...rentalSupplier }),
    output: Done,
    summary: text('修改租赁单位', 'Change a rental supplier'),
  }),
  closeRentalSupplier: write({
    path: `${supplier}/closure`,
    permission: 'fleet.keep-register',
    input: Type.Object({ supplierId }),
    output: Done,
    summary: text('停用租赁单位', 'Close a rental supplier'),
  }),
  listRentals: read({
    path: '/fleet/rentals',
    permission: 'fleet.read-board',
    input: Type.Object({ ...paging, ...rentalFilters }),
    output: PageOf(RentalRow),
    summary: text('租赁派车', 'Rented vehicles'),
  }),
  exportRentals: download({
    path: '/fleet/rentals/export',
    permission: 'fleet.read-board',
    input: Type.Object({ ...rentalFilters, format }),
    summary: text('导出租赁派车', 'Export rented vehicles'),
  }),
  readRental: read({
    path: rental,
    permission: 'fleet.read-board',
    input: Type.Object({ rentalId }),
    output: RentalDetail,
    summary: text('一次租车', 'One rented vehicle'),
  }),
  rentVehicle: write({
    path: '/fleet/requests/:requestId/rental',
    permission: 'fleet.dispatch',
    input: Type.Object({ requestId: Id, ...order }),
    output: Type.Object({ id: Id, number: Type.String() }),
    summary: text('为用车申请租车', 'Rent a vehicle for a request'),
  }),
  cancelRental: write({
    path: `${rental}/cancellation`,
    permission: 'fleet.dispatch',
    input: Type.Object({
      rentalId,
      reason: Reason,
      /** What becomes of its request. */
      request: Type.Enum(['QUEUE', 'CANCEL']),
    }),
    output: Done,
    summary: text('取消租车', 'Call a rented vehicle off'),
  }),
  finishRental: write({
    path: `${rental}/return`,
    permission: 'fleet.dispatch',
    input: Type.Object({ rentalId, ...ride }),
    output: Done,
    summary: text('登记租车结果', 'Record a rented ride'),
  }),
  correctRental: write({
    path: `${rental}/correction`,
    permission: 'fleet.dispatch',
    input: Type.Object({ rentalId, ...ride, reason: Reason }),
    output: Done,
    summary: text('更正租车结果', 'Correct a rented ride'),
  }),
} as const
