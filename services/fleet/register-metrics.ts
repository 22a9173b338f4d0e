import type { Metric } from '#kernel/contract/module.ts'
import { type Text, text } from '#kernel/contract/text.ts'

const figure = (title: Text, unit: Text, definition: Text, more: Partial<Metric> = {}): Metric => ({
  title,
  unit,
  definition,
  decimals: 0,
  kind: 'moment',
  adds: true,
  by: [],
  ...more,
})
const vehicles = text('辆', 'vehicles')
const cases = text('起', 'cases')
const items = text('项', 'items')

/** Figures of the register; `server/register/metrics.ts` says how each is read. */
export const registerMetrics = {
  'vehicles.in-use.count': figure(
    text('在册车辆', 'Vehicles in the book'),
    vehicles,
    text(
      '期末已购置、尚未处置的车辆数；停用的计入。',
      'Vehicles bought by the end of the period and not retired by then; those out of use count.',
    ),
  ),
  'vehicles.retired.count': figure(
    text('处置车辆', 'Vehicles retired'),
    vehicles,
    text(
      '处置日期在期内的车辆数，含提前报废的黄标车。',
      'Vehicles whose day of retirement lies in the period.',
    ),
    { kind: 'period' },
  ),
  'drivers.count': figure(
    text('驾驶员', 'Drivers'),
    text('名', 'drivers'),
    text('期末在册、尚未离岗的驾驶员数。', 'Drivers in the book who had not left by the end of the period.'),
  ),
  'trips.injury-accidents.count': figure(
    text('有人员伤亡的事故', 'Accidents with injured'),
    cases,
    text(
      '发生在期内、有人受伤或死亡的事故数；作废的不计。',
      'Accidents of the period in which somebody was injured or killed; voided records are left out.',
    ),
    { kind: 'period', better: 'less', target: 0 },
  ),
  'vehicles.accidents.count': figure(
    text('交通事故', 'Accidents'),
    cases,
    text('发生在期内的事故数；作废的不计。', 'Accidents of the period; voided records are left out.'),
    { kind: 'period', better: 'less', target: 0 },
  ),
  'vehicles.violations.count': figure(
    text('违章', 'Violations'),
    cases,
    text('发生在期内的违章数；作废的不计。', 'Violations of the period; voided records are left out.'),
    { kind: 'period', better: 'less' },
  ),
  'vehicles.papers-overdue.count': figure(
    text('过期证照', 'Papers overdue'),
    items,
    text(
      '期末仍在用、有效期已过的车辆证照（年检、保险、行驶证等）数；已处置车辆不计。',
      'Papers of vehicles not retired that were in force at the end of the period and had run out.',
    ),
    { better: 'less', target: 0 },
  ),
  'vehicles.maintenance-overdue.count': figure(
    text('逾期未保养', 'Maintenance overdue'),
    items,
    text(
      '期末按天数、公里数或小时数（先到为准）已到期而未做的保养项数。',
      'Maintenance due by days, km or hours, whichever came first, and not done by the end of the period.',
    ),
    { better: 'less', target: 0 },
  ),
} as const satisfies Record<string, Metric>
