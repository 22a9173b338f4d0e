import { describe, expect, it } from 'vitest'
import { serverModules } from '#app/modules.ts'
import { directory } from '#engines/directory/module.ts'
import { orders } from '#engines/orders/module.ts'
import { traceOf } from '#kernel/audit/leave-trace.ts'
import { type Action, type FileAnswer, pathParameters } from '#kernel/contract/action.ts'
import { allRoles } from '#kernel/contract/roles.ts'
import { kernel } from '#kernel/module.ts'
import { useWorld } from './harness.ts'

const every = serverModules.flatMap(({ module }) =>
  Object.entries(module.actions as Record<string, Action>).map(([key, action]) => ({
    name: `${module.name}.${key}`,
    action,
  })),
)
const downloads = every.filter(({ action }) => action.download)

/** What stands in addresses and is no id of a row. */
const words: Record<string, string> = { kind: 'people', year: '2026', metricId: 'orders.open' }
/** Downloads that hold nobody's data, each with its reason. */
const unrecorded = {
  'kernel.readThumbnail': 'part of the page it stands on, whose reading is judged by itself',
  'kernel.importTemplate': 'an empty sheet',
}

describe('what is taken along or read in clear', () => {
  const world = useWorld()
  const traces = (type: string) =>
    world.ctx('system', (ctx) =>
      ctx.db
        .selectFrom('kernel.event')
        .select(['actor_name', 'after'])
        .where('type', '=', type)
        .orderBy('id')
        .execute(),
    )
  const permissions = new Map(serverModules.flatMap(({ module }) => Object.entries(module.permissions)))
  const callerOf = ({ permission }: Action) =>
    world.as(
      [...allRoles].reverse().find((role) => permissions.get(permission)?.roles.includes(role)) ?? 'admin',
    )

  it('leaves an entry for every download, but for those explained', () => {
    const silent = downloads.filter(({ action }) => !action.recorded).map(({ name }) => name)
    expect(silent.sort()).toEqual(Object.keys(unrecorded).sort())
    const file: FileAnswer = { bytes: new Uint8Array(), mediaType: 'text/csv', fileName: 'x' }
    for (const { name, action } of downloads)
      expect(traceOf(action, name, null)(file, {}) !== null, name).toBe(action.recorded)
  })

  const open = downloads.filter(
    ({ action }) => action.recorded && pathParameters(action.path).every((name) => name in words),
  )
  it.each(open)('$name: who took it, by which filter, how many rows', async ({ name, action }) => {
    let path: string = action.path
    for (const parameter of pathParameters(action.path))
      path = path.replace(`:${parameter}`, words[parameter]!)
    const fields = Object.keys(action.input.properties as object)
    const query = fields.includes('format') ? '?format=csv' : ''
    const answer = await callerOf(action).get(`/api${path}${query}`)
    if (answer.status !== 200) return expect([400, 404, 422], name).toContain(answer.status)
    const left = await traces('kernel.exported')
    expect(left).toHaveLength(1)
    expect(left[0]!.after).toMatchObject({ action: name, filter: expect.any(Object) })
    if (String(answer.headers['content-type']).includes('csv')) {
      const { rows } = left[0]!.after as { rows: number }
      expect(rows).toBeGreaterThanOrEqual(0)
    }
  })

  it('knows how many rows were taken, and by which filter', async () => {
    const bytes = await world
      .as('admin')
      .call(directory.actions.exportPeople, { centre: true, format: 'csv' })
    const lines = bytes.toString().trim().split('\r\n').length - 1
    expect((await traces('kernel.exported'))[0]).toMatchObject({
      after: { action: 'directory.exportPeople', filter: { centre: true }, format: 'csv', rows: lines },
    })
  })

  it('masks telephone numbers in lists, shows one on demand, and records that once an hour', async () => {
    const desk = world.as('dispatcher')
    const { items } = await desk.call(directory.actions.listPeople, { limit: 200 })
    const own = (await desk.call(directory.actions.me, {})).personId
    const numbers = items.filter(({ id, mobile }) => mobile && id !== own)
    expect(numbers.length).toBeGreaterThan(3)
    for (const { mobile } of numbers) expect(mobile).toMatch(/^\d{3}\*{4}\d{4}$|^\*{4}/)
    expect(await traces('kernel.sensitive_read')).toEqual([])
    const staff = (await world.as('staff').call(directory.actions.me, {})).personId
    const personId = numbers.find(({ id }) => id !== staff)!.id
    const show = () => desk.call(directory.actions.readMobile, { personId })
    expect((await show()).mobile).toMatch(/^1\d{10}$/)
    await show()
    const [one, ...more] = await traces('kernel.sensitive_read')
    expect(more).toEqual([])
    expect(one!.after).toEqual({
      action: 'directory.readMobile',
      kind: 'phone',
      count: 1,
      subjects: [personId],
    })
    world.clock.advance({ hours: 1 })
    await show()
    expect(await traces('kernel.sensitive_read')).toHaveLength(2)
    const found = await world.as('auditor').call(kernel.actions.readAudit, { subjectId: personId })
    expect(found.items.filter(({ type }) => type === 'kernel.sensitive_read')).toHaveLength(2)
    expect((await world.as('staff').get(`/api/directory/people/${personId}/mobile`)).status).toBe(404)
  })

  it('does not record who reads the own number, and keeps numbers out of the history', async () => {
    const own = await world.as('staff').call(directory.actions.me, {})
    expect(own.mobile).toMatch(/^1\d{10}$/)
    expect(await traces('kernel.sensitive_read')).toEqual([])
    await world.as('admin').call(directory.actions.changePerson, {
      personId: own.personId!,
      mobile: '13900004321',
    })
    expect((await traces('directory.person_changed'))[0]!.after).toMatchObject({ mobile: '139****4321' })
  })

  it('records the number of a complainant and of a follow-up when it is shown', async () => {
    const desk = world.as('dispatcher')
    const complaint = await desk.call(orders.actions.registerComplaint, {
      channel: 'PHONE',
      about: '食堂',
      words: '太吵',
      complainantName: '老张',
      complainantPhone: '13800002222',
    })
    expect(complaint.complainantPhone).toBe('138****2222')
    const { phone } = await desk.call(orders.actions.readComplaintPhone, { complaintId: complaint.id })
    expect(phone).toBe('13800002222')
    expect((await traces('kernel.sensitive_read')).at(-1)!.after).toMatchObject({ subjects: [complaint.id] })
  })

  it('cannot answer when the record cannot be written', async () => {
    const person = await world.ctx('system', (ctx) =>
      ctx.db
        .selectFrom('directory.person')
        .select('id')
        .where('mobile', 'is not', null)
        .executeTakeFirstOrThrow(),
    )
    const { database } = world.installation
    const original = database.transaction
    database.transaction = async <T>(...[options, work]: Parameters<typeof original<T>>): Promise<T> => {
      if (options.mode === 'write') throw new Error('no room')
      return original.call(database, options, work) as Promise<T>
    }
    try {
      const answer = await world.as('dispatcher').get(`/api/directory/people/${person.id}/mobile`)
      expect(answer.status).toBe(500)
      expect(JSON.stringify(answer.body)).not.toMatch(/1\d{10}/)
    } finally {
      database.transaction = original
    }
  })

  it('marks every telephone number of every answer', () => {
    const unmarked = every.flatMap(({ name, action }) =>
      plainNumbers(action.output, '').map((path) => `${name}${path}`),
    )
    // The pledge tells a requester whom to ring about the own order; no other number stands unmarked.
    expect(unmarked.filter((path) => !path.endsWith('.holder.phone'))).toEqual([])
  })
})

interface Shape {
  properties?: Record<string, object>
  items?: object
  anyOf?: object[]
}

/** Paths of telephone numbers in a schema that are not marked as personal. */
function plainNumbers(schema: object, path: string): string[] {
  const { properties = {}, items, anyOf = [] } = schema as Shape
  return [
    ...Object.entries(properties).flatMap(([name, inner]) =>
      /(phone|mobile)$/i.test(name) && !('x-sensitive' in inner)
        ? [`${path}.${name}`]
        : plainNumbers(inner, `${path}.${name}`),
    ),
    ...(items ? plainNumbers(items, path) : []),
    ...anyOf.flatMap((one) => plainNumbers(one, path)),
  ]
}
