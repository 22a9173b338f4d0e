import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { approvals } from '#engines/approvals/module.ts'
import { ensureResource } from '#engines/bookings/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import type { Action, InputOf } from '#kernel/contract/action.ts'
import { addressOf } from '#kernel/contract/client.ts'
import type { Role } from '#kernel/contract/roles.ts'
import { readSheet } from '#kernel/sheets/read-sheet.ts'
import { useWorld } from '#test/harness.ts'
import { fleet } from '../module.ts'
import { furnishFleet } from './furnish-fleet.ts'
import { requestStory } from './requests/test-story.ts'

const { actions } = fleet
/** Seven rows in four places, not in the order of their ids: every order has ties. */
const places = [0, 1, 3, 1, 2, 0, 2]
const day = (place: number) => `2026-01-1${place}`
const moment = (place: number) => new Date(`${day(place)}T09:00:00+08:00`)
/** What a spreadsheet would calculate. */
const formula = '=HYPERLINK("http://x.cn")'

interface ListCase {
  list: Action
  exportTo: Action
  role: Role
  /** By what of a row each order stands. */
  sorts: Readonly<Record<string, string>>
  /** The column of the sheet that tells rows apart, and what it is in the list. */
  heading: string
  name: string
  /** Narrows seven rows to fewer. */
  filter?: Readonly<Record<string, unknown>>
  furnish: (ctx: Ctx, place: number, n: number) => Promise<unknown>
}

