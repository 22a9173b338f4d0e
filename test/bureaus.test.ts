import { describe, expect, it } from 'vitest'
import { serverModules } from '#app/modules.ts'
import { bookings } from '#engines/bookings/module.ts'
import { type Action, pathParameters } from '#kernel/contract/action.ts'
import { fleet } from '#services/fleet/module.ts'
import { tripStory } from '#services/fleet/server/trips/trip-story.ts'
import { meetings } from '#services/meetings/module.ts'
import { repairs } from '#services/repairs/module.ts'
import { approvalStory } from './approval-story.ts'
import { useWorld, type World } from './harness.ts'

/** Where the ids in addresses live. */
const tables: Record<string, string> = {
  tokenId: 'kernel.token',
  accountId: 'kernel.member',
  sessionId: 'kernel.session',
  fileId: 'kernel.file',
  viewId: 'kernel.saved_view',
  runId: 'kernel.import_run',
  unitId: 'directory.unit',
  personId: 'directory.person',
  campusId: 'directory.campus',
  siteId: 'directory.site',
  roomId: 'directory.room',
  objectId: 'directory.site',
  documentId: 'standards.document',
  versionId: 'standards.version',
  proposalId: 'standards.proposal',
  nodeId: 'standards.node',
  plannedId: 'standards.planned',
  valueId: 'rules.rule_value',
  itemId: 'catalogue.item',
  handbookId: 'catalogue.handbook',
  orderId: 'orders.service_order',
  costId: 'orders.cost',
  followUpId: 'orders.follow_up',
  complaintId: 'orders.complaint',
  reportId: 'reports.report',
  sectionId: 'reports.section',
  benchmarkId: 'reports.benchmark',
  codeId: 'repairs.place_code',
  omissionId: 'repairs.omission',
  holdId: 'privacy.hold',
  requestId: 'privacy.request',
  notificationId: 'notifications.notification',
  mailboxId: 'notifications.mailbox',
  deliveryId: 'notifications.delivery',
  webhookId: 'webhooks.endpoint',
  providerId: 'sso.provider',
  linkId: 'sso.link',
  resourceId: 'bookings.resource',
  bookingId: 'bookings.booking',
  seriesId: 'bookings.series',
  blackoutId: 'bookings.blackout',
  meetingId: 'bookings.booking',
  taskId: 'meetings.task',
  usualId: 'meetings.usual_attendant',
  leaseId: 'meetings.lease',
  accessoryId: 'bookings.resource',
  participantId: 'meetings.participant',
  eventId: 'meetings.major_event',
  milestoneId: 'meetings.milestone',
  guestId: 'meetings.event_guest',
  approvalId: 'approvals.approval',
  routeId: 'approvals.route',
  substituteId: 'approvals.substitute',
  vehicleId: 'fleet.vehicle',
  driverId: 'fleet.driver',
  tripId: 'fleet.trip',
  readingId: 'fleet.odometer_reading',
  paperId: 'fleet.vehicle_paper',
  planId: 'fleet.maintenance_plan',
  recordId: 'fleet.maintenance_record',
  checkId: 'fleet.etiquette_check',
  accidentId: 'fleet.accident',
  violationId: 'fleet.violation',
  absenceId: 'fleet.driver_absence',
  acquisitionId: 'fleet.acquisition',
  roundId: 'fleet.insurance_round',
  lineId: 'fleet.shuttle_line',
  zoneId: 'fleet.zone',
  toId: 'fleet.zone',
  sealingId: 'fleet.sealing_period',
  publicationId: 'fleet.publication',
  terminalId: 'fleet.terminal',
  opinionId: 'fleet.opinion',
  rentalId: 'fleet.rental',
  supplierId: 'fleet.rental_supplier',
}
/** The same name for another kind of row: `module.name`. */
const own: Record<string, string> = {
  'fleet.requestId': 'fleet.request',
  'fleet.meetingId': 'fleet.safety_meeting',
  'fleet.costId': 'fleet.trip_cost',
}
/** Names in addresses that are not ids of rows: words, years, signed codes. */
const words = new Set([
  'kind',
  'year',
  'day',
  'calendar',
  'metricId',
  'ruleId',
  'code',
  'className',
  'month',
  'entity',
])

