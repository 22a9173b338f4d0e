import { sql } from 'kysely'

/**
 * Vehicles in use that cost more, or have more displacement, than their class may: the ladder of 中办发〔2017〕71号 as
 * `rules.md` §3 has it, mark B. Special technical vehicles have caps of their own and are left out. 25,000,000 fen and
 * 3.0 L hold for special cases (small and medium bodies), 45,000,000 fen for large buses.
 */
export const overStandard = sql`
  select v.id, v.plate, v.class, v.purchased_on, v.price_fen, v.displacement_ml, c.cap_fen, c.cap_ml
  from fleet.vehicle v
  cross join lateral (select
    case when v.body = 'LARGE_BUS' then 45000000
      when v.body = 'MEDIUM_BUS' or (v.special and v.class <> 'CONFIDENTIAL_COMM') then 25000000
      when v.class in ('EMERGENCY_SUPPORT', 'OTHER_PROVISIONED') or (v.energy = 'ELECTRIC' and v.body = 'CAR') then 18000000
      else 12000000 end as cap_fen,
    case when v.body = 'LARGE_BUS' or v.energy = 'ELECTRIC' then null
      when v.body = 'MEDIUM_BUS' or (v.special and v.class <> 'CONFIDENTIAL_COMM') then 3000
      when v.class in ('EMERGENCY_SUPPORT', 'OTHER_PROVISIONED') then 1800
      else 1600 end as cap_ml) c
  where v.bureau_id = kernel.bureau() and v.state <> 'RETIRED' and v.class <> 'SPECIAL_TECHNICAL' and v.body <> 'TRUCK'
    and (v.price_fen > c.cap_fen or v.displacement_ml > c.cap_ml)`
