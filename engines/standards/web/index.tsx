import { text } from '#kernel/contract/text.ts'
import type { WebModule } from '#kernel/web/web-module.ts'
import { standards } from '../module.ts'

export const web: WebModule = {
  module: standards,
  pages: [
    {
      path: '/standards',
      title: text('服务标准', 'Standards'),
      permission: 'signed-in',
      load: () => import('./standards-page.tsx'),
    },
    {
      path: '/standards/new',
      title: text('新建标准', 'New standard'),
      permission: 'standards.write',
      load: () => import('./new-document-page.tsx'),
    },
    {
      path: '/standards/tree',
      title: text('标准体系', 'Standard system'),
      permission: 'signed-in',
      load: () => import('./tree-page.tsx'),
    },
    {
      path: '/standards/borrowed',
      title: text('借鉴来源', 'Borrowed sources'),
      permission: 'signed-in',
      load: () => import('./borrowed-page.tsx'),
    },
    {
      path: '/standards/planned',
      title: text('待编标准', 'Standards to be written'),
      permission: 'standards.conformity',
      load: () => import('./planned-page.tsx'),
    },
    {
      path: '/standards/:documentId',
      title: text('服务标准', 'Standard'),
      permission: 'signed-in',
      load: () => import('./document-page.tsx'),
    },
    {
      path: '/standards/:documentId/draft',
      title: text('编写标准', 'Write a standard'),
      permission: 'standards.write',
      load: () => import('./draft-page.tsx'),
    },
  ],
  live: {
    'standards.proposal': ['/standards'],
    'standards.version': ['/standards'],
    'standards.document': ['/standards'],
    'standards.node': ['/standards'],
    'standards.planned': ['/standards'],
  },
}
