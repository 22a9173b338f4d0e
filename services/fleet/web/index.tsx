import type { WebModule } from '#kernel/web/web-module.ts'
import { fleet } from '../module.ts'
import { accountPages } from './account-pages.ts'
import { dispatchPages } from './dispatch-pages.ts'
import { opinionPages } from './opinion-pages.ts'
import { registerPages } from './register-pages.ts'
import { rentalPages } from './rental-pages.ts'
import { requestPages } from './request-pages.ts'
import { tripPages } from './trip-pages.ts'
import { keepsOfFleet } from './trips/driver/kept-reads.ts'

/** The pages of the vehicles, part by part. */
export const web: WebModule = {
  module: fleet,
  pages: [
    ...requestPages,
    ...tripPages,
    ...dispatchPages,
    ...rentalPages,
    ...registerPages,
    ...accountPages,
    ...opinionPages,
  ],
  home: [{ roles: ['staff', 'liaison'], order: 24, load: () => import('./requests/rides-card.tsx') }],
  kept: {
    permission: 'fleet.own-trips',
    reads: keepsOfFleet,
    load: () => import('./trips/driver/keep-my-trips.tsx'),
  },
  live: {
    'fleet.request': ['/fleet'],
    'fleet.trip': ['/fleet'],
    'fleet.rental': ['/fleet'],
    'fleet.vehicle': ['/fleet'],
    'fleet.driver': ['/fleet'],
    'fleet.sealing': ['/fleet/sealings'],
    'fleet.opinion': ['/fleet/opinions'],
    'bookings.resource': ['/fleet'],
  },
}
