import { text } from '#kernel/contract/text.ts'
import type { WebPage } from '#kernel/web/web-module.ts'

/** Vehicles rented from others, and whom from. */
export const rentalPages: readonly WebPage[] = [
  {
    path: '/fleet/rentals',
    title: text('租赁派车', 'Rented vehicles'),
    permission: 'fleet.read-board',
    load: () => import('./rentals/rentals-page.tsx'),
  },
  {
    path: '/fleet/rentals/:rentalId',
    title: text('租赁派车', 'Rented vehicle'),
    permission: 'fleet.read-board',
    load: () => import('./rentals/rental-page.tsx'),
  },
  {
    path: '/fleet/rental-suppliers',
    title: text('租赁单位', 'Rental suppliers'),
    permission: 'fleet.read-register',
    load: () => import('./rentals/suppliers-page.tsx'),
  },
]
