import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useSession } from '#kernel/web/use-session.ts'
import { DataTable } from '#ui/data-table.tsx'
import { Page } from '#ui/page.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import type { Publication } from '../../account-schema.ts'
import { fleet } from '../../module.ts'

const messages = defineMessages({
  title: text('用车公示', 'Published trips'),
  publish: text('发布公示', 'Publish a list'),
  name: text('公示', 'List'),
  span: text('时间', 'Time'),
  trips: text('出车（次）', 'Trips'),
  km: text('里程（公里）', 'Km'),
  cost: text('费用（元）', 'Cost, yuan'),
  published: text('发布', 'Published'),
  down: text('已撤下', 'Taken down'),
  shown: text('公示中', 'Published'),
  state: text('状态', 'State'),
  none: text('还没有公示', 'Nothing has been published yet'),
  next: text(
    '发布后，全局职工都能在这里看到用车的时间、事由、地点、里程、油耗和费用。',
    'Once published, everybody reads time, reason, place, kilometres, fuel and cost here.',
  ),
})

/** What was published of the use of vehicles; open to everybody of the bureau. */
export default function PublicationsPage() {
  const t = useText(messages)
  const format = useFormat()
  const session = useSession()
  return (
    <Page
      title={t('title')}
      width="wide"
      action={
        session.allowed('fleet.publish') ? { title: t('publish'), to: '/fleet/publications/new' } : undefined
      }
    >
      <DataTable
        name="fleet.publications"
        title={t('title')}
        read={fleet.actions.listPublications}
        exportTo={fleet.actions.exportPublications}
        rowPath={(key) => `/fleet/publications/${key}`}
        empty={{ title: t('none'), next: t('next'), icon: 'vehicles' }}
        columns={[
          { key: 'title', title: t('name'), card: 'title', render: (row: Publication) => row.title },
          {
            key: 'span',
            title: t('span'),
            sort: 'from',
            render: (row: Publication) => `${format.day(row.from, 'plain')} – ${format.day(row.to, 'plain')}`,
          },
          { key: 'trips', title: t('trips'), align: 'right', render: (row: Publication) => row.total.trips },
          {
            key: 'km',
            title: t('km'),
            align: 'right',
            render: (row: Publication) => format.number(row.total.km),
          },
          {
            key: 'cost',
            title: t('cost'),
            align: 'right',
            render: (row: Publication) => format.number(row.total.costFen / 100, { decimals: 2 }),
          },
          {
            key: 'published',
            title: t('published'),
            sort: 'published',
            render: (row: Publication) => `${format.day(row.publishedAt, 'plain')} ${row.publishedBy}`,
          },
          {
            key: 'state',
            title: t('state'),
            card: 'mark',
            render: (row: Publication) =>
              row.takenDown ? (
                <StateTag tone="ended" title={t('down')} />
              ) : (
                <StateTag tone="good" title={t('shown')} />
              ),
          },
        ]}
      />
    </Page>
  )
}