const lists: Readonly<Record<string, ListCase>> = {
  vehicles: {
    list: actions.listVehicles,
    exportTo: actions.exportVehicles,
    role: 'dispatcher',
    sorts: {
      plate: 'plate',
      seats: 'seats',
      bought: 'purchasedOn',
      price: 'priceFen',
    },
    heading: '车牌号',
    name: 'plate',
    filter: { pool: 'EMERGENCY' },
    furnish: async (ctx, place, n) => {
      const plate = `粤B3000${(n * 3) % 7}`
      const id = await ensureResource(ctx, {
        kind: 'VEHICLE',
        code: plate,
        name: plate,
        capacity: 4,
        href: '/',
      })
      await sql`insert into fleet.vehicle (id, plate, class, body, model, energy, price_fen, purchased_on, seats, pool, state)
        values (${id}, ${plate}, 'EMERGENCY_SUPPORT', 'CAR', ${formula}, 'PETROL', ${9_000_000 - place}, ${day(place)},
          ${5 + place}, ${place < 2 ? 'EMERGENCY' : 'CENTRE'}, 'IN_USE')`.execute(ctx.db)
    },
  },
  drivers: {
    list: actions.listDrivers,
    exportTo: actions.exportDrivers,
    role: 'dispatcher',
    sorts: {
      staffNo: 'staffNo',
      until: 'licenceUntil',
    },
    heading: '工号',
    name: 'staffNo',
    filter: { licence: ['A1'] },
    furnish: async (ctx, place, n) => {
      const staffNo = `D100${(n * 3) % 7}`
      const id = await ensureResource(ctx, { kind: 'DRIVER', code: staffNo, name: staffNo, href: '/' })
      await sql`insert into fleet.driver (id, staff_no, name, licence_class, licence_until, state)
        values (${id}, ${staffNo}, ${formula}, ${place < 2 ? 'A1' : 'C1'}, ${`2030-01-1${place}`}, 'ACTIVE')`.execute(
        ctx.db,
      )
    },
  },
  requests: {
    list: actions.listRequests,
    exportTo: actions.exportRequests,
    role: 'auditor',
    sorts: {
      start: 'from',
      submitted: 'submittedAt',
    },
    heading: '编号',
    name: 'number',
    filter: { from: day(0), to: day(1) },
    furnish: (ctx, place, n) => insertRequest(ctx, place, `YC-20260110-000${n}`),
  },
  trips: {
    list: actions.listTrips,
    exportTo: actions.exportTrips,
    role: 'auditor',
    sorts: {
      start: 'from',
      number: 'number',
      km: 'distanceKm',
    },
    heading: '派车单号',
    name: 'number',
    filter: { state: ['COMPLETED'] },
    furnish: insertTrip,
  },
  'parking checks': {
    list: actions.listParkingChecks,
    exportTo: actions.exportParkingChecks,
    role: 'auditor',
    sorts: { at: 'at' },
    heading: '备注',
    name: 'note',
    filter: { elsewhere: true },
    furnish: (ctx, place, n) =>
      sql`insert into fleet.parking_check (vehicle_id, at, place, elsewhere, note, by_name)
        select id, ${moment(place)}, ${formula}, ${place < 2}, ${`第${n}辆`}, '门卫' from fleet.vehicle
        order by plate limit 1`.execute(ctx.db),
  },
  acquisitions: {
    list: actions.listAcquisitions,
    exportTo: actions.exportAcquisitions,
    role: 'auditor',
    sorts: {
      asked: 'askedAt',
      price: 'priceFen',
    },
    heading: '编号',
    name: 'number',
    filter: { state: ['REFUSED'] },
    furnish: (ctx, place, n) =>
      sql`insert into fleet.acquisition (number, class, body, energy, price_fen, seats, pool, reason, unit_id, asked_by,
          asked_at, state)
        select ${`GZ-${n}`}, 'EMERGENCY_SUPPORT', 'CAR', 'PETROL', ${9_000_000 - place}, 5, 'CENTRE', ${formula}, id,
          '车管员', ${moment(place)}, ${place < 2 ? 'REFUSED' : 'WITHDRAWN'}
        from directory.unit where code = 'U001'`.execute(ctx.db),
  },
  'insurance rounds': {
    list: actions.listRounds,
    exportTo: actions.exportRounds,
    role: 'auditor',
    sorts: { until: 'quotesUntil' },
    heading: '编号',
    name: 'number',
    filter: { state: ['FAILED'] },
    furnish: (ctx, place, n) => {
      const opened = place < 2 ? moment(place + 1) : null
      return sql`insert into fleet.insurance_round (number, title, terms, quotes_until, state, opened_at, opened_by,
          witness, failed_reason, created_by)
        values (${`BX-${n}`}, ${formula}, '统一条款', ${moment(place)}, ${opened ? 'FAILED' : 'INVITING'}, ${opened},
          ${opened && '科长'}, ${opened && '监督人'}, ${opened && '无人报价'}, '车管员')`.execute(ctx.db)
    },
  },
  'safety meetings': {
    list: actions.listSafetyMeetings,
    exportTo: actions.exportSafetyMeetings,
    role: 'auditor',
    sorts: { held: 'heldOn' },
    heading: '地点',
    name: 'place',
    filter: { year: 2025 },
    furnish: (ctx, place, n) =>
      sql`insert into fleet.safety_meeting (held_on, topic, place, created_by)
        values (${place < 2 ? `2025-12-0${place + 1}` : day(place)}, ${formula}, ${`第${n}室`}, '车管员')`.execute(
        ctx.db,
      ),
  },
  publications: {
    list: actions.listPublications,
    exportTo: actions.exportPublications,
    role: 'staff',
    sorts: {
      published: 'publishedAt',
      from: 'from',
    },
    heading: '发布人',
    name: 'publishedBy',
    furnish: (ctx, place, n) =>
      sql`insert into fleet.publication (title, from_day, to_day, rows, rows_hash, published_at, published_by)
        values (${formula}, ${day(3 - place)}, ${day(4)}, '[]', '', ${moment(place)}, ${`发布人${n}`})`.execute(
        ctx.db,
      ),
  },
  'looks at tracks': {
    list: actions.listTrackLooks,
    exportTo: actions.exportTrackLooks,
    role: 'auditor',
    sorts: { at: 'at' },
    heading: '派车单',
    name: 'number',
    filter: { from: day(0), to: day(1) },
    furnish: async (ctx, place, n) => {
      await ctx.emit({
        type: 'fleet.track_read',
        subjectType: 'fleet.trip',
        subjectId: crypto.randomUUID(),
        reason: formula,
        after: { number: `PC-${n}`, points: place },
      })
    },
  },
  rentals: {
    list: actions.listRentals,
    exportTo: actions.exportRentals,
    role: 'auditor',
    sorts: { start: 'from', number: 'number', cost: 'costFen' },
    heading: '租车单号',
    name: 'number',
    filter: { state: ['RETURNED'], to: '2026-01-11' },
    furnish: insertRental,
  },
  'rental suppliers': {
    list: actions.listRentalSuppliers,
    exportTo: actions.exportRentalSuppliers,
    role: 'auditor',
    sorts: { name: 'name', until: 'validUntil', rentals: 'rentals' },
    heading: '单位名称',
    name: 'name',
    // Contracts of the first two places are over by the day they are read.
    filter: { valid: false },
    furnish: insertHired,
  },
  terminals: {
    list: actions.listTerminals,
    exportTo: actions.exportTerminals,
    role: 'manager',
    sorts: { fitted: 'fittedAt' },
    heading: '终端号',
    name: 'number',
    furnish: (ctx, place, n) =>
      sql`insert into fleet.terminal (number, vehicle_id, fitted_at, fitted_by)
        select ${`1390000000${n}`}, id, ${moment(place)}, ${formula} from fleet.vehicle order by plate limit 1`.execute(
        ctx.db,
      ),
  },
}

