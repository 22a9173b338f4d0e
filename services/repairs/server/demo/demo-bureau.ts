import { loadCalendar } from '#engines/calendar/server/api.ts'
import type { WorkCalendar } from '#engines/calendar/work-calendar.ts'
import { type ItemVersion, itemForOrder } from '#engines/catalogue/server/api.ts'
import type { ChecklistLine } from '#engines/standards/server/api.ts'
import { checklistFor } from '#engines/standards/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import { allFaultKinds, type FaultKind, itemCodeOf } from '../../words.ts'

export interface DemoPerson {
  id: string
  name: string
  unitId: string
  mobile: string | null
  roomId: string | null
  skills: string[]
  keyPerson: boolean
}

export interface DemoRoom {
  id: string
  siteId: string
  siteName: string
  name: string
  kind: string
}

export interface DemoItem {
  version: ItemVersion
  lines: ChecklistLine[]
}

/** What the year of repairs is played with: the people and places that the directory's demo made. */
export interface DemoBureau {
  calendar: WorkCalendar
  clients: DemoPerson[]
  desk: DemoPerson[]
  repairers: DemoPerson[]
  rooms: DemoRoom[]
  roomById: Map<string, DemoRoom>
  items: Map<FaultKind | 'major', DemoItem>
  deskUnitId: string
  deskUnitName: string
  /** The people behind the demo accounts. */
  staff: DemoPerson
  worker: DemoPerson
  dispatcher: DemoPerson
}

/** Null when the bureau has no demo people to play with. */
export async function readDemoBureau(ctx: Ctx): Promise<DemoBureau | null> {
  const people = await readPeople(ctx)
  const byId = new Map(people.map((person) => [person.id, person]))
  const members = await ctx.db
    .selectFrom('kernel.member')
    .select(['user_name', 'person_id'])
    .where('person_id', 'is not', null)
    .execute()
  const account = (name: string) => byId.get(members.find((one) => one.user_name === name)?.person_id ?? '')
  const [staff, worker, dispatcher] = [account('staff'), account('worker'), account('dispatcher')]
  if (!staff || !worker || !dispatcher) return null
  const items = await readItems(ctx)
  const managing = items.get('OTHER')!.version.managingUnit
  const unit = await ctx.db
    .selectFrom('directory.unit')
    .select(['id', 'name'])
    .where('kind', '=', 'centre')
    .where((row) => (managing.unitId ? row('id', '=', managing.unitId) : row('parent_id', 'is', null)))
    .executeTakeFirstOrThrow()
  const rooms = await readRooms(ctx)
  return {
    calendar: await loadCalendar(ctx, { name: 'work' }),
    clients: people.filter(({ unitKind }) => unitKind === 'client'),
    desk: people.filter(({ unitId }) => unitId === dispatcher.unitId),
    repairers: people.filter(({ skills }) => skills.length > 0),
    rooms,
    roomById: new Map(rooms.map((room) => [room.id, room])),
    items,
    deskUnitId: unit.id,
    deskUnitName: unit.name,
    staff,
    worker,
    dispatcher,
  }
}

async function readPeople(ctx: Ctx) {
  const rows = await ctx.db
    .selectFrom('directory.person as p')
    .innerJoin('directory.unit as u', (join) =>
      join.onRef('u.bureau_id', '=', 'p.bureau_id').onRef('u.id', '=', 'p.unit_id'),
    )
    .select(['p.id', 'p.name', 'p.unit_id', 'p.mobile', 'p.room_id', 'p.skills', 'p.key_person'])
    .select('u.kind as unit_kind')
    .where('p.left_on', 'is', null)
    .orderBy('p.staff_no')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    unitId: row.unit_id,
    unitKind: row.unit_kind,
    mobile: row.mobile,
    roomId: row.room_id,
    skills: row.skills,
    keyPerson: row.key_person,
  }))
}

async function readRooms(ctx: Ctx): Promise<DemoRoom[]> {
  const rows = await ctx.db
    .selectFrom('directory.room as r')
    .innerJoin('directory.site as s', (join) =>
      join.onRef('s.bureau_id', '=', 'r.bureau_id').onRef('s.id', '=', 'r.site_id'),
    )
    .select(['r.id', 'r.site_id as siteId', 's.name as siteName', 'r.name', 'r.kind'])
    .orderBy('r.code')
    .execute()
  return rows
}

async function readItems(ctx: Ctx): Promise<DemoBureau['items']> {
  const items: DemoBureau['items'] = new Map()
  for (const kind of [...allFaultKinds, 'major'] as const) {
    const code = kind === 'major' ? 'repairs.major' : itemCodeOf(kind, 'MINOR_REPAIR')
    const version = await itemForOrder(ctx, { line: 'repairs', code })
    items.set(kind, { version, lines: await checklistFor(ctx, { clauseCodes: version.clauseCodes }) })
  }
  return items
}
