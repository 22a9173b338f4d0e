import { DAY, dayNumber, isoDay, localDayOf, weekdayOf } from '#engines/calendar/local-day.ts'
import { atMoment } from '#kernel/bureau/at-moment.ts'
import type { Ctx } from '#kernel/context.ts'
import { requestStates } from '../../states.ts'
import { finishRental } from '../rentals/finish-rental.ts'
import { rentVehicle } from '../rentals/rent-vehicle.ts'
import { addRentalSupplier, closeRentalSupplier } from '../rentals/suppliers.ts'
import { insertRequest } from '../requests/insert-request.ts'
import { type Chance, chanceFrom } from './chance.ts'
import type { DemoPerson } from './demo-life.ts'
import { places, reasons } from './places.ts'

const minute = 60_000
const hour = 60 * minute
/** Every ninth day one, over a year. */
const [daysApart, rides] = [9, 41]

const suppliers = [
  {
    name: '云帆汽车租赁有限公司',
    contactName: '孙立群',
    phone: '13900007101',
    day: 65_000,
    from: -400,
    until: 330,
  },
  {
    name: '澜城商务用车服务部',
    contactName: '何敏',
    phone: '13900007102',
    day: 72_000,
    from: -380,
    until: 160,
  },
  {
    name: '远途旅游客运公司',
    contactName: '郑海',
    phone: '13900007103',
    day: 145_000,
    from: -420,
    until: -20,
  },
] as const
/** Whose coaches take many. */
const coaches = 2
const drivers = ['王志强', '李建国', '周永明', '吴海涛', '马俊']

/**
 * Three suppliers, one of whose contracts has run out, and one that was given up; a year of rented vehicles, and one ordered
 * for the next day of work.
 */
export async function fillDemoRentals(ctx: Ctx, people: readonly DemoPerson[]): Promise<void> {
  const chance = chanceFrom(3_826_2020)
  const today = dayNumber(localDayOf(ctx.now))
  const desk = { ...ctx, actor: { ...ctx.actor, name: '调度台' } }
  const ids = await addSuppliers(desk, today)
  await giveUpSupplier(desk, today)
  for (let n = rides; n >= 0; n--) {
    const ride = planRide(chance, people, today, n)
    const rentalId = await order(desk, ids, ride)
    if (n > 0) await record(desk, rentalId, ride)
  }
}

function addSuppliers(ctx: Ctx, today: number): Promise<string[]> {
  const begun = new Date(ctx.now.getTime() - 420 * DAY)
  return atMoment(ctx, begun, async (then) => {
    const ids: string[] = []
    for (const [place, { name, contactName, phone, from, until }] of suppliers.entries()) {
      const { id } = await addRentalSupplier(then, {
        name,
        contactName,
        contactPhone: phone,
        contractNumber: `ZL-DD-${localDayOf(begun).slice(0, 4)}-0${place + 1}`,
        validFrom: isoDay(today + from),
        validUntil: isoDay(today + until),
      })
      ids.push(id)
    }
    return ids
  })
}

/** One that was never hired: its contract ended, and it was closed. */
async function giveUpSupplier(ctx: Ctx, today: number): Promise<void> {
  const ends = ctx.now.getTime() - 90 * DAY
  const begun = new Date(ends - 300 * DAY)
  const { id: supplierId } = await atMoment(ctx, begun, (then) =>
    addRentalSupplier(then, {
      name: '旧港汽车服务站',
      contactName: '蔡国栋',
      contactPhone: '13900007104',
      contractNumber: `ZL-DD-${localDayOf(begun).slice(0, 4)}-04`,
      validFrom: isoDay(today - 390),
      validUntil: isoDay(today - 90),
      note: '合同到期，不再续签',
    }),
  )
  await atMoment(ctx, new Date(ends), (then) => closeRentalSupplier(then, { supplierId }))
}

