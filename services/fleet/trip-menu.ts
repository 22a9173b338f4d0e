import type { MenuEntry } from '#kernel/contract/module.ts'
import { text } from '#kernel/contract/text.ts'

export const tripMenu: readonly MenuEntry[] = [
  {
    title: text('今天出车', 'Today’s trips'),
    path: '/fleet/my-trips',
    icon: 'vehicles',
    permission: 'fleet.own-trips',
    group: 'work',
    order: 5,
  },
  {
    title: text('出车记录', 'Trips'),
    path: '/fleet/trips',
    icon: 'vehicles',
    permission: 'fleet.read-board',
    group: 'work',
    order: 28,
  },
  {
    title: text('节假日封存', 'Holiday sealing'),
    path: '/fleet/sealings',
    icon: 'safety',
    permission: 'fleet.read-register',
    group: 'manage',
    order: 44,
  },
  {
    title: text('停放检查', 'Parking checks'),
    path: '/fleet/parking',
    icon: 'place',
    permission: 'fleet.read-register',
    group: 'manage',
    order: 45,
  },
]
