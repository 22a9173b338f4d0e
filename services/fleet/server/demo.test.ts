import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { localDayOf } from '#engines/calendar/local-day.ts'
import { rules } from '#engines/rules/module.ts'
import { useWorld } from '#test/harness.ts'
import { workerMayDrive, workersDay } from './demo/workers-day.ts'
import { fillDemo } from './demo.ts'

describe('the demo bureau’s vehicles', () => {
  const world = useWorld()

  it('look lived in, and are what the actions would have left', async () => {
    await world.ctx('system', fillDemo)
    const one = await world.ctx('system', async (ctx) => {
      const { rows } = await sql<Record<string, unknown>>`
        select (select count(*)::int from fleet.vehicle) as vehicles,
          (select count(distinct class)::int from fleet.vehicle) as classes,
          (select count(*)::int from fleet.driver) as drivers,
          (select count(*)::int from fleet.trip where state = 'COMPLETED') as completed,
          (select count(distinct state)::int from fleet.trip) as trip_states,
          (select count(*)::int from fleet.trip t join fleet.driver d on d.id = t.driver_id
            join kernel.member m on m.person_id = d.person_id and m.user_name = 'worker'
            where t.state = 'ASSIGNED' and (t.starts_at at time zone 'Asia/Shanghai')::date = ${localDayOf(ctx.now)}::date) as workers_next,
          (select count(distinct state)::int from fleet.request) as request_states,
          (select count(*)::int from fleet.trip where light = 'RED') as red,
          (select count(distinct state)::int from fleet.opinion) as opinion_states,
          (select count(*)::int from fleet.opinion) as opinions,
          (select array_agg(q.state || ' ' || a.state order by q.asked_at) from fleet.acquisition q
            join approvals.approval a on a.subject_id = q.id) as acquisitions,
          (select count(*)::int from fleet.acquisition q join fleet.vehicle v on v.id = q.vehicle_id
            where v.purchased_on > q.asked_at::date) as bought_as_asked,
          (select count(*)::int from fleet.rental where state = 'RETURNED') as rented,
          (select count(*)::int from fleet.rental n join fleet.request q on q.id = n.request_id
            where n.state = 'ORDERED' and q.state = 'ASSIGNED' and n.starts_at > kernel.now()) as rented_next,
          (select count(*)::int from fleet.rental_supplier where closed_at is null) as suppliers,
          (select count(*)::int from fleet.rental_supplier where closed_at < kernel.now()) as suppliers_given_up,
          (select count(*)::int from (select trip_id from fleet.trip_request group by 1 having count(*) > 1) pooled) as pooled,
          (select sum(c.litres) * 100 / (select sum(t.distance_km) from fleet.trip t join fleet.vehicle v on v.id = t.vehicle_id
              where v.energy = 'PETROL' and v.body = 'CAR')
            from fleet.trip_cost c join fleet.trip t on t.id = c.trip_id join fleet.vehicle v on v.id = t.vehicle_id
            where c.kind = 'FUEL' and v.energy = 'PETROL' and v.body = 'CAR')::float8 as litres_per_100km,
          (select count(*)::int from fleet.trip t where t.state in ('UNDER_WAY', 'COMPLETED') and not exists (select from
            fleet.odometer_reading r where r.trip_id = t.id and r.source = 'TRIP_OUT' and r.km = t.odometer_out_km)) as unread,
          (select count(*)::int from fleet.request q where q.approved_at is not null and not exists (select from
            approvals.approval a join approvals.approval_step p on p.approval_id = a.id join approvals.seat s on s.step_id = p.id
            join directory.person d on d.id = s.answered_by_person_id and d.name = s.answered_by_name
            where a.subject_id = q.id and a.state = 'APPROVED' and s.answer = 'APPROVE' and a.ended_at = q.approved_at
              and s.answered_by_person_id is distinct from q.requester_person_id)) as approved_by_nobody,
          (select count(distinct s.answered_by_name)::int from approvals.seat s) as deciders,
          (select count(*)::int from fleet.request q where q.approved_at is not null and not exists (select from
            kernel.event e where e.subject_id = q.id and e.type = 'fleet.request_approved')) as approved_untold
        `.execute(ctx.db)
      // Bookings hold what they claim: looked at as if it were committed.
      await sql`set constraints all immediate`.execute(ctx.db)
      return rows[0]!
    })
    expect(one).toMatchObject({
      vehicles: 43,
      classes: 5,
      drivers: 30,
      unread: 0,
      acquisitions: ['REGISTERED APPROVED', 'REFUSED REFUSED', 'APPROVED APPROVED', 'SUBMITTED PENDING'],
      bought_as_asked: 1,
      rented: 41,
      rented_next: 1,
      suppliers: 3,
      suppliers_given_up: 1,
      approved_by_nobody: 0,
      approved_untold: 0,
    })
    expect(one.deciders).toBeGreaterThan(3)
    expect(one.completed).toBeGreaterThan(1500)
    expect(one.workers_next).toBeGreaterThan(0)
    expect(one.trip_states).toBeGreaterThanOrEqual(3)
    expect(one.request_states).toBeGreaterThanOrEqual(7)
    expect(one.opinion_states).toBe(4)
    expect(one.opinions).toBeGreaterThan(20)
    expect(one.red).toBeGreaterThan(4)
    expect(one.pooled).toBeGreaterThan(80)
    expect(one.litres_per_100km).toBeGreaterThan(7.5)
    expect(one.litres_per_100km).toBeLessThan(10)
    // Rules that are gone by, and not only those that are asked, were used.
    for (const [rule, kind, used] of [
      ['FATIGUE_REST_MINUTES', '派车单', 24],
      ['INSPECTION_INTERVAL_MONTHS', '车辆检验', 12],
    ] as const) {
      const { askedBy } = await world
        .as('auditor')
        .call(rules.actions.readRule, { ruleId: `FLEET.${rule}`, from: '2020-01-01' })
      expect(askedBy.map(({ title, read }) => [title.zh, read])).toEqual([[kind, used]])
    }
    const kept = await world.ctx('system', async (ctx) => {
      const { rows } = await sql<{ type: string; lists: number; lines: number; ok: number }>`
        select e.subject_type as type, count(distinct e.id)::int as lists, count(*)::int as lines,
          (count(*) filter (where r.result = 'OK') * 100.0 / count(*))::float8 as ok
        from standards.executed_checklist e join standards.checklist_result r on r.checklist_id = e.id
        join standards.checklist_line l on l.id = r.line_id
        where l.mandatory and r.result <> 'NA' group by 1`.execute(ctx.db)
      return new Map(rows.map((row) => [row.type, row]))
    })
    // A year by the vehicle standards: some lines were not kept, most were.
    for (const [type, least] of [
      ['fleet.maintenance_record', 120],
      ['fleet.dispatch', 800],
      ['fleet.trip', 80],
      ['fleet.etiquette_check', 80],
    ] as const) {
      expect(kept.get(type)!.lists, type).toBeGreaterThan(least)
      expect(kept.get(type)!.ok, type).toBeGreaterThan(85)
      expect(kept.get(type)!.ok, type).toBeLessThan(100)
    }
  })

  it.each(['00:05', '07:50', '11:20', '17:40', '22:50', '23:58'])(
    'give their driver a trip that has not left, opened at %s',
    (time) => {
      const now = new Date(`2026-11-30T${time}:00+08:00`)
      const day = workersDay(now)
      expect(day.every((at) => localDayOf(at) === '2026-11-30')).toBe(true)
      expect(day.at(-1)!.getTime()).toBeGreaterThan(now.getTime())
      // A trip of five hours in the middle of it is another driver's.
      const noon = new Date(now.getTime() - 3 * 3_600_000)
      expect(workerMayDrive(now, noon, noon.getTime() + 5 * 3_600_000)).toBe(false)
    },
  )
})
