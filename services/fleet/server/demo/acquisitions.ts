import { type PastApproval, recordPast } from '#engines/approvals/server/api.ts'
import { DAY, dayNumber, isoDay, localDayOf, weekdayOf } from '#engines/calendar/local-day.ts'
import { atMoment } from '#kernel/bureau/at-moment.ts'
import type { Ctx } from '#kernel/context.ts'
import { acquisitionStates } from '../../acquisition-states.ts'
import { acquisitionType, approvalOf, ensureUsualRoute } from '../acquisitions/acquisition-approval.ts'
import { askForVehicle, factsOf, insertWish, type Wish } from '../acquisitions/ask-for-vehicle.ts'
import type { DemoPerson, DemoVehicle } from './demo-life.ts'

/** From when it was asked for till the second step agreed: both are to answer within half a day. */
const decidedAfter = 4 * 3_600_000
/** From the decision till it stands in the book: six weeks. */
const boughtAfter = 42 * DAY

interface Decided {
  input: Wish
  /** Days back from today. */
  askedAgo: number
  /** Why not; null: agreed. */
  refused: string | null
  /** What was bought in the end. */
  vehicleId: string | null
}

type Heads = Record<'manager' | 'director', DemoPerson>

/**
 * 购置: what was bought last, a renewal agreed and still to be bought, one refused for its price, and one in the hands of
 * the section head since yesterday.
 */
export async function fillDemoAcquisitions(
  ctx: Ctx,
  keeper: DemoPerson,
  heads: Heads,
  vehicles: readonly DemoVehicle[],
): Promise<void> {
  await ensureUsualRoute(ctx)
  const { id: personId, unitId, name } = keeper
  const desk = { ...ctx, actor: { ...ctx.actor, personId, unitId, name } }
  const decided = [...(await boughtLast(ctx)), ...planDecided(ctx, vehicles)]
  const past: PastApproval[] = []
  for (const one of decided) past.push(await decide(desk, heads, one))
  await recordPast(ctx, acquisitionType, past, { toldSince: new Date(0) })
  await atMoment(desk, workday(ctx, 1), (then) =>
    askForVehicle(then, {
      class: 'EMERGENCY_SUPPORT',
      body: 'MEDIUM_BUS',
      energy: 'ELECTRIC',
      model: '新能源中型客车',
      special: true,
      priceFen: 24_600_000,
      seats: 19,
      reason: '会议接送人多时要跑两趟，增加一辆中型客车',
    }),
  )
}

/** Half past ten of the day so many days back, or of the Friday before. */
function workday(ctx: Ctx, daysAgo: number): Date {
  const day = dayNumber(localDayOf(ctx.now)) - daysAgo
  return new Date(`${isoDay(day - Math.max(0, weekdayOf(day) - 5))}T10:30:00+08:00`)
}

/** The vehicle that came into the book last, with what was asked for then. */
async function boughtLast(ctx: Ctx): Promise<Decided[]> {
  const vehicle = await ctx.db
    .selectFrom('fleet.vehicle')
    .selectAll()
    .where('state', '=', 'IN_USE')
    .orderBy('purchased_on', 'desc')
    .orderBy('plate')
    .executeTakeFirst()
  if (!vehicle) return []
  const days = (ctx.now.getTime() - Date.parse(vehicle.purchased_on)) / DAY
  return [
    {
      input: {
        class: vehicle.class as Wish['class'],
        body: vehicle.body as Wish['body'],
        energy: vehicle.energy as Wish['energy'],
        model: vehicle.model,
        special: vehicle.special,
        displacementMl: vehicle.displacement_ml,
        priceFen: Number(vehicle.price_fen),
        seats: vehicle.seats,
        reason: '更新到期报废的车辆',
      },
      askedAgo: Math.round(days) + 40,
      refused: null,
      vehicleId: vehicle.id,
    },
  ]
}

function planDecided(ctx: Ctx, vehicles: readonly DemoVehicle[]): Decided[] {
  const today = localDayOf(ctx.now)
  const gone = vehicles.find(({ until }) => until !== null && until < today)
  const car = { class: 'EMERGENCY_SUPPORT', body: 'CAR', seats: 5 } as const
  return [
    {
      input: {
        ...car,
        energy: 'PETROL',
        model: '轿车',
        displacementMl: 1800,
        priceFen: 21_800_000,
        reason: '接待用车不足，增加一辆',
      },
      askedAgo: 128,
      refused: '价格超出十八万元的标准，按标准另选车型后再报',
      vehicleId: null,
    },
    {
      input: {
        ...car,
        energy: 'ELECTRIC',
        model: '新能源轿车',
        priceFen: 17_500_000,
        reason: '接替已报废的车辆，改用新能源',
        ...(gone ? { replacesId: gone.id } : {}),
      },
      askedAgo: 33,
      refused: null,
      vehicleId: null,
    },
  ]
}

/** Asked for, decided on the same day, and bought. @returns how, for the approvals */
async function decide(ctx: Ctx, heads: Heads, one: Decided): Promise<PastApproval> {
  const startedAt = workday(ctx, one.askedAgo)
  const endedAt = new Date(startedAt.getTime() + decidedAfter)
  const asked = await atMoment(ctx, startedAt, (then) => insertWish(then, one.input))
  const by = heads.director.name
  await atMoment(ctx, endedAt, async (then) => {
    if (one.refused)
      await then.move(acquisitionStates, 'refuse', asked.id, {
        set: { decided_by: by, decision_reason: one.refused },
        reason: one.refused,
      })
    else await then.move(acquisitionStates, 'approve', asked.id, { set: { decided_by: by } })
  })
  if (one.vehicleId)
    await atMoment(ctx, new Date(endedAt.getTime() + boughtAfter), (then) =>
      then.move(acquisitionStates, 'register', asked.id, { set: { vehicle_id: one.vehicleId } }),
    )
  return {
    ...approvalOf(ctx, asked, factsOf(asked.unit_id, one.input)),
    startedAt,
    endedAt,
    outcome: one.refused ? 'REFUSED' : 'APPROVED',
    reason: one.refused,
    decider: ({ asks }) => {
      const role = asks.some((ask) => ask.kind === 'ROLE' && ask.role === 'director') ? 'director' : 'manager'
      return { personId: heads[role].id, name: heads[role].name }
    },
  }
}
