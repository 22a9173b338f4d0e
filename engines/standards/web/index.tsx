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
  },
}
