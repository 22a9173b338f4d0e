import { ensureResource } from '#engines/bookings/server/api.ts'
import { localDayOf } from '#engines/calendar/local-day.ts'
import type { Ctx } from '#kernel/context.ts'
import type { EquipmentKind } from '../../words.ts'
import { featuresOf } from '../equip-room.ts'
import { pointToRoom } from '../write-room.ts'
import { inParts } from './chance.ts'

export interface DemoRoom {
  id: string
  name: string
  siteId: string
  capacity: number
  /** Who comes signs in at the door, or the room is free again. */
  checkIn: boolean
}

/** How many rooms of each site the desk keeps, with the persons each takes. */
const kept: Readonly<Record<string, readonly number[]>> = {
  会议中心: [300, 120, 80, 60, 40, 24],
  综合办公楼: [50, 24, 16],
  一号办公楼: [30, 16],
  湖滨会议楼: [150, 60, 30],
  东门办公楼: [24],
}
/** Rooms much asked for, where nobody may keep an empty one. */
const checkedIn = new Set(['HY04', 'HY05', 'HY06', 'HY08'])
const rentedAt = { site: '东门附楼', name: '国际花园503', code: 'HY16', capacity: 40 }
const accessories = [
  ['HS01', '无线话筒', 24, '只'],
  ['HS02', '笔记本电脑', 10, '台'],
  ['HS03', '桌签架', 120, '个'],
  ['HS04', '移动音箱', 4, '套'],
  ['HS05', '翻页笔', 15, '支'],
] as const

/** Sixteen rooms in three campuses, one of them rented, with what stands in them, and the stock meetings can claim. */
export async function insertRooms(ctx: Ctx): Promise<DemoRoom[]> {
  const places = await ctx.db
    .selectFrom('directory.room as r')
    .innerJoin('directory.site as s', (join) =>
      join.onRef('s.bureau_id', '=', 'r.bureau_id').onRef('s.id', '=', 'r.site_id'),
    )
    .select(['r.id', 'r.name', 's.id as site_id', 's.name as site_name'])
    .where('r.kind', '=', 'meeting')
    .where('s.name', 'in', Object.keys(kept))
    .orderBy('r.code')
    .execute()
  const rooms: DemoRoom[] = []
  for (const [siteName, sizes] of Object.entries(kept))
    for (const [index, place] of places.filter(({ site_name }) => site_name === siteName).entries()) {
      const capacity = sizes[index]
      if (capacity === undefined) break
      const code = `HY${String(rooms.length + 1).padStart(2, '0')}`
      const name = `${siteName}${place.name}`
      rooms.push(await addRoom(ctx, { code, name, siteId: place.site_id, capacity, placeId: place.id }))
    }
  await addRented(ctx, rooms)
  await pointToRoom(
    ctx,
    rooms.map(({ id }) => id),
  )
  await addLayouts(ctx, rooms)
  await addEquipment(ctx, rooms)
  await addCheckIn(ctx, rooms)
  for (const [code, name, quantity, counted_in] of accessories) {
    const id = await ensureResource(ctx, { kind: 'EQUIPMENT', code, name, quantity })
    await ctx.db.insertInto('meetings.accessory').values({ id, counted_in }).execute()
  }
  return rooms
}

async function addRoom(
  ctx: Ctx,
  room: { code: string; name: string; siteId: string; capacity: number; placeId: string | null },
): Promise<DemoRoom> {
  const { code, name, siteId, capacity } = room
  const features = featuresOf(equipmentOf(capacity))
  const id = await ensureResource(ctx, { kind: 'ROOM', code, name, siteId, capacity, features })
  await ctx.db
    .insertInto('meetings.room')
    .values({ id, site_id: siteId, directory_room_id: room.placeId })
    .execute()
  return { id, name, siteId, capacity, checkIn: checkedIn.has(code) }
}

/** Fifteen minutes to check in; three times in a row, and the rest of a series is given back. */
async function addCheckIn(ctx: Ctx, rooms: readonly DemoRoom[]): Promise<void> {
  const rules = rooms
    .filter(({ checkIn }) => checkIn)
    .map(({ id }) => ({ resource_id: id, check_in_minutes: 15, strikes: 3, changed_by: '吴敏华' }))
  if (rules.length > 0) await ctx.db.insertInto('bookings.policy').values(rules).execute()
}

