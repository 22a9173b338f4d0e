import { Type } from 'typebox'
import { Day, download, Id, Moment, Nullable, PageOf, paging, read } from '#kernel/contract/action.ts'
import { text } from '#kernel/contract/text.ts'
import {
  Alternative,
  Blackout,
  BookingDetail,
  BookingRow,
  Format,
  GridItem,
  Headcount,
  Kind,
  OffDays,
  Policy,
  RankName,
  ResourceRow,
  ScopeName,
  SeriesDate,
  StateName,
  Words,
} from './schema.ts'

const resourceFilters = {
  kind: Type.Optional(Kind),
  siteId: Type.Optional(Id),
  /** Takes so many persons. */
  capacity: Type.Optional(Headcount),
  /** Has all of these. */
  features: Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 50 }), { maxItems: 20 })),
  search: Words,
  closed: Type.Optional(Type.Boolean()),
}

export const bookingFilters = {
  search: Words,
  state: Type.Optional(Type.Array(StateName, { maxItems: 7 })),
  kind: Type.Optional(Kind),
  line: Type.Optional(Type.String({ maxLength: 30 })),
  resourceId: Type.Optional(Id),
  unitId: Type.Optional(Id),
  seriesId: Type.Optional(Id),
  rank: Type.Optional(RankName),
  mine: Type.Optional(Type.Boolean()),
  /** Day it begins, inclusive. */
  from: Type.Optional(Day),
  to: Type.Optional(Day),
}

/** What people look at. */
export const readActions = {
  listResources: read({
    path: '/bookings/resources',
    permission: 'bookings.read',
    input: Type.Object({ ...paging, ...resourceFilters }),
    output: PageOf(ResourceRow),
    summary: text('可预订的资源', 'What can be booked'),
  }),
  exportResources: download({
    path: '/bookings/resources/export',
    permission: 'bookings.read',
    input: Type.Object({ ...resourceFilters, format: Format }),
    summary: text('导出资源', 'Export resources'),
  }),
  readPolicy: read({
    path: '/bookings/resources/:resourceId/policy',
    permission: 'bookings.read',
    input: Type.Object({ resourceId: Id }),
    output: Type.Object({
      name: Type.String(),
      resource: ResourceRow,
      policy: Policy,
      units: Type.Array(Type.Object({ id: Id, name: Type.String() })),
      changedBy: Type.String(),
      blackouts: Type.Array(Blackout),
    }),
    summary: text('资源的预订规则和停用时间', 'Rules and closing times of a resource'),
  }),
  findFree: read({
    path: '/bookings/free',
    permission: 'bookings.read',
    input: Type.Object({ ...resourceFilters, from: Moment, to: Moment }),
    output: Type.Object({ items: Type.Array(ResourceRow) }),
    summary: text('这段时间空闲的资源', 'What is free at a time'),
  }),
  readGrid: read({
    path: '/bookings/grid',
    permission: 'bookings.read',
    input: Type.Object({
      kind: Kind,
      from: Day,
      /** The last day shown; 42 days at most. */
      to: Type.Optional(Day),
      siteId: Type.Optional(Id),
      resourceId: Type.Optional(Type.Array(Id, { maxItems: 200 })),
    }),
    output: Type.Object({
      resources: Type.Array(ResourceRow),
      items: Type.Array(GridItem),
      blackouts: Type.Array(Blackout),
    }),
    summary: text('占用图', 'The grid of what is taken'),
  }),
  listBookings: read({
    path: '/bookings',
    permission: 'bookings.read',
    input: Type.Object({ ...paging, ...bookingFilters }),
    output: PageOf(BookingRow),
    summary: text('预订', 'Bookings'),
  }),
  exportBookings: download({
    path: '/bookings/export',
    permission: 'bookings.read',
    input: Type.Object({ ...bookingFilters, format: Format }),
    summary: text('导出预订', 'Export bookings'),
  }),
  readBooking: read({
    path: '/bookings/:bookingId',
    permission: 'bookings.read',
    input: Type.Object({ bookingId: Id }),
    output: BookingDetail,
    summary: text('一个预订', 'One booking'),
  }),
  previewSeries: read({
    path: '/bookings/series/preview',
    permission: 'bookings.book',
    input: Type.Object({
      from: Moment,
      to: Moment,
      rule: Type.String({ minLength: 6, maxLength: 500 }),
      offDays: OffDays,
      resourceId: Type.Array(Id, { minItems: 1, maxItems: 30 }),
      /** So many of each, in the order of `resourceId`; 1 where there is none. */
      quantity: Type.Optional(Type.Array(Type.Integer({ minimum: 1, maximum: 10_000 }), { maxItems: 30 })),
      headcount: Type.Optional(Headcount),
      /** A booking that is to become the series: it does not clash with itself. */
      bookingId: Type.Optional(Id),
    }),
    output: Type.Object({ dates: Type.Array(SeriesDate), clashes: Type.Integer() }),
    summary: text('预览系列的每个日期', 'Preview every date of a series'),
  }),
  previewMove: read({
    path: '/bookings/:bookingId/move/preview',
    permission: 'bookings.book',
    input: Type.Object({
      bookingId: Id,
      scope: ScopeName,
      from: Type.Optional(Moment),
      to: Type.Optional(Moment),
      /** One resource for another. */
      swapFrom: Type.Optional(Id),
      swapTo: Type.Optional(Id),
    }),
    output: Type.Object({ dates: Type.Array(SeriesDate), clashes: Type.Integer() }),
    summary: text('预览系列改时间地点后的每个日期', 'Preview every date of a series once it is moved'),
  }),
  previewDisplacement: read({
    path: '/bookings/:bookingId/displacement/preview',
    permission: 'bookings.displace',
    input: Type.Object({ bookingId: Id }),
    output: Type.Object({
      givingWay: Type.Array(
        Type.Object({
          booking: BookingRow,
          /** The resource it gives up and another can stand in for; null where nothing can be offered. */
          insteadOf: Nullable(Id),
          /** Where it may go, the first is what is offered unless somebody chooses. */
          places: Type.Array(Alternative),
        }),
      ),
    }),
    summary: text('预览谁会让位、可以改到哪里', 'Preview who would give way, and where to'),
  }),
  listAlternatives: read({
    path: '/bookings/alternatives',
    permission: 'bookings.book',
    input: Type.Object({
      resourceId: Type.Array(Id, { minItems: 1, maxItems: 30 }),
      from: Moment,
      to: Moment,
      headcount: Type.Optional(Headcount),
    }),
    output: Type.Object({ items: Type.Array(Alternative) }),
    summary: text('别的时间和地点', 'Other times and places'),
  }),
}