/** The nth ride back from today; the 0th is still to come. */
function planRide(chance: Chance, people: readonly DemoPerson[], today: number, n: number) {
  const near = n === 0 ? today + 1 : today - n * daysApart
  // A weekend's is on the Monday after when it is to come, on the Friday before when it is gone.
  const weekend = weekdayOf(near) - 5
  const day = weekend <= 0 ? near : n === 0 ? near + 3 - weekend : near - weekend
  // Nothing is ordered of the coaches once their contract has run out.
  const coach = n > 0 && chance.next() < 0.4 && day < today + suppliers[coaches].until
  const which = coach ? coaches : chance.between(0, 1)
  const place = chance.pick(places)
  const purpose = chance.pick(['MEETING', 'INSPECTION', 'RESEARCH', 'GUESTS'] as const)
  const from = new Date(`${isoDay(day)}T0${chance.between(8, 9)}:00:00+08:00`)
  const to = new Date(from.getTime() + place.minutes * minute)
  return {
    which,
    supplier: suppliers[which]!,
    person: chance.pick(people),
    place,
    purpose,
    reason: chance.pick(reasons[purpose]),
    passengers: coach ? chance.between(18, 40) : chance.between(3, 6),
    from,
    to,
    plate: `粤B${70_000 + chance.between(0, 60) * 137}`,
    driverName: chance.pick(drivers),
    driverPhone: `1390000${7200 + chance.between(0, 99)}`,
    leftAt: new Date(from.getTime() + chance.between(-4, 6) * minute),
    returnedAt: new Date(to.getTime() + chance.between(-15, 20) * minute),
    distanceKm: place.km * 2 + chance.between(0, 5),
    tollsFen: place.reach === 'BEYOND' ? chance.between(4, 9) * 1000 : 0,
  }
}
type Ride = ReturnType<typeof planRide>

/** Asked for the day before, approved within the hour, rented an hour later. */
function order(ctx: Ctx, supplierIds: readonly string[], ride: Ride): Promise<string> {
  const asked = new Date(Math.min(ride.from.getTime() - 20 * hour, ctx.now.getTime() - 3 * hour))
  return atMoment(ctx, asked, async (then) => {
    const { person, place, passengers } = ride
    const { id: requestId } = await insertRequest(then, {
      unitId: person.unitId,
      requesterPersonId: person.id,
      requesterName: person.name,
      contactPhone: person.mobile,
      purpose: ride.purpose,
      reason: ride.reason,
      passengers,
      origin: '一号办公楼',
      destination: place.name,
      reach: place.reach,
      distanceKm: place.km,
      way: 'RETURN',
      from: ride.from,
      to: ride.to,
      mayPool: false,
    })
    const approvedAt = new Date(asked.getTime() + hour)
    await then.move(requestStates, 'approve', requestId, { set: { approved_at: approvedAt } })
    const coach = ride.which === coaches
    const { id } = await rentVehicle(then, {
      requestId,
      supplierId: supplierIds[ride.which]!,
      body: coach ? 'LARGE_BUS' : passengers > 4 ? 'OTHER_SMALL' : 'CAR',
      seats: coach ? 45 : passengers > 4 ? 7 : 5,
      plate: ride.plate,
      driverName: ride.driverName,
      driverPhone: ride.driverPhone,
      priceBasis: 'DAY',
      priceFen: ride.supplier.day,
      reason: coach ? '人数多，自有车辆坐不下' : '自有车辆均已派出',
    })
    return id
  })
}

/** Recorded within the hour after it was back. */
async function record(ctx: Ctx, rentalId: string, ride: Ride): Promise<void> {
  const at = new Date(Math.min(ride.returnedAt.getTime() + hour, ctx.now.getTime()))
  await atMoment(ctx, at, (then) =>
    finishRental(then, {
      rentalId,
      leftAt: ride.leftAt.toISOString(),
      returnedAt: ride.returnedAt.toISOString(),
      distanceKm: ride.distanceKm,
      costFen: ride.supplier.day + ride.tollsFen,
      ...(ride.tollsFen > 0 ? { costNote: '含过路费' } : {}),
    }),
  )
}
