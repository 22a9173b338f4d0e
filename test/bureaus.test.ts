import { describe, expect, it } from 'vitest'
import { serverModules } from '#app/modules.ts'
import { type Action, pathParameters } from '#kernel/contract/action.ts'
import { repairs } from '#services/repairs/module.ts'
import { useWorld } from './harness.ts'

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
}
/** Names in addresses that are not ids of rows: words, years, signed codes. */
const words = new Set(['kind', 'year', 'day', 'calendar', 'metricId', 'code', 'className'])

const every = serverModules.flatMap(({ module }) =>
  Object.entries(module.actions as Record<string, Action>).map(([key, action]) => ({
    name: `${module.name}.${key}`,
    action,
  })),
)
const byId = every.filter(({ action }) => pathParameters(action.path).some((name) => !words.has(name)))

describe('another bureau', () => {
  const world = useWorld()

  it('has a table for every id in an address', () => {
    const unknown = every
      .flatMap(({ action }) => pathParameters(action.path))
      .filter((name) => !words.has(name) && !tables[name])
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
    const ids = new Map<string, string>()
    for (const [name, table] of Object.entries(tables)) {
      const row = await world.ctx('system', (ctx) =>
        ctx.db
          .selectFrom(table as 'directory.site')
          .select('id')
          .limit(1)
          .executeTakeFirst(),
      )
      // A kind of row the small world has none of stands in as an id nobody has.
      ids.set(name, row?.id ?? place.id)
    }
    const events = () =>
      world.ctx('system', (ctx) =>
        ctx.db
          .selectFrom('kernel.event')
          .select((row) => row.fn.countAll<number>().as('count'))
          .executeTakeFirstOrThrow(),
      )
    const before = await events()
    for (const { name, action } of byId) {
      let path: string = action.path
      for (const parameter of pathParameters(action.path))
        path = path.replace(`:${parameter}`, ids.get(parameter) ?? 'x')
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
