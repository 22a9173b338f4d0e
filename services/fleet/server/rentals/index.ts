import { cancelRental } from './cancel-rental.ts'
import { correctRental, finishRental } from './finish-rental.ts'
import { exportRentals, listRentals, readRental } from './list-rentals.ts'
import { exportRentalSuppliers, listRentalSuppliers, readRentalSupplier } from './list-suppliers.ts'
import { rentVehicle } from './rent-vehicle.ts'
import { addRentalSupplier, changeRentalSupplier, closeRentalSupplier } from './suppliers.ts'

export { rentalMetricHandlers } from './measure-rentals.ts'

/** The handlers of `actions/rental-actions.ts`. */
export const rentalHandlers = {
  listRentalSuppliers,
  exportRentalSuppliers,
  readRentalSupplier,
  addRentalSupplier,
  changeRentalSupplier,
  closeRentalSupplier,
  listRentals,
  exportRentals,
  readRental,
  rentVehicle,
  cancelRental,
  finishRental,
  correctRental,
} as const
