import type { MenuEntry } from '#kernel/contract/module.ts'
import { text } from '#kernel/contract/text.ts'

export const rentalMenu: readonly MenuEntry[] = [
  {
    title: text('租赁派车', 'Rented vehicles'),
    path: '/fleet/rentals',
    icon: 'vehicles',
    permission: 'fleet.read-board',
    group: 'work',
    order: 29,
  },
  {
    title: text('租赁单位', 'Rental suppliers'),
    path: '/fleet/rental-suppliers',
    icon: 'shop',
    permission: 'fleet.read-register',
    group: 'manage',
    order: 45,
  },
]