/** Half of them are over; the others have cost nothing yet. */
async function insertRental(ctx: Ctx, place: number, n: number): Promise<void> {
  const over = place < 2
  await insertRequest(ctx, place, `YC-R-${n}`)
  await sql`insert into fleet.rental_supplier (name, contact_phone, contract_number, valid_from, valid_until, changed_by)
    values (${`租赁${n}`}, '13900001111', ${formula}, '2026-01-01', '2026-12-31', '调度')`.execute(ctx.db)
  await sql`insert into fleet.rental (number, request_id, supplier_id, contract_number, body, seats, plate, driver_name,
      driver_phone, price_basis, price_fen, reason, state, starts_at, ends_at, left_at, returned_at, distance_km, cost_fen,
      created_by)
    select ${`ZL-20260110-000${(n * 3) % 7}`}, q.id, s.id, ${formula}, 'CAR', 5, '粤B1', ${formula}, '13900002222', 'DAY', 100,
      '车不够', ${over ? 'RETURNED' : 'ORDERED'}, ${moment(place)}, ${moment(place + 1)}, ${over ? moment(place) : null},
      ${over ? moment(place + 1) : null}, ${over ? 40 : null}, ${over ? 900 - place : null}, '调度'
    from fleet.request q, fleet.rental_supplier s where q.number = ${`YC-R-${n}`} and s.name = ${`租赁${n}`}`.execute(
    ctx.db,
  )
}

/** As often hired as its place, named in no order. */
async function insertHired(ctx: Ctx, place: number, n: number): Promise<void> {
  const name = `S${(n * 3) % 7}`
  await sql`insert into fleet.rental_supplier (name, contact_name, contact_phone, contract_number, valid_from, valid_until,
      changed_by)
    values (${name}, ${formula}, '13900001111', ${formula}, '2026-01-01', ${place < 2 ? day(place) : `2026-02-1${place}`},
      '调度')`.execute(ctx.db)
  for (let ride = 0; ride < place; ride++) {
    const number = `${name}-${ride}`
    await insertRequest(ctx, place, number)
    await sql`insert into fleet.rental (number, request_id, supplier_id, contract_number, body, seats, plate, driver_name,
        driver_phone, price_basis, price_fen, reason, state, starts_at, ends_at, created_by)
      select ${number}, q.id, s.id, 'HT', 'CAR', 5, '粤B1', '司机', '13900002222', 'DAY', 100, '车不够', 'ORDERED',
        q.starts_at, q.ends_at, '调度'
      from fleet.request q, fleet.rental_supplier s where q.number = ${number} and s.name = ${name}`.execute(
      ctx.db,
    )
  }
}

const insertRequest = (ctx: Ctx, place: number, number: string) =>
  sql`insert into fleet.request (number, unit_id, requester_name, purpose, reason, passengers, origin, destination, reach,
      way, starts_at, ends_at, state, submitted_at)
    select ${number}, id, '林小满', 'MEETING', ${formula}, 1, '一号楼', '市政府', 'CITY', 'RETURN', ${moment(place)},
      ${moment(place + 1)}, 'WITHDRAWN', ${moment(3 - place)}
    from directory.unit where code = 'U001'`.execute(ctx.db)

/** Half of them were driven; the others have no kilometres. */
async function insertTrip(ctx: Ctx, place: number, n: number): Promise<void> {
  const driven = place < 2
  await sql`with booking as (
      insert into bookings.booking (line, title, state, unit_id, organiser_name, starts_at, ends_at, ended_at, closed_at)
      select 'fleet', ${formula}, 'ENDED', id, '林小满', ${moment(place)}, ${moment(place + 1)}, ${moment(place + 1)},
        ${moment(place + 1)} from directory.unit where code = 'U001' returning id)
    insert into fleet.trip (id, number, vehicle_id, driver_id, state, starts_at, ends_at, left_at, returned_at,
      odometer_out_km, odometer_in_km, cancel_reason, created_by)
    select booking.id, ${`PC-20260110-000${(n * 3) % 7}`}, (select min(id::text)::uuid from fleet.vehicle),
      (select min(id::text)::uuid from fleet.driver), ${driven ? 'COMPLETED' : 'CANCELLED'}, ${moment(place)},
      ${moment(place + 1)}, ${driven ? moment(place) : null}, ${driven ? moment(place + 1) : null},
      ${driven ? 100 : null}, ${driven ? 140 - place : null}, ${driven ? null : formula}, '调度' from booking`.execute(
    ctx.db,
  )
}

