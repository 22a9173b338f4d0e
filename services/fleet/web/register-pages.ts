import { text } from '#kernel/contract/text.ts'
import type { WebPage } from '#kernel/web/web-module.ts'
import { quotePath } from '../insurance-words.ts'

/** Vehicles, drivers, the roster and what falls due. */
export const registerPages: readonly WebPage[] = [
  {
    path: '/fleet/vehicles',
    title: text('车辆', 'Vehicles'),
    permission: 'fleet.read-register',
    load: () => import('./register/vehicles-page.tsx'),
  },
  {
    path: '/fleet/vehicles/:vehicleId',
    title: text('车辆', 'Vehicle'),
    permission: 'fleet.read-register',
    load: () => import('./register/vehicle-page.tsx'),
  },
  {
    path: '/fleet/acquisitions',
    title: text('车辆购置', 'Vehicles to buy'),
    permission: 'fleet.read-board',
    load: () => import('./register/acquisitions-page.tsx'),
  },
  {
    path: '/fleet/acquisitions/:acquisitionId',
    title: text('车辆购置', 'Vehicle to buy'),
    permission: 'fleet.read-board',
    load: () => import('./register/acquisition-page.tsx'),
  },
  {
    path: '/fleet/insurance',
    title: text('保险询价', 'Insurance rounds'),
    permission: 'fleet.read-board',
    load: () => import('./register/rounds-page.tsx'),
  },
  {
    path: '/fleet/insurance/:roundId',
    title: text('保险询价', 'Insurance round'),
    permission: 'fleet.read-board',
    load: () => import('./register/round-page.tsx'),
  },
  {
    path: `${quotePath}:code`,
    title: text('保险报价', 'Insurance quote'),
    permission: 'public',
    load: () => import('./register/quote-page.tsx'),
  },
  {
    path: '/fleet/due',
    title: text('到期日历', 'What falls due'),
    permission: 'fleet.read-board',
    load: () => import('./register/due-page.tsx'),
  },
  {
    path: '/fleet/incidents',
    title: text('事故和违章', 'Accidents and violations'),
    permission: 'fleet.read-board',
    load: () => import('./register/incidents-page.tsx'),
  },
  {
    path: '/fleet/drivers',
    title: text('驾驶员', 'Drivers'),
    permission: 'fleet.read-register',
    load: () => import('./register/drivers-page.tsx'),
  },
  {
    path: '/fleet/drivers/:driverId',
    title: text('驾驶员', 'Driver'),
    permission: 'fleet.read-register',
    load: () => import('./register/driver-page.tsx'),
  },
  {
    path: '/fleet/roster',
    title: text('排班表', 'Duty roster'),
    permission: 'fleet.read-board',
    load: () => import('./register/roster-page.tsx'),
  },
  {
    path: '/fleet/me',
    title: text('我的请假和排班', 'My leave and duty'),
    permission: 'fleet.own-trips',
    load: () => import('./register/my-driver-page.tsx'),
  },
]
