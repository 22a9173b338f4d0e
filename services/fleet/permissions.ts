import type { Permission } from '#kernel/contract/module.ts'
import { allRoles, centreRoles, everyoneButAuditor } from '#kernel/contract/roles.ts'
import { text } from '#kernel/contract/text.ts'

/** Who may do what with vehicles; which rows is `server/policy.ts`. */
export const fleetPermissions = {
  'fleet.request': { title: text('申请用车', 'Ask for a vehicle'), roles: everyoneButAuditor },
  'fleet.read-requests': {
    title: text('查看用车申请', 'Read requests for vehicles'),
    roles: allRoles,
  },
  'fleet.read-unit-requests': {
    title: text('查看本单位的用车申请', 'Read the requests of the own unit'),
    roles: ['liaison', 'manager', 'director'],
  },
  'fleet.read-all-requests': {
    title: text('查看全部用车申请', 'Read every request'),
    roles: ['dispatcher', 'manager', 'director', 'auditor', 'admin'],
  },
  'fleet.read-register': { title: text('查看车辆和驾驶员', 'Read the vehicle book'), roles: centreRoles },
  'fleet.keep-register': {
    title: text('登记车辆、驾驶员、证照和保养', 'Keep the vehicle book'),
    roles: ['dispatcher', 'manager', 'admin'],
  },
  'fleet.retire': { title: text('处置车辆', 'Retire vehicles'), roles: ['manager'] },
  'fleet.check-etiquette': {
    title: text('检查司机礼仪', 'Check drivers’ manners'),
    roles: ['manager'],
  },
  'fleet.open-quotes': { title: text('保险报价开标', 'Open sealed quotes'), roles: ['manager'] },
  'fleet.dispatch': { title: text('调度派车', 'Dispatch vehicles'), roles: ['dispatcher', 'manager'] },
  'fleet.read-board': {
    title: text('看派车台', 'See the dispatch board'),
    roles: ['dispatcher', 'manager', 'director', 'auditor'],
  },
  'fleet.drive': { title: text('出车', 'Drive'), roles: ['worker', 'dispatcher', 'manager'] },
  'fleet.own-trips': { title: text('我的出车任务', 'Own trips'), roles: ['worker'] },
  'fleet.read-accounts': {
    title: text('查看单车核算和用车费用', 'See vehicle accounts'),
    roles: ['dispatcher', 'manager', 'director', 'auditor', 'admin'],
  },
  'fleet.close-accounts': {
    title: text('单车核算月结', 'Close the accounts of a month'),
    roles: ['manager', 'admin'],
  },
  'fleet.read-unit-use': {
    title: text('查看单位用车', 'See the use of vehicles by unit'),
    roles: ['liaison', 'dispatcher', 'manager', 'director', 'auditor', 'admin'],
  },
  'fleet.read-publications': {
    title: text('查看用车公示', 'Read published lists of trips'),
    roles: allRoles,
  },
  'fleet.publish': { title: text('发布用车公示', 'Publish lists of trips'), roles: ['manager', 'director'] },
  'fleet.read-safety': { title: text('查看车辆安全学习', 'See vehicle safety meetings'), roles: centreRoles },
  'fleet.keep-safety': {
    title: text('登记车辆安全学习', 'Note vehicle safety meetings'),
    roles: ['dispatcher', 'manager', 'admin'],
  },
  'fleet.sign-safety': {
    title: text('安全学习签到', 'Sign in at safety meetings'),
    roles: ['worker', 'dispatcher', 'manager', 'admin'],
  },
  'fleet.read-rules': {
    title: text('查看用车制度', 'Read the instruments on official vehicles'),
    roles: centreRoles,
  },
  'fleet.supervise': {
    title: text('公车监督', 'Supervise official vehicles'),
    roles: ['auditor', 'director', 'manager'],
  },
  'fleet.read-tracks': {
    title: text('查看车辆轨迹（留痕）', 'Look at tracks, on record'),
    roles: ['dispatcher', 'manager', 'auditor'],
  },
  'fleet.exchange': {
    title: text('数据交换和定位接入', 'Exchange data, take positions in'),
    roles: ['admin', 'manager'],
  },
  'fleet.give-opinion': { title: text('提公车意见', 'Give an opinion'), roles: everyoneButAuditor },
  'fleet.read-opinions': { title: text('查看公车意见', 'Read opinions'), roles: allRoles },
  'fleet.read-all-opinions': {
    title: text('查看全部公车意见', 'Read every opinion'),
    roles: ['dispatcher', 'manager', 'director', 'auditor', 'admin'],
  },
  'fleet.answer-opinions': {
    title: text('答复和采纳公车意见', 'Answer and adopt opinions'),
    roles: ['dispatcher', 'manager'],
  },
  'fleet.import': {
    title: text('导入车辆、驾驶员和出车记录', 'Import vehicles, drivers and trips'),
    roles: ['admin', 'manager'],
  },
} as const satisfies Record<string, Permission>
