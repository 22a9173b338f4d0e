import { joinHandlers } from '#kernel/events/join-handlers.ts'
import { implement } from '#kernel/server-module.ts'
import { joinPersonal } from '#platform/privacy/server/api.ts'
import { fleet } from '../module.ts'
import { accountHandlers, accountMetricHandlers } from './accounts/index.ts'
import { accountPersonal, accountRetention } from './accounts/retention.ts'
import { fillDemo } from './demo.ts'
import { checkDispatches, checkOverdueApprovals } from './dispatch/check-dispatch.ts'
import { followBookings } from './dispatch/follow-bookings.ts'
import { dispatchHandlers, dispatchMetricHandlers } from './dispatch/index.ts'
import { tellDisplaced } from './dispatch/tell-displaced.ts'
import { linkInstruments } from './instruments/link-rules.ts'
import { listInstruments } from './instruments/list-instruments.ts'
import { opinionHandlers, opinionMetricHandlers } from './opinions/index.ts'
import { opinionsPersonal, opinionsRetention } from './opinions/personal.ts'
import { tellOfOpinions } from './opinions/tell-opinions.ts'
import { mayReadRecordFiles, mayReadVehicleFiles } from './register/books-policy.ts'
import { driversImport } from './register/import-drivers.ts'
import { vehiclesImport } from './register/import-vehicles.ts'
import { registerHandlers, registerMetricHandlers } from './register/index.ts'
import { registerPersonal, registerRetention } from './register/personal.ts'
import { tellOfRegister } from './register/tell-register.ts'
import { rentalHandlers, rentalMetricHandlers } from './rentals/index.ts'
import { rentalRetention } from './rentals/personal.ts'
import { ensureRequestRoutes } from './requests/approval/usual-routes.ts'
import { followCancelled } from './requests/follow-cancelled.ts'
import { requestHandlers, requestMetricHandlers } from './requests/index.ts'
import { requestsPersonal, requestsRetention } from './requests/personal.ts'
import { tellOfRequests } from './requests/tell-requests.ts'
import { tripsImport } from './trips/import-trips.ts'
import { tripHandlers, tripMetricHandlers } from './trips/index.ts'
import { tripsPersonal, tripsRetention } from './trips/personal.ts'
import { reconcileNightly } from './trips/reconcile-trips.ts'
import { tellOfTrips } from './trips/tell-trips.ts'
import { mayReadTripFiles, mayReadVehiclePhotos } from './trips/trip-policy.ts'
import { watchLateTrips } from './trips/watch-late-trips.ts'

/** The vehicles on the server. */
export const fleetServer = implement(fleet, {
  migrations: new URL('../migrations', import.meta.url).pathname,
  actions: {
    ...registerHandlers,
    ...requestHandlers,
    ...dispatchHandlers,
    ...tripHandlers,
    ...accountHandlers,
    listInstruments,
    ...opinionHandlers,
    ...rentalHandlers,
  },
  metrics: {
    ...registerMetricHandlers,
    ...requestMetricHandlers,
    ...dispatchMetricHandlers,
    ...tripMetricHandlers,
    ...accountMetricHandlers,
    ...opinionMetricHandlers,
    ...rentalMetricHandlers,
  },
  on: joinHandlers(
    followBookings,
    tellDisplaced,
    tellOfRegister,
    tellOfRequests,
    followCancelled,
    tellOfTrips,
    checkDispatches,
    tellOfOpinions,
    {
      'kernel.bureau_created': [ensureRequestRoutes, linkInstruments],
    },
  ),
  jobs: {
    'watch-late-trips': watchLateTrips,
    'reconcile-trips': async (ctx) => {
      await reconcileNightly(ctx)
      await checkOverdueApprovals(ctx)
    },
    'link-instruments': linkInstruments,
  },
  imports: { vehicles: vehiclesImport, drivers: driversImport, trips: tripsImport },
  mayReadFiles: {
    'fleet.vehicle': mayReadVehicleFiles,
    'fleet.maintenance_record': mayReadRecordFiles,
    'fleet.trip': mayReadTripFiles,
    'fleet.sealing': mayReadVehiclePhotos,
    'fleet.parking_check': mayReadVehiclePhotos,
    'fleet.safety_meeting': async (ctx) => ctx.has('fleet.read-safety'),
  },
  personal: joinPersonal(
    registerPersonal,
    requestsPersonal,
    tripsPersonal,
    accountPersonal,
    opinionsPersonal,
  ),
  retention: [
    ...registerRetention,
    ...requestsRetention,
    ...tripsRetention,
    ...accountRetention,
    ...opinionsRetention,
    ...rentalRetention,
  ],
  demo: fillDemo,
})
