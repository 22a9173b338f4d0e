import type { MenuEntry } from '#kernel/contract/module.ts'
import { text } from '#kernel/contract/text.ts'

/** The pages of the accounts in the menu. */
export const accountMenu: readonly MenuEntry[] = [
  {
    title: text('单车核算', 'Vehicle accounts'),
    path: '/fleet/accounts',
    icon: 'vehicles',
    permission: 'fleet.read-accounts',
    group: 'figures',
    order: 40,
  },
  {
    title: text('单位用车', 'Use by unit'),
    path: '/fleet/unit-use',
    icon: 'units',
    permission: 'fleet.read-unit-use',
    group: 'figures',
    order: 41,
  },
  {
    title: text('公车监督', 'Supervision of vehicles'),
    path: '/fleet/supervision',
    icon: 'audit',
    permission: 'fleet.supervise',
    group: 'figures',
    order: 42,
  },
  {
    title: text('用车制度', 'Rules on vehicles'),
    path: '/fleet/rules',
    icon: 'rules',
    permission: 'fleet.read-rules',
    group: 'manage',
    order: 46,
  },
  {
    title: text('用车公示', 'Published trips'),
    path: '/fleet/publications',
    icon: 'report',
    permission: 'fleet.read-publications',
    group: 'work',
    order: 45,
  },
  {
    title: text('车辆安全', 'Vehicle safety'),
    path: '/fleet/safety',
    icon: 'safety',
    permission: 'fleet.read-safety',
    group: 'work',
    order: 46,
  },
  {
    title: text('数据交换', 'Data exchange'),
    path: '/fleet/exchange',
    icon: 'database',
    permission: 'fleet.exchange',
    group: 'manage',
    order: 60,
  },
]
