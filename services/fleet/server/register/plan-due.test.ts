import { expect, it } from 'vitest'
import { planDue } from './plan-due.ts'

const plan = {
  id: 'p',
  vehicle_id: 'v',
  plate: '粤B60001',
  title: '小保养',
  every_days: null,
  every_km: 5000,
  every_hours: null,
  ahead_days: 30,
  ahead_km: 500,
  last_day: '2026-01-10',
  last_km: 12_000,
  km_now: 16_500,
  hours: 0,
}

it('the day on which the km will be full has its year where it is not this one', () => {
  const says = (km_per_day: number) => planDue({ ...plan, km_per_day }, '2026-12-01').words.zh
  expect(says(50)).toBe('约 12 月 11 日到 17000 公里（还差 500 公里）')
  expect(says(10)).toBe('约 2027 年 1 月 20 日到 17000 公里（还差 500 公里）')
  expect(says(0)).toBe('到 17000 公里应保养，还差 500 公里')
})
