import { Type } from 'typebox'
import { Done, Id, Line, Moment, Nullable, write } from '#kernel/contract/action.ts'
import { text } from '#kernel/contract/text.ts'
import {
  BookingRow,
  bookingInput,
  ClaimInputs,
  DateChoice,
  Headcount,
  Reason,
  ScopeName,
  Swap,
  seriesInput,
} from './schema.ts'

const bookingPath = '/bookings/:bookingId' as const
const ofBooking = { bookingId: Id }
const scope = Type.Optional(ScopeName)

/** What people do with bookings. */
export const bookActions = {
  createBooking: write({
    path: '/bookings',
    permission: 'bookings.book',
    input: Type.Object(bookingInput),
    output: BookingRow,
    summary: text('预订', 'Book'),
  }),
  changeBooking: write({
    method: 'PATCH',
    path: bookingPath,
    permission: 'bookings.book',
    input: Type.Object({
      ...ofBooking,
      scope,
      title: Type.Optional(Line),
      private: Type.Optional(Type.Boolean()),
      headcount: Type.Optional(Nullable(Headcount)),
    }),
    output: Type.Object({ changed: Type.Integer() }),
    summary: text('修改名称等说明，不影响时间地点', 'Change title and details, not time or place'),
  }),
  moveBooking: write({
    path: `${bookingPath}/move`,
    permission: 'bookings.book',
    input: Type.Object({
      ...ofBooking,
      scope,
      from: Type.Optional(Moment),
      to: Type.Optional(Moment),
      claims: Type.Optional(ClaimInputs),
      /** Instead of `claims`: one resource for another, the rest stays. */
      swap: Type.Optional(Swap),
      /** For `following` and `all`: what becomes of dates that clash, by the day of the rule once it is moved. */
      choices: Type.Optional(Type.Array(DateChoice, { maxItems: 400 })),
    }),
    output: Type.Object({ moved: Type.Integer(), skipped: Type.Integer() }),
    summary: text('更改时间或地点', 'Move to another time or place'),
  }),
  cancelBooking: write({
    path: `${bookingPath}/cancellation`,
    permission: 'bookings.book',
    input: Type.Object({ ...ofBooking, scope, reason: Reason }),
    output: Type.Object({ cancelled: Type.Integer() }),
    summary: text('取消', 'Cancel'),
  }),
  checkIn: write({
    path: `${bookingPath}/check-in`,
    permission: 'bookings.book',
    input: Type.Object(ofBooking),
    output: Done,
    summary: text('签到', 'Check in'),
  }),
  endBooking: write({
    path: `${bookingPath}/end`,
    permission: 'bookings.book',
    input: Type.Object(ofBooking),
    output: Done,
    summary: text('提前结束，其余时间空出', 'End early and give back the rest'),
  }),
  createSeries: write({
    path: '/bookings/series',
    permission: 'bookings.book',
    input: Type.Object({
      ...bookingInput,
      ...seriesInput,
      choices: Type.Optional(Type.Array(DateChoice, { maxItems: 400 })),
    }),
    output: Type.Object({ seriesId: Id, booked: Type.Integer(), skipped: Type.Integer() }),
    summary: text('预订一个系列', 'Book a series'),
  }),
  makeSeries: write({
    path: `${bookingPath}/series`,
    permission: 'bookings.book',
    input: Type.Object({
      ...ofBooking,
      ...seriesInput,
      choices: Type.Optional(Type.Array(DateChoice, { maxItems: 400 })),
    }),
    output: Type.Object({ seriesId: Id, booked: Type.Integer(), skipped: Type.Integer() }),
    summary: text('把一次预订变成系列', 'Turn one booking into a series'),
  }),
  leaveSeries: write({
    path: `${bookingPath}/series-exit`,
    permission: 'bookings.book',
    input: Type.Object({
      ...ofBooking,
      /** The other dates still to come are cancelled; else they stay a series. */
      cancelOthers: Type.Optional(Type.Boolean()),
    }),
    output: Type.Object({ cancelled: Type.Integer() }),
    summary: text('把系列中的一次变回单次', 'Turn one date of a series into a single booking'),
  }),
  resumeDate: write({
    path: '/bookings/series/:seriesId/dates',
    permission: 'bookings.book',
    input: Type.Object({ seriesId: Id, day: Type.String({ format: 'date' }) }),
    output: BookingRow,
    summary: text('恢复系列中跳过的日期', 'Take up a skipped date again'),
  }),
  displaceBookings: write({
    path: `${bookingPath}/displacement`,
    permission: 'bookings.displace',
    input: Type.Object({
      ...ofBooking,
      reason: Reason,
      /** Where those that give way are offered a place; absent: the first that fits, else the waiting list. */
      offers: Type.Optional(
        Type.Array(
          Type.Object({
            bookingId: Id,
            claims: ClaimInputs,
            from: Type.Optional(Moment),
            to: Type.Optional(Moment),
          }),
          { maxItems: 30 },
        ),
      ),
    }),
    output: Type.Object({
      displaced: Type.Array(
        Type.Object({
          bookingId: Id,
          offered: Nullable(Type.Object({ resource: Type.String(), from: Moment, to: Moment })),
        }),
      ),
    }),
    summary: text('决定谁让位给这个候补的预订', 'Decide that others give way to this waiting booking'),
  }),
  acceptOffer: write({
    path: `${bookingPath}/offer-acceptance`,
    permission: 'bookings.book',
    input: Type.Object(ofBooking),
    output: Done,
    summary: text('接受改派', 'Accept the place offered'),
  }),
  declineOffer: write({
    path: `${bookingPath}/offer-refusal`,
    permission: 'bookings.book',
    input: Type.Object({ ...ofBooking, reason: Reason }),
    output: Done,
    summary: text('不接受改派', 'Decline the place offered'),
  }),
}