describe('every list of vehicles', () => {
  const world = useWorld()
  beforeEach(async () => {
    await world.ctx('system', (ctx) => furnishFleet(ctx, null))
  })

  async function sheetOf(role: Role, exportTo: Action, input: object, heading: string) {
    const { bytes } = await world.as(role).get(addressOf(exportTo, { ...input, format: 'csv' }))
    const sheet = await readSheet(bytes, 'list.csv', { expected: [heading] })
    return { csv: bytes.toString('utf8'), names: sheet.rows.map((row) => row.cells[heading] ?? '') }
  }

  it.each(Object.entries(lists))(
    '%s: sorted over pages, and exported as they are filtered',
    async (_, one) => {
      type Row = { id: string } & Record<string, string | number | null>
      const nameOf = (row: Row) => row[one.name]
      const read = async (input: object) =>
        (await world.as(one.role).call(one.list, input as InputOf<Action>)) as {
          items: Row[]
          next: string | null
        }
      for (const [n, place] of places.entries()) {
        // The audit trail takes the moment from the clock.
        if (one.list === actions.listTrackLooks) world.clock.set(moment(place).toISOString())
        await world.ctx('system', (ctx) => one.furnish(ctx, place, n))
      }
      world.clock.set('2026-01-19T09:00:00+08:00')
      await world.staySignedIn()
      const all = (await read({ limit: 200 })).items
      expect(all.length).toBeGreaterThanOrEqual(7)
      for (const [sort, key] of Object.entries(one.sorts)) {
        const upwards = all.toSorted((left, right) => {
          const [a, b] = [left[key] ?? -1, right[key] ?? -1]
          return a < b || (a === b && left.id < right.id) ? -1 : 1
        })
        for (const [asked, expected] of [
          [sort, upwards],
          [`-${sort}`, upwards.toReversed()],
        ] as const) {
          const paged: Row[] = []
          for (let cursor: string | null = ''; cursor !== null; ) {
            const page = await read({ sort: asked, limit: 2, ...(cursor ? { cursor } : {}) })
            paged.push(...page.items)
            cursor = page.next
          }
          expect(
            paged.map(({ id }) => id),
            asked,
          ).toEqual(expected.map(({ id }) => id))
          const { names, csv } = await sheetOf(one.role, one.exportTo, { sort: asked }, one.heading)
          expect(names, asked).toEqual(expected.map(nameOf))
          expect(csv).not.toMatch(/(^|,)"?=/m)
        }
      }
      if (!one.filter) return
      const { items } = await read(one.filter)
      expect([items.length > 0, items.length < all.length]).toEqual([true, true])
      const { names } = await sheetOf(one.role, one.exportTo, one.filter, one.heading)
      expect(names).toEqual(items.map(nameOf))
    },
  )

  it('what I asked for is mine to take along, in its order', async () => {
    const story = requestStory(world)
    const role = 'staff'
    for (const from of ['2026-03-05T09:00:00+08:00', '2026-03-06T09:00:00+08:00'])
      await story.submit(role, story.ride({ from, to: from.replace('T09', 'T12'), reason: formula }))
    await story.submit('liaison', story.ride())
    const mine = async (sort: string) => {
      const { items } = await world.as(role).call(approvals.actions.listMine, { sort: sort as 'started' })
      const sheet = await sheetOf(role, approvals.actions.exportMine, { sort }, '事项')
      expect(sheet.csv).not.toMatch(/(^|,)"?=/m)
      expect(sheet.names).toEqual(items.map(({ label }) => label))
      return items.map(({ id }) => id)
    }
    const upwards = await mine('started')
    expect(upwards).toHaveLength(2)
    expect(await mine('-started')).toEqual(upwards.toReversed())
    const decided = await sheetOf(role, approvals.actions.exportMine, { state: ['APPROVED'] }, '事项')
    expect(decided.names).toEqual([])
  })
})
