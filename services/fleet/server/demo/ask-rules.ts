import { sql } from 'kysely'
import { localDayOf } from '#engines/calendar/local-day.ts'
import { applyRules } from '#engines/rules/server/api.ts'
import { atMoment } from '#kernel/bureau/at-moment.ts'
import type { Ctx } from '#kernel/context.ts'
import { text } from '#kernel/contract/text.ts'
import type { Body } from '../../words.ts'
import { fatigueRule, restRule } from '../dispatch/fatigue-limits.ts'
import { intervalRead } from '../register/inspection-interval.ts'

/** What the rules were asked when the latest trips were dispatched and inspections entered, as assigning and entering ask. */
export async function askDemoRules(ctx: Ctx): Promise<void> {
  await askAboutTrips(ctx)
  await askAboutInspections(ctx)
}

interface DemoTrip {
  id: string
  number: string
  plate: string
  driver: string
  created_at: string
  starts_at: string
  hours: number
}

async function askAboutTrips(ctx: Ctx): Promise<void> {
  const { rows } = await sql<DemoTrip>`
    select t.id, t.number, v.plate, d.name as driver, t.created_at, t.starts_at,
      round(extract(epoch from t.ends_at - t.starts_at) / 7200, 2)::float8 as hours
    from fleet.trip t join fleet.vehicle v on v.bureau_id = t.bureau_id and v.id = t.vehicle_id
    join fleet.driver d on d.bureau_id = t.bureau_id and d.id = t.driver_id
    where t.bureau_id = kernel.bureau() and t.state = 'COMPLETED' and not t.imported
      and t.ends_at - t.starts_at <= interval '8 hours'
    order by t.starts_at desc, t.id limit 24`.execute(ctx.db)
  for (const { id, number, plate, driver, created_at, starts_at, hours } of rows) {
    const on = localDayOf(new Date(starts_at))
    await atMoment(ctx, new Date(created_at), (then) =>
      applyRules(then, {
        subject: {
          type: 'fleet.trip',
          id,
          label: `${number} ${plate} ${driver}`,
          kind: text('派车单', 'Trips'),
          href: `/fleet/trips/${id}`,
        },
        // Half of a ride is driven, the other half somebody is waited for.
        checks: [{ ruleId: fatigueRule, key: {}, value: hours, on }],
        reads: [{ ruleId: restRule, key: {}, on }],
        advise: true,
      }),
    )
  }
}

interface DemoInspection {
  id: string
  vehicle_id: string
  plate: string
  body: Body
  purchased_on: string
  valid_from: string
}

async function askAboutInspections(ctx: Ctx): Promise<void> {
  const { rows } = await sql<DemoInspection>`
    select p.id, p.vehicle_id, v.plate, v.body, v.purchased_on, p.valid_from
    from fleet.vehicle_paper p join fleet.vehicle v on v.bureau_id = p.bureau_id and v.id = p.vehicle_id
    where p.bureau_id = kernel.bureau() and p.kind = 'INSPECTION' and p.valid_from <= ${localDayOf(ctx.now)}::date
    order by p.valid_from desc, v.plate limit 12`.execute(ctx.db)
  for (const { id, vehicle_id, plate, body, purchased_on, valid_from } of rows)
    await atMoment(ctx, new Date(`${valid_from}T10:00:00+08:00`), (then) =>
      applyRules(then, {
        subject: {
          type: 'fleet.vehicle_paper',
          id,
          label: `${plate} 年检`,
          kind: text('车辆检验', 'Vehicle inspections'),
          href: `/fleet/vehicles/${vehicle_id}`,
        },
        checks: [],
        reads: [intervalRead({ body, purchasedOn: purchased_on }, valid_from)],
      }),
    )
}