const every = serverModules.flatMap(({ module }) =>
  Object.entries(module.actions as Record<string, Action>).map(([key, action]) => ({
    name: `${module.name}.${key}`,
    action,
    tableOf: (name: string) => own[`${module.name}.${name}`] ?? tables[name],
  })),
)
const byId = every.filter(({ action }) => pathParameters(action.path).some((name) => !words.has(name)))

describe('another bureau', () => {
  const world = useWorld()

  it('has a table for every id in an address', () => {
    const unknown = every
      .flatMap(({ action, tableOf }) => pathParameters(action.path).filter((name) => !tableOf(name)))
      .filter((name) => !words.has(name))
    expect([...new Set(unknown)]).toEqual([])
  })

  it('gets 404 for every id of ours, whatever it tries, and changes nothing', async () => {
    const place = await world.ctx('system', (ctx) =>
      ctx.db.selectFrom('directory.site').select('id').where('code', '=', 'P001').executeTakeFirstOrThrow(),
    )
    await world.as('staff').call(repairs.actions.report, {
      siteId: place.id,
      kind: 'PLUMBING_ELECTRIC',
      description: '灯不亮',
      urgency: 'NORMAL',
    })
    const microphones = await world.as('manager').call(bookings.actions.createResource, {
      kind: 'EQUIPMENT',
      code: 'M1',
      name: '无线话筒',
    })
    await world.as('staff').call(bookings.actions.createBooking, {
      title: '碰头会',
      from: '2026-03-03T01:00:00Z',
      to: '2026-03-03T02:00:00Z',
      claims: [{ resourceId: microphones.id }],
    })
    const desk = world.as('dispatcher')
    const days = { fromDay: '2026-03-05', toDay: '2026-03-06' }
    const { id: eventId } = await desk.call(meetings.actions.createEvent, { title: '文博会', ...days })
    await desk.call(meetings.actions.addMilestone, { eventId, title: '搭建', dueOn: '2026-03-04' })
    await desk.call(meetings.actions.addGuests, { eventId, items: [{ name: '张三' }] })
    const story = approvalStory(world)
    await story.route([story.step()])
    await story.ask()
    await story.substitute('manager', 'G004')
    const ids = new Map<string, string>()
    await sendVehicle(world)
    for (const table of new Set([...Object.values(tables), ...Object.values(own)])) {
      const row = await world.ctx('system', (ctx) =>
        ctx.db
          .selectFrom(table as 'directory.site')
          .select('id')
          .limit(1)
          .executeTakeFirst(),
      )
      // A kind of row the small world has none of stands in as an id nobody has.
      ids.set(table, row?.id ?? place.id)
    }
    const events = () =>
      world.ctx('system', (ctx) =>
        ctx.db
          .selectFrom('kernel.event')
          .select((row) => row.fn.countAll<number>().as('count'))
          .executeTakeFirstOrThrow(),
      )
    const before = await events()
    for (const { name, action, tableOf } of byId) {
      let path: string = action.path
      for (const parameter of pathParameters(action.path))
        path = path.replace(`:${parameter}`, ids.get(tableOf(parameter) ?? '') ?? 'x')
      for (const role of ['admin', 'manager', 'dispatcher', 'worker', 'staff'] as const) {
        const caller = world.other.as(role)
        const url = `/api${path}`
        const answer =
          action.method === 'GET'
            ? await caller.get(url)
            : action.upload
              ? await caller.upload(url, 'x.csv', Buffer.from('x'))
              : await { POST: caller.post, PATCH: caller.patch, PUT: caller.put, DELETE: caller.delete }[
                  action.method
                ](url)
        // 400: the input lacked something before the id was looked at. Never a success, never "forbidden for you".
        expect(
          [400, 403, 404, 422],
          `${name} ${role} ${answer.status} ${JSON.stringify(answer.body)}`,
        ).toContain(answer.status)
        if (action.method === 'GET' && answer.status === 200)
          throw new Error(`${name} shows another bureau's row`)
      }
    }
    expect(await events()).toEqual(before)
  })
})

/** A small fleet with one trip that somebody asked for. */
async function sendVehicle(world: World): Promise<void> {
  const story = tripStory(world)
  const { vehicles, drivers } = await story.furnish()
  const { id } = await story.request()
  await story.dispatch(vehicles[0]!, drivers[0]!, [id])
  const said = { kind: 'PROPOSAL', topic: 'REFORM', words: '错峰用车' } as const
  await world.as('staff').call(fleet.actions.giveOpinion, said)
}
