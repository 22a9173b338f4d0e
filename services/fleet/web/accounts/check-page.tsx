import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { useParam, useSearch } from '#kernel/web/navigate.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { DataTable } from '#ui/data-table.tsx'
import type { Filter } from '#ui/filters.ts'
import { Page } from '#ui/page.tsx'
import { fleet } from '../../module.ts'
import type { CheckRow } from '../../supervision-schema.ts'

const messages = defineMessages({
  supervision: text('公车监督', 'Supervision of official vehicles'),
  days: text('时间', 'Time'),
  number: text('编号', 'Number'),
  at: text('时间', 'Time'),
  detail: text('情况', 'What'),
  none: text('没有发现', 'Nothing found'),
  next: text('换一段时间再看。', 'Look at another time.'),
})

const filters: Filter[] = [{ key: 'days', kind: 'days', label: messages.days }]

/** The rows of one kind of exception; each opens its case. */
export default function CheckPage() {
  const t = useText(messages)
  const format = useFormat()
  const localised = useLocalised()
  const code = useParam('code')
  const [search] = useSearch()
  const { data } = useRead(fleet.actions.listChecks, {
    from: typeof search.from === 'string' ? search.from : undefined,
    to: typeof search.to === 'string' ? search.to : undefined,
  })
  const check = data?.items.find((one) => one.code === code)
  const title = check?.title ?? messages.supervision
  return (
    <Page
      title={title}
      width="wide"
      subtitle={check ? localised(check.ground) : undefined}
      trail={[{ title: t('supervision'), to: '/fleet/supervision' }]}
    >
      <DataTable
        key={code}
        name={`fleet.check.${code}`}
        title={localised(title)}
        read={fleet.actions.listCheckRows}
        input={{ code }}
        filters={filters}
        exportTo={fleet.actions.exportChecks}
        empty={{ title: t('none'), next: t('next'), icon: 'audit' }}
        columns={[
          {
            key: 'label',
            title: t('number'),
            card: 'title',
            render: (row: CheckRow) => (row.href ? <LinkTo to={row.href}>{row.label}</LinkTo> : row.label),
          },
          { key: 'at', title: t('at'), render: (row: CheckRow) => format.moment(row.at) },
          {
            key: 'detail',
            title: t('detail'),
            card: 'bare',
            render: (row: CheckRow) => localised(row.detail),
          },
        ]}
      />
    </Page>
  )
}
