import type { Ctx } from '#kernel/context.ts'
import { type DemoPerson, demoPeople } from './demo/demo-people.ts'
import { demoCampuses, demoSites, roomsOf } from './demo/demo-sites.ts'
import { demoUnits } from './demo/demo-units.ts'
import { seededRandom } from './demo/seeded-random.ts'
import { pinyinOf } from './pinyin-of.ts'
import { inParts } from './repeated-rows.ts'

type Ids = Map<string, string>
const idsOf = (rows: { code: string; id: string }[]): Ids => new Map(rows.map(({ code, id }) => [code, id]))

/** 青澜区, which is invented: 30 units, 1,000 people, 3 campuses, 31 sites with their rooms. */
export async function demo(ctx: Ctx): Promise<void> {
  const units = await insertUnits(ctx)
  const sites = await insertSites(ctx)
  const offices = await insertRooms(ctx, sites, units)
  const people = demoPeople()
  const ids = await insertPeople(ctx, people, units, offices)
  await insertPosts(ctx, people, units, ids)
  for (const { account, name, staffNo } of people) {
    if (!account) continue
    await ctx.db
      .updateTable('kernel.member')
      .set({ person_id: ids.get(staffNo)!, name })
      .where('user_name', '=', account)
      .execute()
  }
}

async function insertUnits(ctx: Ctx): Promise<Ids> {
  const values = demoUnits.map(({ code, name, shortName, level, kind }) => ({
    code,
    name,
    short_name: shortName,
    level,
    kind,
    ...pinyinOf(name),
  }))
  const ids = idsOf(
    await ctx.db.insertInto('directory.unit').values(values).returning(['id', 'code']).execute(),
  )
  const below = demoUnits.filter(({ parent }) => parent).map(({ code }) => code)
  await ctx.db
    .updateTable('directory.unit')
    .set({ parent_id: ids.get('H00')! })
    .where('code', 'in', below)
    .execute()
  return ids
}

async function insertSites(ctx: Ctx): Promise<Ids> {
  const campuses = idsOf(
    await ctx.db
      .insertInto('directory.campus')
      .values([...demoCampuses])
      .returning(['id', 'code'])
      .execute(),
  )
  const values = demoSites.map((site) => ({
    code: site.code,
    name: site.name,
    kind: site.kind,
    floor_area_m2: site.areaM2,
    address: site.address,
    campus_id: campuses.get(site.campus)!,
    opened_on: site.openedOn,
    ...pinyinOf(site.name),
  }))
  return idsOf(await ctx.db.insertInto('directory.site').values(values).returning(['id', 'code']).execute())
}

/** Offices go to the units by their size, one unit after the other. @returns each unit's offices */
async function insertRooms(ctx: Ctx, sites: Ids, units: Ids): Promise<Map<string, string[]>> {
  const rooms = demoSites.flatMap(roomsOf)
  const used = rooms.filter(
    ({ kind, site }) =>
      kind === 'office' && demoSites.some((one) => one.code === site && one.plan === 'office'),
  )
  const everybody = demoUnits.reduce((sum, { people }) => sum + people, 0)
  const owner = new Map<string, string>()
  let before = 0
  for (const unit of demoUnits) {
    const from = Math.floor((before / everybody) * used.length)
    before += unit.people
    const to = Math.floor((before / everybody) * used.length)
    for (const room of used.slice(from, Math.max(to, from + 1))) owner.set(room.code, unit.code)
  }
  const values = rooms.map((room) => ({
    code: room.code,
    site_id: sites.get(room.site)!,
    name: room.name,
    floor: room.floor,
    floor_number: room.floorNumber,
    kind: room.kind,
    unit_id: owner.has(room.code) ? units.get(owner.get(room.code)!)! : null,
    ...pinyinOf(room.name),
  }))
  const offices = new Map<string, string[]>()
  for (const part of inParts(values)) {
    const made = await ctx.db.insertInto('directory.room').values(part).returning(['id', 'code']).execute()
    for (const { id, code } of made) {
      const unit = owner.get(code)
      if (unit) offices.set(unit, [...(offices.get(unit) ?? []), id])
    }
  }
  return offices
}

async function insertPeople(
  ctx: Ctx,
  people: DemoPerson[],
  units: Ids,
  offices: Map<string, string[]>,
): Promise<Ids> {
  const values = people.map((person, place) => {
    const rooms = offices.get(person.unit) ?? []
    return {
      staff_no: person.staffNo,
      name: person.name,
      unit_id: units.get(person.unit)!,
      title: person.title,
      rank: person.rank,
      identity_kind: person.identityKind,
      origin: person.origin,
      education: person.education,
      mobile: person.mobile,
      skills: person.skills,
      key_person: person.keyPerson,
      room_id: rooms[place % Math.max(rooms.length, 1)] ?? null,
      joined_on: person.joinedOn,
      ...pinyinOf(person.name, true),
    }
  })
  const ids: Ids = new Map()
  for (const part of inParts(values)) {
    const made = await ctx.db
      .insertInto('directory.person')
      .values(part)
      .returning(['id', 'staff_no'])
      .execute()
    for (const { id, staff_no } of made) ids.set(staff_no, id)
  }
  return ids
}

/** One in twelve came from another unit, so that posts over time are there to be seen. */
async function insertPosts(ctx: Ctx, people: DemoPerson[], units: Ids, ids: Ids): Promise<void> {
  const chance = seededRandom(7)
  const elsewhere = demoUnits.filter(({ kind }) => kind === 'client')
  const posts = people.flatMap((person) => {
    const now = {
      person_id: ids.get(person.staffNo)!,
      unit_id: units.get(person.unit)!,
      title: person.title,
      from_day: person.joinedOn,
      to_day: null as string | null,
    }
    if (person.identityKind !== 'CIVIL_SERVANT' || chance.next() > 1 / 6) return [now]
    const changed = `${Number(person.joinedOn.slice(0, 4)) + 1}-03-01`
    const earlier = {
      ...now,
      unit_id: units.get(chance.pick(elsewhere).code)!,
      title: '科员',
      to_day: changed,
    }
    return [earlier, { ...now, from_day: changed }]
  })
  for (const part of inParts(posts)) await ctx.db.insertInto('directory.post').values(part).execute()
}
