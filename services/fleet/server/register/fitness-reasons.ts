import { sql } from 'kysely'
import { readLimit } from '#engines/rules/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import { type Text, text } from '#kernel/contract/text.ts'
import { absenceKinds } from '../../register-words.ts'
import type { FitnessReason } from './fitness.ts'

export const sealingRule = 'FLEET.HOLIDAY_SEALING'

interface Span {
  from: Date
  to: Date
  /** The last day of it in China. */
  lastDay: string
}

const safetyLaw = (article: string, en: string): Text =>
  text(`《中华人民共和国道路交通安全法》${article}`, `Road Traffic Safety Law ${en}`)

/** What must be good on the last day of a trip, and how bad it is when it is not. */
const papers = {
  INSPECTION: {
    code: 'INSPECTION_EXPIRED',
    severity: 'BLOCK',
    zh: '年检',
    en: 'The inspection',
    source: safetyLaw('第十三条', 'Art 13'),
  },
  COMPULSORY_INSURANCE: {
    code: 'INSURANCE_EXPIRED',
    severity: 'BLOCK',
    zh: '交强险',
    en: 'The compulsory insurance',
    source: safetyLaw('第十七条', 'Art 17'),
  },
  LICENCE: {
    code: 'VEHICLE_LICENCE_EXPIRED',
    severity: 'BLOCK',
    zh: '行驶证',
    en: 'The vehicle licence',
    source: safetyLaw('第十一条', 'Art 11'),
  },
  COMMERCIAL_INSURANCE: {
    code: 'COMMERCIAL_INSURANCE_EXPIRED',
    severity: 'WARN',
    zh: '商业险',
    en: 'The commercial insurance',
    source: null,
  },
} as const

interface VehicleRow {
  id: string
  state: string
  retired_on: string | null
  out_of_use_reason: string | null
  papers: { kind: keyof typeof papers; until: string }[]
  failed_on: string | null
  sealed_for: string | null
}

/** What stands against each vehicle of the book; a paper nobody registered is no reason. */
export async function findVehicleReasons(ctx: Ctx, ids: readonly string[], span: Span) {
  const { rows } = await sql<VehicleRow>`
    select v.id, v.state, v.retired_on, v.out_of_use_reason,
      coalesce((select jsonb_agg(jsonb_build_object('kind', p.kind, 'until', p.valid_until) order by p.kind)
        from fleet.vehicle_paper p where p.bureau_id = v.bureau_id and p.vehicle_id = v.id and p.ended_at is null
          and p.kind = any(${Object.keys(papers)}::text[]) and p.valid_until < ${span.lastDay}::date), '[]') as papers,
      (select case when r.passed then null else r.on_day end from fleet.maintenance_record r
        where r.bureau_id = v.bureau_id and r.vehicle_id = v.id and r.passed is not null and r.voided_at is null
        order by r.on_day desc, r.id desc limit 1) as failed_on,
      (select p.title from fleet.sealed_vehicle s
        join fleet.sealing_period p on p.bureau_id = s.bureau_id and p.id = s.period_id
        where s.bureau_id = v.bureau_id and s.vehicle_id = v.id and s.exempt_reason is null
          and p.starts_on <= ${span.lastDay}::date and p.ends_on >= kernel.local_day(${span.from}::timestamptz)
        order by p.starts_on limit 1) as sealed_for
    from fleet.vehicle v where v.bureau_id = kernel.bureau() and v.id = any(${[...ids]}::uuid[])`.execute(
    ctx.db,
  )
  const sealing = rows.some(({ sealed_for }) => sealed_for)
    ? await readLimit(ctx, sealingRule, {}, span.lastDay)
    : null
  return new Map(rows.map((row) => [row.id, vehicleReasons(row, sealing?.source)]))
}

function vehicleReasons(row: VehicleRow, sealingSource: Text | undefined): FitnessReason[] {
  const reasons: FitnessReason[] = []
  if (row.state === 'RETIRED')
    reasons.push(block('RETIRED', `车辆已于 ${row.retired_on} 处置`, `Retired on ${row.retired_on}`))
  if (row.state === 'OUT_OF_USE')
    reasons.push(
      block('OUT_OF_USE', `车辆停用：${row.out_of_use_reason}`, `Out of use: ${row.out_of_use_reason}`),
    )
  if (row.failed_on)
    reasons.push({
      ...block(
        'INSPECTION_FAILED',
        `${row.failed_on} 检验不合格，尚未复检合格`,
        `Failed its inspection on ${row.failed_on} and has not passed a retest`,
      ),
      source: papers.INSPECTION.source,
    })
  if (row.sealed_for)
    reasons.push({
      ...block(
        'SEALED',
        `“${row.sealed_for}”期间已封存，先在节假日封存里登记批准使用`,
        `Sealed over ${row.sealed_for}; note who allows its use under holiday sealing first`,
      ),
      ...(sealingSource ? { source: sealingSource } : {}),
    })
  for (const { kind, until } of row.papers) {
    const { code, severity, zh, en, source } = papers[kind]
    const words = text(`${zh}有效期至 ${until}，届时已过期`, `${en} is good until ${until} only`)
    reasons.push({ code, severity, words, ...(source ? { source } : {}) })
  }
  return reasons
}

interface DriverRow {
  id: string
  state: string
  left_on: string | null
  licence_until: string
  absence: { kind: keyof typeof absenceKinds } | null
  off: boolean
}

/** What stands against each driver of the book, but for the class of the licence. */
export async function findDriverReasons(ctx: Ctx, ids: readonly string[], span: Span) {
  const { rows } = await sql<DriverRow>`
    select d.id, d.state, d.left_on, d.licence_until,
      (select jsonb_build_object('kind', a.kind) from fleet.driver_absence a
        where a.bureau_id = d.bureau_id and a.driver_id = d.id and a.state = 'GRANTED'
          and tstzrange(a.starts_at, a.ends_at) && tstzrange(${span.from}, ${span.to}) limit 1) as absence,
      exists (select from fleet.duty u where u.bureau_id = d.bureau_id and u.driver_id = d.id and u.shift = 'OFF'
        and u.day between kernel.local_day(${span.from}) and ${span.lastDay}::date) as off
    from fleet.driver d where d.bureau_id = kernel.bureau() and d.id = any(${[...ids]}::uuid[])`.execute(
    ctx.db,
  )
  return new Map(rows.map((row) => [row.id, driverReasons(row, span)]))
}

function driverReasons(row: DriverRow, span: Span): FitnessReason[] {
  const reasons: FitnessReason[] = []
  if (row.state === 'LEFT')
    reasons.push(block('LEFT', `驾驶员已于 ${row.left_on} 离岗`, `Left the staff on ${row.left_on}`))
  if (row.licence_until < span.lastDay)
    reasons.push({
      ...block(
        'LICENCE_EXPIRED',
        `驾驶证有效期至 ${row.licence_until}，届时已过期`,
        `The driving licence is good until ${row.licence_until} only`,
      ),
      source: text(
        '《道路交通安全法实施条例》第二十八条',
        'Regulation on the Road Traffic Safety Law, Art 28',
      ),
    })
  if (row.absence) {
    const kind = absenceKinds[row.absence.kind]
    reasons.push(block('ON_LEAVE', `已准假（${kind.zh}）`, `On leave (${kind.en})`))
  }
  if (row.off)
    reasons.push({
      code: 'OFF_DUTY',
      severity: 'WARN',
      words: text('排班为休息', 'Off duty by the roster'),
    })
  return reasons
}

function block(code: string, zh: string, en: string): FitnessReason {
  return { code, severity: 'BLOCK', words: text(zh, en) }
}
