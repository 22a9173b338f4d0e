import { text } from '#kernel/contract/text.ts'
import type { WebModule } from '#kernel/web/web-module.ts'
import { directory } from '../module.ts'

export const web: WebModule = {
  module: directory,
  pages: [
    {
      path: '/organisation',
      title: text('机构人员', 'Organisation'),
      permission: 'signed-in',
      load: () => import('./organisation-page.tsx'),
    },
    {
      path: '/organisation/units/:unitId',
      title: text('单位', 'Unit'),
      permission: 'signed-in',
      load: () => import('./unit-page.tsx'),
    },
    {
      path: '/organisation/people/:personId',
      title: text('人员', 'Person'),
      permission: 'signed-in',
      load: () => import('./person-page.tsx'),
    },
    {
      path: '/sites',
      title: text('物业房间', 'Sites and rooms'),
      permission: 'signed-in',
      load: () => import('./sites-page.tsx'),
    },
    {
      path: '/sites/:siteId',
      title: text('物业', 'Site'),
      permission: 'signed-in',
      load: () => import('./site-page.tsx'),
    },
  ],
  live: {
    'directory.unit': ['/directory'],
    'directory.person': ['/directory'],
    'directory.campus': ['/directory'],
    'directory.site': ['/directory'],
    'directory.room': ['/directory'],
  },
}
