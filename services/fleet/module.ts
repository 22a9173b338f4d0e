import { defineModule } from '#kernel/contract/module.ts'
import { text } from '#kernel/contract/text.ts'
import { acquisitionStates } from './acquisition-states.ts'
import { accountActions } from './actions/account-actions.ts'
import { dispatchActions } from './actions/dispatch-actions.ts'
import { instrumentActions } from './actions/instrument-actions.ts'
import { opinionActions } from './actions/opinion-actions.ts'
import { registerActions } from './actions/register-actions.ts'
import { rentalActions } from './actions/rental-actions.ts'
import { requestActions } from './actions/request-actions.ts'
import { tripActions } from './actions/trip-actions.ts'
import { fleetEvents } from './event-words.ts'
import { roundStates } from './insurance-words.ts'
import { fleetMenu } from './menu.ts'
import { fleetMetrics } from './metrics.ts'
import { fleetNotices } from './notices.ts'
import { opinionStates } from './opinion-states.ts'
import { fleetPermissions } from './permissions.ts'
import { fleetProblems } from './problems.ts'
import { rentalStates } from './rental-states.ts'
import { absenceStates, driverStates, requestStates, tripStates, vehicleStates } from './states.ts'
import { tripImports, tripJobs } from './trip-jobs.ts'

/** Official vehicles (公务用车): request, approval, dispatch, trip and account, each within the rules and with the rule shown. */
export const fleet = defineModule({
  name: 'fleet',
  title: text('公务用车', 'Official vehicles'),
  dependsOn: [
    'notifications',
    'privacy',
    'feeds',
    'directory',
    'calendar',
    'orders',
    'standards',
    'metrics',
    'reports',
    'bookings',
    'approvals',
    'rules',
  ],
  permissions: fleetPermissions,
  actions: {
    ...registerActions,
    ...requestActions,
    ...dispatchActions,
    ...tripActions,
    ...accountActions,
    ...instrumentActions,
    ...opinionActions,
    ...rentalActions,
  },
  states: {
    vehicle: vehicleStates,
    driver: driverStates,
    absence: absenceStates,
    acquisition: acquisitionStates,
    insuranceRound: roundStates,
    request: requestStates,
    trip: tripStates,
    opinion: opinionStates,
    rental: rentalStates,
  },
  events: fleetEvents,
  menu: fleetMenu,
  metrics: fleetMetrics,
  jobs: { ...tripJobs },
  // Vehicles and drivers first: a sheet of trips names them.
  imports: {
    vehicles: { title: text('车辆', 'Vehicles'), permission: 'fleet.import' },
    drivers: { title: text('驾驶员', 'Drivers'), permission: 'fleet.import' },
    ...tripImports,
  },
  notifications: fleetNotices,
  problems: fleetProblems,
})
