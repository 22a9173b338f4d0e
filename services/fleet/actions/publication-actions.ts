import { Type } from 'typebox'
import { Day, Done, download, Id, PageOf, paging, read, write } from '#kernel/contract/action.ts'
import { text } from '#kernel/contract/text.ts'
import {
  Format,
  Publication,
  PublicationDetail,
  PublishedRow,
  PublishedTotal,
  Why,
} from '../account-schema.ts'

const publication = '/fleet/publications/:publicationId' as const
const publicationId = Id
const order = { sort: Type.Optional(Type.Enum(['published', '-published', 'from', '-from'])) }

/** 公务用车公示. */
export const publicationActions = {
  listPublications: read({
    path: '/fleet/publications',
    permission: 'fleet.read-publications',
    input: Type.Object({ ...paging, ...order }),
    output: PageOf(Publication),
    summary: text('公务用车公示', 'Published lists of trips'),
  }),
  exportPublications: download({
    path: '/fleet/publications/export',
    permission: 'fleet.read-publications',
    input: Type.Object({ ...order, format: Format }),
    summary: text('导出公示目录', 'Export what was published'),
  }),
  previewPublication: read({
    path: '/fleet/publications/preview',
    permission: 'fleet.publish',
    input: Type.Object({ from: Day, to: Day }),
    output: Type.Object({ rows: Type.Array(PublishedRow), total: PublishedTotal }),
    summary: text('公示内容预览', 'What would be published'),
  }),
  publish: write({
    path: '/fleet/publications',
    permission: 'fleet.publish',
    input: Type.Object({ title: Type.String({ minLength: 1, maxLength: 200 }), from: Day, to: Day }),
    output: Type.Object({ id: Id }),
    summary: text('发布公示', 'Publish a list of trips'),
  }),
  readPublication: read({
    path: publication,
    permission: 'fleet.read-publications',
    input: Type.Object({ publicationId }),
    output: PublicationDetail,
    summary: text('一份公示', 'A published list'),
  }),
  takeDownPublication: write({
    path: `${publication}/taking-down`,
    permission: 'fleet.publish',
    input: Type.Object({ publicationId, reason: Why }),
    output: Done,
    summary: text('撤下公示', 'Take a list down'),
  }),
  exportPublication: download({
    path: `${publication}/export`,
    permission: 'fleet.read-publications',
    input: Type.Object({ publicationId, format: Format }),
    summary: text('导出公示', 'Export a published list'),
  }),
}
