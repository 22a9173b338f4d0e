import { sql } from 'kysely'
import { DAY, localDayOf, startOfLocalDay } from '#engines/calendar/local-day.ts'
import type { Ctx } from '#kernel/context.ts'
import { requestStates } from '../../states.ts'
import { insertRequest } from '../requests/insert-request.ts'
import { type Chance, chanceFrom } from './chance.ts'
import { type DemoPlace, places, reasons } from './places.ts'

const minute = 60_000
const baseName = '一号办公楼'
const speed = { DISTRICT: 24, CITY: 36, BEYOND: 65 } as const

/** The places of the demo bureau with the ways between them, and a queue of requests that wait for a vehicle today and tomorrow. */
export async function fillDemoDispatch(ctx: Ctx): Promise<void> {
  await insertZones(ctx)
  const { rows: people } = await sql<{ id: string; name: string; unitId: string; mobile: string | null }>`
    select p.id, p.name, p.unit_id as "unitId", p.mobile from directory.person p
    join directory.unit u on u.bureau_id = p.bureau_id and u.id = p.unit_id
    where u.kind = 'client' and p.left_on is null order by p.staff_no limit 60`.execute(ctx.db)
  if (people.length === 0) return
  const chance = chanceFrom(20_260_601)
  for (const { from, place, emergency } of queue(ctx.now, chance)) {
    const person = chance.pick(people)
    const purpose = emergency
      ? 'EMERGENCY'
      : chance.pick(['MEETING', 'INSPECTION', 'RESEARCH', 'GUESTS'] as const)
    const { id } = await insertRequest(ctx, {
      unitId: person.unitId,
      requesterPersonId: person.id,
      requesterName: person.name,
      contactPhone: person.mobile ?? '',
      purpose,
      reason: chance.pick(reasons[purpose]),
      passengers: chance.pick([1, 2, 2, 3, 3, 4, 6]),
      origin: baseName,
      // One in town takes somebody in on the way.
      stops: place.reach === 'CITY' && !emergency ? [places[3]!.name] : [],
      destination: place.name,
      reach: place.reach,
      distanceKm: place.km,
      way: 'RETURN',
      from,
      to: new Date(from.getTime() + place.minutes * minute),
      mayPool: !emergency && chance.next() < 0.7,
      emergency,
    })
    await ctx.move(requestStates, 'approve', id, {
      set: { approved_at: new Date(ctx.now.getTime() - chance.between(10, 240) * minute) },
    })
  }
}

async function insertZones(ctx: Ctx): Promise<void> {
  const base = { name: baseName, words: ['机关大院', '区政府', '单位'], reach: 'DISTRICT', base: true }
  const others = places.map(({ name, reach }) => ({ name, words: [], reach, base: false }))
  const zones = await ctx.db
    .insertInto('fleet.zone')
    .values([base, ...others])
    .returning(['id', 'name'])
    .execute()
  const kmOf = new Map(places.map(({ name, km }) => [name, km]))
  const reachOf = new Map(places.map(({ name, reach }) => [name, reach]))
  const pairs = zones.flatMap((one, n) =>
    zones.slice(n + 1).map((other) => {
      const [near, far] = [kmOf.get(one.name) ?? 0, kmOf.get(other.name) ?? 0].sort((a, b) => a - b)
      const farther = (kmOf.get(one.name) ?? 0) > (kmOf.get(other.name) ?? 0) ? one.name : other.name
      // Two places in different directions from the base are farther apart than their difference, nearer than their sum.
      const km = Math.max(1, Math.round(far! + near! * 0.4))
      const [from, to] = [one.id, other.id].sort() as [string, string]
      const minutes = Math.ceil((km / speed[reachOf.get(farther) ?? 'DISTRICT']) * 60)
      return { from_zone_id: from, to_zone_id: to, km, minutes, changed_by: '调度台' }
    }),
  )
  await ctx.db.insertInto('fleet.zone_distance').values(pairs).execute()
}

interface Queued {
  from: Date
  place: DemoPlace
  emergency: boolean
}

/** What of today is left from half an hour on, and the whole of tomorrow. */
function queue(now: Date, chance: Chance): Queued[] {
  const step = 15 * minute
  const today = startOfLocalDay(localDayOf(now)).getTime()
  const spread = (begins: number, ends: number, count: number): Queued[] =>
    ends - begins < count * step
      ? []
      : Array.from({ length: count }, (_, n) => {
          const at = begins + Math.floor(((ends - begins) * n) / count / step) * step
          const place = n % 9 === 8 ? places[14 + (n % 3)]! : places[chance.between(0, 13)]!
          return { from: new Date(at), place, emergency: n === 3 }
        })
  const soon = Math.ceil((now.getTime() + 30 * minute) / step) * step
  return [
    ...spread(Math.max(soon, today + 8 * 60 * minute), today + 20 * 60 * minute, 14),
    ...spread(today + DAY + 8 * 60 * minute, today + DAY + 17 * 60 * minute, 24),
  ]
}