async function addRented(ctx: Ctx, rooms: DemoRoom[]): Promise<void> {
  const site = await ctx.db
    .selectFrom('directory.site')
    .select('id')
    .where('name', '=', rentedAt.site)
    .executeTakeFirst()
  if (!site) return
  const { code, name, capacity } = rentedAt
  const room = await addRoom(ctx, { code, name, siteId: site.id, capacity, placeId: null })
  rooms.push(room)
  const day = (days: number) => localDayOf(new Date(ctx.now.getTime() + days * 86_400_000))
  const lease = { room_id: room.id, lessor: '国际花园物业公司', created_by: '吴敏华' }
  await ctx.db
    .insertInto('meetings.lease')
    .values([
      {
        ...lease,
        contract_no: 'ZL-0071',
        from_day: day(-1100),
        to_day: day(-370),
        yearly_rent_fen: 16_800_000,
      },
      {
        ...lease,
        contract_no: 'ZL-0093',
        from_day: day(-369),
        to_day: day(361),
        yearly_rent_fen: 18_000_000,
      },
    ])
    .execute()
  await ctx.db
    .insertInto('meetings.fit_out')
    .values({
      room_id: room.id,
      on_day: day(-300),
      what: '吊顶、地毯和音响改造',
      contractor: '青澜装饰工程公司',
      cost_fen: 32_650_000,
      created_by: '郑立峰',
    })
    .execute()
}

async function addLayouts(ctx: Ctx, rooms: readonly DemoRoom[]): Promise<void> {
  const layouts = rooms.flatMap(({ id, capacity }) => [
    ...(capacity >= 40 ? [{ room_id: id, layout: 'THEATRE', capacity }] : []),
    { room_id: id, layout: 'CLASSROOM', capacity: Math.max(8, Math.round(capacity * 0.7)) },
    ...(capacity <= 60
      ? [{ room_id: id, layout: 'HOLLOW_SQUARE', capacity: Math.max(8, Math.round(capacity * 0.6)) }]
      : []),
    ...(capacity <= 24
      ? [{ room_id: id, layout: 'BOARDROOM', capacity: Math.max(8, Math.round(capacity * 0.8)) }]
      : []),
  ])
  await ctx.db.insertInto('meetings.room_layout').values(layouts).execute()
}

interface Thing {
  kind: EquipmentKind
  name: string
  quantity: number
  condition: 'GOOD' | 'WORN' | 'BROKEN'
}

function equipmentOf(capacity: number): Thing[] {
  const thing = (
    kind: EquipmentKind,
    name: string,
    quantity: number,
    condition: Thing['condition'] = 'GOOD',
  ) => ({
    kind,
    name,
    quantity,
    condition,
  })
  return [
    thing('SOUND', '有线话筒', Math.max(2, Math.round(capacity / 20))),
    thing('SOUND', '音响功放', capacity > 50 ? 2 : 1),
    thing('DISPLAY', capacity > 100 ? 'LED 大屏' : '投影机', 1, capacity === 16 ? 'WORN' : 'GOOD'),
    ...(capacity > 40 ? [thing('DISPLAY', '视频会议终端', 1)] : []),
    thing('FURNITURE', '会议桌', Math.max(1, Math.round(capacity / 4))),
    thing('FURNITURE', '会议椅', capacity + 6, capacity === 150 ? 'WORN' : 'GOOD'),
  ]
}

async function addEquipment(ctx: Ctx, rooms: readonly DemoRoom[]): Promise<void> {
  const rows = rooms.flatMap(({ id, capacity }) =>
    equipmentOf(capacity).map((item) => ({
      ...item,
      room_id: id,
      checked_on: localDayOf(new Date(ctx.now.getTime() - 40 * 86_400_000)),
      checked_by: '吴敏华',
    })),
  )
  for (const part of inParts(rows, 2000)) await ctx.db.insertInto('meetings.equipment').values(part).execute()
}
