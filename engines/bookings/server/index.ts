import { implement } from '#kernel/server-module.ts'
import { bookings } from '../module.ts'
import { acceptOffer, declineOffer } from './answer-offer.ts'
import { blackOut, liftBlackout } from './blackouts.ts'
import { cancelBooking } from './cancel-booking.ts'
import { changeBooking } from './change-booking.ts'
import { checkIn, endBooking } from './check-in.ts'
import { bookGenerally } from './create-booking.ts'
import { bookSeries } from './create-series.ts'
import { displaceBookings } from './displace-bookings.ts'
import { listAlternatives } from './find-alternatives.ts'
import { exportBookings, listBookings } from './list-bookings.ts'
import { exportResources, findFree, listResources } from './list-resources.ts'
import { leaveSeries, makeSeries } from './make-series.ts'
import { moveBooking } from './move-booking.ts'
import { bookingsPersonal, bookingsRetention } from './personal.ts'
import { previewDisplacement } from './preview-displacement.ts'
import { previewMove, previewSeries } from './preview-series.ts'
import { readBooking } from './read-booking.ts'
import { readGrid } from './read-grid.ts'
import { releaseAbsent } from './release-absent.ts'
import { resumeDate } from './resume-date.ts'
import { readPolicy, setPolicy } from './set-policy.ts'
import { tellOfBookings } from './tell-bookings.ts'
import { changeResource, createResource } from './write-resource.ts'

/** The bookings on the server. */
export const bookingsServer = implement(bookings, {
  migrations: new URL('../migrations', import.meta.url).pathname,
  actions: {
    listResources,
    exportResources,
    readPolicy,
    findFree,
    readGrid,
    listBookings,
    exportBookings,
    readBooking,
    previewSeries,
    previewMove,
    previewDisplacement,
    listAlternatives,
    createBooking: bookGenerally,
    changeBooking,
    moveBooking,
    cancelBooking,
    checkIn,
    endBooking,
    createSeries: bookSeries,
    makeSeries,
    leaveSeries,
    resumeDate,
    displaceBookings,
    acceptOffer,
    declineOffer,
    createResource,
    changeResource,
    setPolicy,
    blackOut,
    liftBlackout,
  },
  on: tellOfBookings,
  jobs: { 'release-absent': releaseAbsent },
  personal: bookingsPersonal,
  retention: bookingsRetention,
})
