import { text } from '#kernel/contract/text.ts'
import type { WebPage } from '#kernel/web/web-module.ts'

export const accountPages: readonly WebPage[] = [
  {
    path: '/fleet/accounts',
    title: text('单车核算', 'Vehicle accounts'),
    permission: 'fleet.read-accounts',
    load: () => import('./accounts/accounts-page.tsx'),
  },
  {
    path: '/fleet/accounts/:vehicleId',
    title: text('一辆车的核算', 'A vehicle’s account'),
    permission: 'fleet.read-accounts',
    load: () => import('./accounts/vehicle-account-page.tsx'),
  },
  {
    path: '/fleet/unit-use',
    title: text('单位用车', 'Use by unit'),
    permission: 'fleet.read-unit-use',
    load: () => import('./accounts/unit-use-page.tsx'),
  },
  {
    path: '/fleet/publications',
    title: text('用车公示', 'Published trips'),
    permission: 'fleet.read-publications',
    load: () => import('./accounts/publications-page.tsx'),
  },
  {
    path: '/fleet/publications/new',
    title: text('发布公示', 'Publish a list'),
    permission: 'fleet.publish',
    load: () => import('./accounts/publish-page.tsx'),
  },
  {
    path: '/fleet/publications/:publicationId',
    title: text('用车公示', 'Published trips'),
    permission: 'fleet.read-publications',
    load: () => import('./accounts/publication-page.tsx'),
  },
  {
    path: '/fleet/safety',
    title: text('车辆安全', 'Vehicle safety'),
    permission: 'fleet.read-safety',
    load: () => import('./accounts/safety-page.tsx'),
  },
  {
    path: '/fleet/safety/new',
    title: text('登记安全学习会议', 'Note a safety meeting'),
    permission: 'fleet.keep-safety',
    load: () => import('./accounts/new-safety-meeting-page.tsx'),
  },
  {
    path: '/fleet/safety/:meetingId',
    title: text('安全学习会议', 'Safety meeting'),
    permission: 'fleet.read-safety',
    load: () => import('./accounts/safety-meeting-page.tsx'),
  },
  {
    path: '/fleet/supervision',
    title: text('公车监督', 'Supervision of vehicles'),
    permission: 'fleet.supervise',
    load: () => import('./accounts/supervision-page.tsx'),
  },
  {
    path: '/fleet/supervision/checks/:code',
    title: text('公车监督', 'Supervision of vehicles'),
    permission: 'fleet.supervise',
    load: () => import('./accounts/check-page.tsx'),
  },
  {
    path: '/fleet/supervision/cases/:tripId',
    title: text('一趟出车的全过程', 'A trip from asking to paying'),
    permission: 'fleet.supervise',
    load: () => import('./accounts/case-page.tsx'),
  },
  {
    path: '/fleet/rules',
    title: text('用车制度', 'Rules on vehicles'),
    permission: 'fleet.read-rules',
    load: () => import('./rules/instruments-page.tsx'),
  },
  {
    path: '/fleet/trips/:tripId/track',
    title: text('出车轨迹', 'Track of a trip'),
    permission: 'fleet.read-tracks',
    load: () => import('./accounts/track-page.tsx'),
  },
  {
    path: '/fleet/exchange',
    title: text('数据交换', 'Data exchange'),
    permission: 'fleet.exchange',
    load: () => import('./accounts/exchange-page.tsx'),
  },
]
