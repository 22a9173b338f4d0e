import { type Text, text } from '#kernel/contract/text.ts'
import type { fleetPermissions } from './permissions.ts'
import type { LightCode } from './trip-words.ts'

/**
 * What carries a clause out: a limit of the rules engine, a reason of the light of a trip, a check of supervision, or a part of the
 * service through which the thing is done.
 */
export type Executor =
  | { by: 'RULE'; rule: string; how: RuleUse }
  | { by: 'LIGHT'; code: LightCode }
  | { by: 'CHECK'; code: string }
  | { by: 'PART'; title: Text; page: string; permission: keyof typeof fleetPermissions }

/**
 * ASKED: each vehicle, purchase or retirement is held against it, and what came out is on record; READ: the service works with the value
 * in force, warns or refuses by it, and each decision that came of it is on record; BY_HAND: nothing of the service can tell, people keep to it.
 */
export const ruleUses = ['ASKED', 'READ', 'BY_HAND'] as const
export type RuleUse = (typeof ruleUses)[number]

const rule = (name: string, how: RuleUse): Executor => ({ by: 'RULE', rule: `FLEET.${name}`, how })
const light = (...codes: LightCode[]): Executor[] => codes.map((code) => ({ by: 'LIGHT', code }))
const check = (code: string): Executor => ({ by: 'CHECK', code })
const part = (zh: string, en: string, page: string, permission: keyof typeof fleetPermissions): Executor => ({
  by: 'PART',
  title: text(zh, en),
  page,
  permission,
})

/** The instruments that govern official vehicles, and what carries each clause out; a further one is a line. */
export const instruments: Readonly<Record<string, Readonly<Record<string, readonly Executor[]>>>> = {
  // 机关公务用车服务保障暂行办法
  'HQ/GB-001': {
    'GB-01': [...light('NO_REQUEST'), check('without-request')],
    'GB-02': [
      part('用车申请和审批', 'Requests and their approval', '/fleet/requests', 'fleet.read-requests'),
      ...light('NOT_APPROVED', 'APPROVED_LATE'),
      check('approved-afterwards'),
    ],
    'GB-03': light('APPROVAL_DUE'),
    'GB-04': [
      part('派车台', 'Dispatch board', '/fleet/dispatch', 'fleet.read-board'),
      rule('FATIGUE_DRIVING_HOURS', 'ASKED'),
      rule('FATIGUE_REST_MINUTES', 'READ'),
      rule('CENTRAL_DISPATCH', 'BY_HAND'),
      ...light('DRIVER_LICENCE_OVER', 'DRIVER_LICENCE_CLASS'),
    ],
    'GB-05': [
      ...light('NO_PHOTO_OUT', 'NO_PHOTO_IN', 'GAP', 'GAP_LARGE'),
      ...light('TOO_FAR', 'FAR_FOR_REACH', 'GPS_KM', 'GPS_KM_LARGE'),
      check('unexplained-km'),
    ],
    'GB-06': [
      part('单车核算', 'Vehicle accounts', '/fleet/accounts', 'fleet.read-accounts'),
      rule('VEHICLE_ACCOUNTS', 'BY_HAND'),
      ...light('NO_RECEIPT'),
      check('without-receipt'),
      check('fuel-outliers'),
    ],
    'GB-07': [
      part('用车公示', 'Published trips', '/fleet/publications', 'fleet.read-publications'),
      rule('USE_PUBLISHED', 'BY_HAND'),
    ],
    'GB-08': [
      part('公车监督', 'Supervision of vehicles', '/fleet/supervision', 'fleet.supervise'),
      check('red-trips'),
    ],
  },
  // 车改单位车辆管理暂行办法
  'HQ/GB-002': {
    'CG-01': [
      rule('PRICE_CAP', 'ASKED'),
      rule('DISPLACEMENT_CAP', 'ASKED'),
      rule('IMPORTED_CARS', 'BY_HAND'),
      rule('OFF_ROAD_FIXED', 'BY_HAND'),
      check('over-standard'),
    ],
    'CG-02': [
      part('车辆购置', 'Vehicles to buy', '/fleet/acquisitions', 'fleet.read-board'),
      rule('ANNUAL_PLAN', 'BY_HAND'),
      rule('UNIFIED_POSTS', 'BY_HAND'),
      rule('NEV_SHARE', 'BY_HAND'),
    ],
    'CG-03': [rule('MIN_LIFE_YEARS', 'ASKED'), rule('EARLY_RENEWAL', 'BY_HAND')],
    'CG-04': [rule('BORROWED_CARS', 'BY_HAND')],
    'CG-05': [
      rule('HOLIDAY_SEALING', 'READ'),
      rule('PARKED_AND_MARKED', 'BY_HAND'),
      ...light('SEALED', 'PARKED_ELSEWHERE'),
      check('sealed-use'),
    ],
    'CG-06': [
      rule('INSPECTION_INTERVAL_MONTHS', 'READ'),
      rule('INSPECTION_YEARS', 'BY_HAND'),
      rule('FIXED_POINT_SERVICES', 'ASKED'),
      part('租赁单位', 'Rental suppliers', '/fleet/rental-suppliers', 'fleet.read-register'),
      check('inspection-overdue'),
      part('车辆保险询价', 'Insurance rounds', '/fleet/insurance', 'fleet.read-board'),
    ],
    'CG-07': [
      part('车辆登记和处置', 'The vehicle book', '/fleet/vehicles', 'fleet.keep-register'),
      rule('COMPULSORY_SCRAPPING', 'BY_HAND'),
    ],
  },
}

export const instrumentCodes = Object.keys(instruments)
