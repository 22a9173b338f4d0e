import type { Ctx } from '#kernel/context.ts'
import type { LicenceClass } from '../../words.ts'
import type { Chance } from './chance.ts'
import type { DemoDriver } from './demo-life.ts'
import { ensureResources } from './ensure-resources.ts'

interface Named {
  name: string
  personId: string | null
  phone: string
}

const families = [...'方石温庄柳邹熊金邱江尹常武乔贺赖龚文']
const given = [...'山河川岳松柏林海江涛波澜帆航远达安平']

const licences: readonly LicenceClass[] = ['A1', 'B1', 'A1', 'C1', 'C1', 'B1', 'C1', 'C1', 'C1', 'C1']
const wanted = 30

/** Thirty drivers: the demo's worker first, the people of the vehicles section, and the rest on paper only. */
export async function insertDrivers(ctx: Ctx, worker: Named, chance: Chance): Promise<DemoDriver[]> {
  const named = [worker, ...(await readStaffDrivers(ctx))]
  const all = Array.from({ length: wanted }, (_, place) => named[place] ?? madeUp(place, chance)).map(
    (one, place) => ({ ...one, staffNo: `J${String(place + 1).padStart(3, '0')}` }),
  )
  const ids = await ensureResources(
    ctx,
    'DRIVER',
    all.map(({ staffNo, name }) => ({
      code: staffNo,
      name: `${name} ${staffNo}`,
      capacity: null,
      closed: false,
    })),
  )
  const drivers = all.map((one, place) => ({
    id: ids.get(one.staffNo)!,
    name: one.name,
    licence: place === 0 ? ('B1' as const) : licences[place % licences.length]!,
    pool: place % 3 === 2 ? ('EMERGENCY' as const) : ('CENTRE' as const),
    freeAt: 0,
    row: one,
  }))
  const year = ctx.now.getUTCFullYear()
  await ctx.db
    .insertInto('fleet.driver')
    .values(
      drivers.map(({ id, name, licence, pool, row }, place) => ({
        id,
        staff_no: row.staffNo,
        name,
        person_id: row.personId,
        phone: row.phone,
        licence_class: licence,
        licence_until: `${year + 1 + (place % 5)}-0${1 + (place % 9)}-15`,
        pool,
        state: 'ACTIVE',
      })),
    )
    .execute()
  return drivers
}

async function readStaffDrivers(ctx: Ctx): Promise<Named[]> {
  const rows = await ctx.db
    .selectFrom('directory.person')
    .select(['id', 'name', 'mobile'])
    .where('title', '=', '驾驶员')
    .where('left_on', 'is', null)
    .orderBy('staff_no')
    .limit(18)
    .execute()
  return rows.map(({ id, name, mobile }) => ({ name, personId: id, phone: mobile ?? '' }))
}

function madeUp(place: number, chance: Chance): Named {
  const name = chance.pick(families) + chance.pick(given) + (place % 3 === 0 ? '' : chance.pick(given))
  return { name, personId: null, phone: `1370000${String(place).padStart(4, '0')}` }
}
