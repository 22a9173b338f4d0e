import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import { type Text, text } from '#kernel/contract/text.ts'
import type { DueLight } from '../../register-words.ts'
import { dayAfter, daysBetween, lightOf } from './due-light.ts'

export interface PlanRow {
  id: string
  vehicle_id: string
  plate: string
  title: string
  every_days: number | null
  every_km: number | null
  every_hours: number | null
  ahead_days: number
  ahead_km: number
  last_day: string
  last_km: number
  km_now: number
  /** Over the last 90 days up to the day asked for. */
  km_per_day: number
  /** Between leaving and coming back, since it was done last. */
  hours: number
}

export interface PlanDue {
  due: string | null
  light: DueLight
  words: Text
}

/** Maintenance plans in force on a day, each with what is needed to say when it is due. */
export async function selectPlans(
  ctx: Ctx,
  day: string,
  only: RawBuilder<boolean> = sql<boolean>`true`,
): Promise<PlanRow[]> {
  const end = sql`((${day}::date + 1)::timestamp at time zone 'Asia/Shanghai')`
  const readings = sql`fleet.odometer_reading o where o.bureau_id = v.bureau_id and o.vehicle_id = v.id
    and o.voided_at is null and o.at < ${end}`
  const { rows } = await sql<PlanRow>`
    select p.id, p.vehicle_id, v.plate, p.title, p.every_days, p.every_km, p.every_hours, p.ahead_days, p.ahead_km,
      coalesce(last.on_day, p.from_day) as last_day, coalesce(last.km, p.from_km) as last_km,
      coalesce(now.km, p.from_km) as km_now,
      coalesce((now.km - coalesce(old.km, (select min(o.km) from ${readings}))) / 90.0, 0)::float8 as km_per_day,
      case when p.every_hours is null then 0 else coalesce((select sum(extract(epoch from t.returned_at - t.left_at) / 3600)
        from fleet.trip t where t.bureau_id = v.bureau_id and t.vehicle_id = v.id and t.state = 'COMPLETED'
          and kernel.local_day(t.left_at) >= coalesce(last.on_day, p.from_day) and t.left_at < ${end}), 0) end::float8 as hours
    from fleet.maintenance_plan p
    join fleet.vehicle v on v.bureau_id = p.bureau_id and v.id = p.vehicle_id
    left join lateral (select r.on_day, r.km from fleet.maintenance_record r where r.bureau_id = p.bureau_id
      and r.plan_id = p.id and r.voided_at is null and r.on_day <= ${day}::date
      order by r.on_day desc, r.id desc limit 1) last on true
    left join lateral (select max(o.km) as km from ${readings}) now on true
    left join lateral (select max(o.km) as km from ${readings} and o.at < ${end} - interval '90 days') old on true
    where p.bureau_id = kernel.bureau() and p.from_day <= ${day}::date and (p.ended_at is null or p.ended_at >= ${end})
      and v.state <> 'RETIRED' and ${only}
    order by v.plate, p.title, p.id`.execute(ctx.db)
  return rows
}

/** When a plan is due, by days, km or hours, whichever comes first; km become a day by what it drives a day. */
export function planDue(plan: PlanRow, today: string): PlanDue {
  const byDay = plan.every_days === null ? null : dayAfter(plan.last_day, plan.every_days)
  const kmDue = plan.every_km === null ? null : plan.last_km + plan.every_km
  const byKm = kmDue === null ? null : dayOfKm(plan, kmDue, today)
  const hoursLeft = plan.every_hours === null ? null : plan.every_hours - plan.hours
  const due = [byDay, byKm, hoursLeft !== null && hoursLeft <= 0 ? today : null]
    .filter((day): day is string => day !== null)
    .sort()[0]
  const lights = [
    lightOf(today, byDay, plan.ahead_days),
    kmDue === null ? 'FINE' : lightOfKm(kmDue - plan.km_now, plan.ahead_km),
    hoursLeft === null ? 'FINE' : lightOfHours(hoursLeft, plan.every_hours!),
  ] as const
  const light = lights.includes('OVERDUE') ? 'OVERDUE' : lights.includes('SOON') ? 'SOON' : 'FINE'
  return { due: due ?? null, light, words: sayDue(plan, { today, byDay, kmDue, byKm, hoursLeft }) }
}

function dayOfKm(plan: PlanRow, kmDue: number, today: string): string | null {
  const left = kmDue - plan.km_now
  if (left <= 0) return today
  // A vehicle that stands still never gets there; ten years are as good as never.
  const days = plan.km_per_day > 0 ? Math.ceil(left / plan.km_per_day) : Number.POSITIVE_INFINITY
  return days <= 3660 ? dayAfter(today, days) : null
}

const lightOfKm = (left: number, ahead: number): DueLight =>
  left <= 0 ? 'OVERDUE' : left <= ahead ? 'SOON' : 'FINE'
const lightOfHours = (left: number, every: number): DueLight =>
  left <= 0 ? 'OVERDUE' : left <= every / 10 ? 'SOON' : 'FINE'

interface Parts {
  today: string
  byDay: string | null
  kmDue: number | null
  byKm: string | null
  hoursLeft: number | null
}

/** 2026-12-03 到期（还有 12 天）；约 12 月 3 日到 15000 公里 */
function sayDue(plan: PlanRow, { today, byDay, kmDue, byKm, hoursLeft }: Parts): Text {
  const parts: Text[] = []
  if (byDay) parts.push(sayDay(byDay, daysBetween(today, byDay)))
  if (kmDue !== null) parts.push(sayKm(kmDue, plan.km_now, byKm, today))
  if (hoursLeft !== null) {
    const hours = Math.round(Math.abs(hoursLeft))
    parts.push(
      hoursLeft > 0
        ? text(`还可行驶 ${hours} 小时`, `${hours} hours left`)
        : text(`已超 ${hours} 小时`, `${hours} hours over`),
    )
  }
  return { zh: parts.map(({ zh }) => zh).join('；'), en: parts.map(({ en }) => en).join('; ') }
}

/** 2026-12-03 到期（还有 12 天） */
export function sayDay(day: string, left: number): Text {
  if (left < 0) return text(`${day} 到期，已超 ${-left} 天`, `Due ${day}, ${-left} days over`)
  if (left === 0) return text(`今天到期（${day}）`, `Due today (${day})`)
  return text(`${day} 到期（还有 ${left} 天）`, `Due ${day} (${left} days left)`)
}

function sayKm(kmDue: number, kmNow: number, byKm: string | null, today: string): Text {
  const left = kmDue - kmNow
  if (left <= 0)
    return text(`到 ${kmDue} 公里应保养，已超 ${-left} 公里`, `Due at ${kmDue} km, ${-left} km over`)
  if (!byKm) return text(`到 ${kmDue} 公里应保养，还差 ${left} 公里`, `Due at ${kmDue} km, ${left} km left`)
  const [year, month, date] = byKm.split('-').map(Number)
  const otherYear = byKm.slice(0, 4) === today.slice(0, 4) ? '' : ` ${year} 年`
  return text(
    `约${otherYear} ${month} 月 ${date} 日到 ${kmDue} 公里（还差 ${left} 公里）`,
    `About ${byKm} at ${kmDue} km (${left} km left)`,
  )
}
