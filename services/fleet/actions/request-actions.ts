import { Type } from 'typebox'
import { Done, download, Id, Moment, Nullable, read, write } from '#kernel/contract/action.ts'
import { sensitive } from '#kernel/contract/sensitive.ts'
import { text } from '#kernel/contract/text.ts'
import { requestFilters } from '../request-row-schema.ts'
import { Instead, Passengers, RequestDetail, RequestId, SheetFormat, Why, wishes } from '../request-schema.ts'
import { rateAction } from './rate-action.ts'
import { requestListActions } from './request-list-actions.ts'
import { shuttleActions } from './shuttle-actions.ts'

const requestPath = '/fleet/requests/:requestId' as const
const { purpose, reason, origin, destination, reach, way, luggage, mayPool, contactPhone } = wishes

/** A ride of before, from which the next starts. */
const Earlier = Type.Object({
  purpose,
  reason,
  passengers: Passengers,
  origin,
  stops: Type.Array(Type.String()),
  destination,
  reach,
  distanceKm: Nullable(Type.Integer()),
  way,
  /** From leaving to being free again. */
  minutes: Type.Integer(),
  luggage: Type.String(),
  mayPool: Type.Boolean(),
})

/** What of requests the server does; the handlers stand under the same names in `server/requests/`. */
export const requestActions = {
  ...requestListActions,
  ...shuttleActions,
  readRequestDefaults: read({
    path: '/fleet/requests/defaults',
    permission: 'fleet.request',
    input: Type.Object({}),
    output: Type.Object({
      personId: Nullable(Id),
      name: Type.String(),
      unit: Nullable(Type.String()),
      phone: sensitive('phone'),
      /** One a destination, the latest first. */
      places: Type.Array(Earlier),
      /** The most frequent of the own rides, then of the unit's. */
      usual: Nullable(Type.Object({ purpose, origin, passengers: Passengers, way })),
      /** The desk may ask for somebody else. */
      mayAskForOthers: Type.Boolean(),
    }),
    summary: text('申请用车的默认内容', 'What one’s next request begins with'),
  }),
  readOffers: read({
    path: '/fleet/requests/offers',
    permission: 'fleet.request',
    input: Type.Object({
      origin,
      destination,
      reach,
      from: Moment,
      to: Moment,
      passengers: Passengers,
      distanceKm: Type.Optional(Type.Integer({ minimum: 1, maximum: 5000 })),
      way: Type.Optional(way),
      luggage,
      mayPool,
      /** Of a request that stands already; not offered to itself. */
      except: Type.Optional(Id),
    }),
    output: Type.Object({
      shuttles: Type.Array(
        Type.Object({
          lineId: Id,
          name: Type.String(),
          getOn: Type.String(),
          getOff: Type.String(),
          leavesAt: Moment,
          arrivesAt: Moment,
        }),
      ),
      pools: Type.Array(
        Type.Object({
          requestId: Id,
          /** Whose trip it is; what for is nobody else’s business. */
          whose: Type.String(),
          origin: Type.String(),
          destination: Type.String(),
          from: Moment,
          to: Moment,
          seatsLeft: Type.Integer(),
          plate: Nullable(Type.String()),
          sameDestination: Type.Boolean(),
        }),
      ),
      taxi: Nullable(Type.Object({ capFen: Type.Integer() })),
    }),
    summary: text('可改乘班车、拼车或打车', 'A shuttle, a shared ride or a taxi instead'),
  }),
  submitRequest: write({
    path: '/fleet/requests',
    permission: 'fleet.request',
    input: Type.Object({
      ...wishes,
      /** Asks to ride along with this request. */
      poolWith: Type.Optional(Id),
      instead: Type.Optional(Instead),
      /** For somebody else, by telephone; needs `fleet.dispatch`. */
      forPersonId: Type.Optional(Id),
    }),
    output: Type.Object({ id: Id, number: Type.String(), state: Type.String() }),
    summary: text('申请用车', 'Ask for a vehicle'),
  }),
  exportRequests: download({
    path: '/fleet/requests/export',
    permission: 'fleet.read-requests',
    input: Type.Object({ ...requestFilters, format: SheetFormat }),
    summary: text('导出用车申请', 'Export requests'),
  }),
  readRequest: read({
    path: requestPath,
    permission: 'fleet.read-requests',
    input: Type.Object({ requestId: RequestId }),
    output: RequestDetail,
    summary: text('一张用车申请', 'One request'),
  }),
  changeRequest: write({
    method: 'PATCH',
    path: requestPath,
    permission: 'fleet.request',
    input: Type.Object({
      requestId: RequestId,
      /** As it was read; who read an older one changes nothing. */
      version: Type.Integer({ minimum: 1 }),
      luggage,
      mayPool,
      contactPhone,
    }),
    output: Done,
    summary: text('改电话、行李、是否拼车', 'Change phone, luggage, sharing'),
  }),
  resubmitRequest: write({
    path: `${requestPath}/resubmission`,
    permission: 'fleet.request',
    input: Type.Object({ requestId: RequestId, ...wishes }),
    output: Type.Object({ state: Type.String() }),
    summary: text('补充后重新提交', 'Submit again, completed'),
  }),
  withdrawRequest: write({
    path: `${requestPath}/withdrawal`,
    permission: 'fleet.request',
    input: Type.Object({ requestId: RequestId, reason: Type.Optional(Why) }),
    output: Done,
    summary: text('撤回用车申请', 'Withdraw a request'),
  }),
  cancelRequest: write({
    path: `${requestPath}/cancellation`,
    permission: 'fleet.request',
    input: Type.Object({ requestId: RequestId, reason: Why }),
    output: Done,
    summary: text('取消用车', 'Cancel an approved request'),
  }),
  divertRequest: write({
    path: `${requestPath}/diversion`,
    permission: 'fleet.request',
    input: Type.Object({ requestId: RequestId, instead: Instead }),
    output: Done,
    summary: text('改乘班车或打车', 'Take the shuttle or a taxi instead'),
  }),
  remindRequest: write({
    path: `${requestPath}/reminder`,
    permission: 'fleet.request',
    input: Type.Object({ requestId: RequestId }),
    output: Type.Object({ names: Type.Array(Type.String()) }),
    summary: text('催办', 'Remind whoever holds it'),
  }),
  rateRequest: rateAction,
  askPool: write({
    path: `${requestPath}/pool-wish`,
    permission: 'fleet.request',
    input: Type.Object({ requestId: RequestId, withRequestId: Id }),
    output: Type.Object({ id: Id }),
    summary: text('申请拼车', 'Ask to ride along'),
  }),
  answerPool: write({
    path: `${requestPath}/pool-wish/answer`,
    permission: 'fleet.dispatch',
    input: Type.Object({
      requestId: RequestId,
      agree: Type.Boolean(),
      reason: Type.Optional(Why),
    }),
    output: Done,
    summary: text('答复拼车', 'Answer a wish to ride along'),
  }),
} as const
