import { Type } from 'typebox'
import { Day, Done, Id, Moment, Nothing, Nullable, read, TextPair, write } from '#kernel/contract/action.ts'
import { text } from '#kernel/contract/text.ts'
import { Board, BoardTrip, DayPlan, Proposal, ReachName, Reason, Words, ZoneRow } from '../dispatch-schema.ts'

const tripPath = '/fleet/trips/:tripId' as const
const zone = {
  name: Type.String({ minLength: 1, maxLength: 60, pattern: '\\S' }),
  words: Type.Array(Type.String({ minLength: 1, maxLength: 60 }), { maxItems: 50 }),
  reach: ReachName,
  base: Type.Boolean(),
}

/** The board: who drives what when; proposals, emergencies, the plan of a day, places and distances. */
export const dispatchActions = {
  readBoard: read({
    path: '/fleet/board',
    permission: 'fleet.read-board',
    input: Type.Object({ day: Day }),
    output: Board,
    summary: text('派车台的一天', 'The dispatch board of a day'),
  }),
  readBoardTrip: read({
    path: '/fleet/board/trips/:tripId',
    permission: 'fleet.read-board',
    input: Type.Object({ tripId: Id }),
    output: BoardTrip,
    summary: text('派车台上的一张派车单', 'One trip of the board'),
  }),
  listProposals: read({
    path: '/fleet/requests/:requestId/proposals',
    permission: 'fleet.dispatch',
    input: Type.Object({
      requestId: Id,
      /** With this vehicle, with this driver only. */
      vehicleId: Type.Optional(Id),
      driverId: Type.Optional(Id),
    }),
    output: Type.Object({ items: Type.Array(Proposal) }),
    summary: text('派车建议和理由', 'Proposals for a request, with their reasons'),
  }),
  assignTrip: write({
    path: '/fleet/trips',
    permission: 'fleet.dispatch',
    input: Type.Object({
      requestIds: Type.Array(Id, { minItems: 1, maxItems: 20, uniqueItems: true }),
      vehicleId: Id,
      driverId: Id,
      /** Absent: the time of the requests. */
      from: Type.Optional(Moment),
      to: Type.Optional(Moment),
      /** Overrules what is warned of. */
      note: Type.Optional(Words),
    }),
    output: Type.Object({
      id: Id,
      number: Type.String(),
      warnings: Type.Array(Type.Object({ code: Type.String(), words: TextPair })),
    }),
    summary: text('派车', 'Assign a vehicle and a driver'),
  }),
  rearrangeTrip: write({
    path: `${tripPath}/rearrangement`,
    permission: 'fleet.dispatch',
    input: Type.Object({
      tripId: Id,
      vehicleId: Type.Optional(Id),
      driverId: Type.Optional(Id),
      from: Type.Optional(Moment),
      to: Type.Optional(Moment),
      note: Type.Optional(Words),
    }),
    output: Done,
    summary: text('换车、换驾驶员、改时间', 'Another vehicle, driver or time'),
  }),
  addToTrip: write({
    path: `${tripPath}/requests`,
    permission: 'fleet.dispatch',
    input: Type.Object({ tripId: Id, requestId: Id, note: Type.Optional(Words) }),
    output: Done,
    summary: text('拼入派车单', 'Take one more request along'),
  }),
  takeOutOfTrip: write({
    path: `${tripPath}/requests/:requestId/removal`,
    permission: 'fleet.dispatch',
    input: Type.Object({ tripId: Id, requestId: Id, reason: Reason }),
    output: Done,
    summary: text('移出派车单', 'Take a request out of its trip'),
  }),
  cancelTrip: write({
    path: `${tripPath}/cancellation`,
    permission: 'fleet.dispatch',
    input: Type.Object({
      tripId: Id,
      reason: Reason,
      /** What becomes of its requests. */
      requests: Type.Union([Type.Literal('QUEUE'), Type.Literal('CANCEL')]),
    }),
    output: Done,
    summary: text('取消派车单', 'Cancel a trip'),
  }),
  takeForEmergency: write({
    path: '/fleet/requests/:requestId/precedence',
    permission: 'fleet.dispatch',
    input: Type.Object({ requestId: Id, vehicleId: Id, driverId: Id, reason: Reason }),
    output: Type.Object({
      id: Id,
      number: Type.String(),
      displaced: Type.Array(
        Type.Object({ requestId: Id, number: Type.String(), offered: Nullable(Proposal) }),
      ),
    }),
    summary: text('应急优先用车', 'An emergency takes precedence'),
  }),
  planDay: write({
    path: '/fleet/day-plans',
    permission: 'fleet.dispatch',
    input: Type.Object({
      day: Day,
      /** OPEN: what is assigned stays; WHOLE: all anew, to compare. */
      scope: Type.Union([Type.Literal('OPEN'), Type.Literal('WHOLE')]),
      /** How long the solver may look, in seconds. */
      seconds: Type.Optional(Type.Integer({ minimum: 1, maximum: 10 })),
    }),
    output: Type.Object({ id: Id }),
    summary: text('求一天的最优排车', 'Plan a day'),
  }),
  readDayPlan: read({
    path: '/fleet/day-plans/:planId',
    permission: 'fleet.read-board',
    input: Type.Object({ planId: Id }),
    output: DayPlan,
    summary: text('排车方案与现有派车的对比', 'A plan beside what was decided'),
  }),
  listDayPlans: read({
    path: '/fleet/day-plans',
    permission: 'fleet.read-board',
    input: Type.Object({ day: Day }),
    output: Type.Object({
      items: Type.Array(
        Type.Object({ id: Id, scope: Type.String(), askedAt: Moment, askedBy: Type.String() }),
      ),
    }),
    summary: text('一天的排车方案', 'The plans of a day'),
  }),
  acceptDayPlan: write({
    path: '/fleet/day-plans/:planId/acceptance',
    permission: 'fleet.dispatch',
    input: Type.Object({
      planId: Id,
      /** Absent: all of it. */
      keys: Type.Optional(Type.Array(Type.String({ maxLength: 60 }), { maxItems: 500 })),
      note: Type.Optional(Words),
    }),
    output: Type.Object({
      items: Type.Array(
        Type.Object({
          key: Type.String(),
          tripId: Nullable(Id),
          number: Nullable(Type.String()),
          refused: Nullable(Type.String()),
        }),
      ),
    }),
    summary: text('采用排车方案', 'Accept a plan, whole or row by row'),
  }),
  listZones: read({
    path: '/fleet/zones',
    permission: 'fleet.read-board',
    input: Nothing,
    output: Type.Object({
      items: Type.Array(ZoneRow),
      distances: Type.Array(
        Type.Object({ fromId: Id, toId: Id, km: Type.Integer(), minutes: Type.Integer() }),
      ),
      mayKeep: Type.Boolean(),
    }),
    summary: text('常去地点和里程', 'Places and distances'),
  }),
  createZone: write({
    path: '/fleet/zones',
    permission: 'fleet.dispatch',
    input: Type.Object(zone),
    output: Type.Object({ id: Id }),
    summary: text('添加地点', 'Add a place'),
  }),
  changeZone: write({
    method: 'PUT',
    path: '/fleet/zones/:zoneId',
    permission: 'fleet.dispatch',
    input: Type.Object({ zoneId: Id, ...zone }),
    output: Done,
    summary: text('修改地点', 'Change a place'),
  }),
  closeZone: write({
    path: '/fleet/zones/:zoneId/closure',
    permission: 'fleet.dispatch',
    input: Type.Object({ zoneId: Id }),
    output: Done,
    summary: text('停用地点', 'Close a place'),
  }),
  setDistance: write({
    method: 'PUT',
    path: '/fleet/zones/:zoneId/distances/:toId',
    permission: 'fleet.dispatch',
    input: Type.Object({
      zoneId: Id,
      toId: Id,
      km: Type.Integer({ minimum: 0, maximum: 5000 }),
      minutes: Type.Integer({ minimum: 1, maximum: 6000 }),
    }),
    output: Done,
    summary: text('填写两地里程', 'Set the distance between two places'),
  }),
} as const
