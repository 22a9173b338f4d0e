import { text } from '#kernel/contract/text.ts'
import type { WebModule } from '#kernel/web/web-module.ts'
import { catalogue } from '../module.ts'

const title = text('服务目录', 'Service catalogue')

export const web: WebModule = {
  module: catalogue,
  pages: [
    { path: '/catalogue', title, permission: 'signed-in', load: () => import('./catalogue-page.tsx') },
    {
      path: '/catalogue/new',
      title: text('新增服务事项', 'New service item'),
      permission: 'catalogue.write',
      load: () => import('./new-item-page.tsx'),
    },
    { path: '/catalogue/:itemId', title, permission: 'signed-in', load: () => import('./item-page.tsx') },
    {
      path: '/catalogue/:itemId/edit',
      title: text('修改服务事项', 'Change a service item'),
      permission: 'catalogue.write',
      load: () => import('./edit-item-page.tsx'),
    },
    {
      path: '/handbook',
      title: text('服务手册', 'Service handbook'),
      permission: 'signed-in',
      load: () => import('./handbook-page.tsx'),
    },
  ],
  home: [{ roles: ['staff', 'liaison'], order: 90, load: () => import('./handbook-card.tsx') }],
  live: {
    'catalogue.item': ['/catalogue', '/standards'],
    'catalogue.handbook': ['/catalogue/handbook'],
  },
}
