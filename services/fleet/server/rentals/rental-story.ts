import type { InputOf } from '#kernel/contract/action.ts'
import type { Role } from '#kernel/contract/roles.ts'
import type { World } from '#test/harness.ts'
import { fleet } from '../../module.ts'
import { dispatchStory } from '../dispatch/dispatch-story.ts'

const { actions } = fleet
type Order = Omit<InputOf<typeof actions.rentVehicle>, 'requestId'>
type Supplier = InputOf<typeof actions.addRentalSupplier>
type Ride = Omit<InputOf<typeof actions.finishRental>, 'rentalId'>

/** What tests of rented vehicles begin with: a supplier whose contract holds, and an order of it. */
export function rentalStory(world: World) {
  const contract = (more: Partial<Supplier> = {}): Supplier => ({
    name: '云帆汽车租赁',
    contactName: '孙经理',
    contactPhone: '13900001111',
    contractNumber: 'DD-2026-01',
    validFrom: '2026-01-01',
    validUntil: '2026-12-31',
    ...more,
  })
  return {
    ...dispatchStory(world),
    contract,
    supplier: async (more: Partial<Supplier> = {}) =>
      (await world.as('dispatcher').call(actions.addRentalSupplier, contract(more))).id,
    order: (supplierId: string, more: Partial<Order> = {}): Order => ({
      supplierId,
      body: 'OTHER_SMALL',
      seats: 7,
      plate: '粤B88888',
      driverName: '王志强',
      driverPhone: '13900002222',
      priceBasis: 'DAY',
      priceFen: 80_000,
      reason: '自有车辆均已派出',
      ...more,
    }),
    rent: (role: Role, requestId: string, order: Order) =>
      world.as(role).post(`/api/fleet/requests/${requestId}/rental`, order),
    ride: (more: Partial<Ride> = {}): Ride => ({
      leftAt: '2026-03-02T10:05:00+08:00',
      returnedAt: '2026-03-02T11:50:00+08:00',
      distanceKm: 36,
      costFen: 80_000,
      ...more,
    }),
    request: (role: Role, requestId: string) => world.as(role).call(actions.readRequest, { requestId }),
    rental: (role: Role, rentalId: string) => world.as(role).call(actions.readRental, { rentalId }),
  }
}
