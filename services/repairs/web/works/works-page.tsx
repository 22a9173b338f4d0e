import { Segmented } from 'antd'
import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { useSearch } from '#kernel/web/navigate.ts'
import { useReadPages } from '#kernel/web/use-read.ts'
import { DataTable } from '#ui/data-table.tsx'
import { Empty } from '#ui/empty.tsx'
import { type Filter, stateOptions } from '#ui/filters.ts'
import { Loading } from '#ui/loading.tsx'
import { Page } from '#ui/page.tsx'
import { Problem } from '#ui/problem.tsx'
import { LongName } from '#ui/section.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { repairs } from '../../module.ts'
import type { RepairRow } from '../../schema.ts'
import { majorStates } from '../../states.ts'
import { searchSites } from '../search-sites.ts'
import { phases } from './phases.ts'
import './works.css'

const messages = defineMessages({
  title: text('大型维修改造', 'Major works'),
  note: text(
    '勘查、比价、施工、验证，一项一项留痕。',
    'Survey, quotes, works, verification: each on record.',
  ),
  board: text('按阶段', 'By phase'),
  list: text('清单', 'List'),
  view: text('看法', 'View'),
  what: text('项目', 'Work'),
  place: text('地点', 'Where'),
  phase: text('进度', 'Phase'),
  unit: text('单位', 'Unit'),
  cost: text('费用', 'Cost'),
  since: text('提出', 'Asked'),
  site: text('物业', 'Site'),
  open: text('只看在办', 'Open only'),
  find: text('编号、内容、地点', 'Number, words, place'),
  none: text('还没有大型维修改造', 'No major works yet'),
  next: text(
    '在报修单上把等级定为“大型维修改造”，就会出现在这里。',
    'Grade a repair as major and it appears here.',
  ),
  empty: text('没有', 'None'),
})

const filters: Filter[] = [
  { key: 'majorState', kind: 'select', label: messages.phase, options: stateOptions(majorStates) },
  { key: 'siteId', kind: 'search', label: messages.site, search: searchSites },
  { key: 'open', kind: 'toggle', label: messages.open },
]

const major = { grade: 'MAJOR_REPAIR' } as const

/** The major works: where each stands, as a board by phase or as a list. */
export default function WorksPage() {
  const t = useText(messages)
  const format = useFormat()
  const [search, change] = useSearch()
  const list = search.view === 'list'
  return (
    <Page
      title={t('title')}
      subtitle={t('note')}
      width="wide"
      extra={
        <Segmented
          aria-label={t('view')}
          value={list ? 'list' : 'board'}
          onChange={(value) => change({ view: value === 'list' ? 'list' : undefined })}
          options={[
            { value: 'board', label: t('board') },
            { value: 'list', label: t('list') },
          ]}
        />
      }
    >
      {list ? (
        <DataTable
          name="repairs.works"
          title={t('title')}
          read={repairs.actions.listRepairs}
          exportTo={repairs.actions.exportRepairs}
          input={major}
          filters={filters}
          search={t('find')}
          searchAs="search"
          rowPath={(key) => `/repairs/works/${key}`}
          empty={{ title: t('none'), next: t('next'), icon: 'repairs' }}
          columns={[
            { key: 'what', title: t('what'), render: (row: RepairRow) => <LongName>{row.title}</LongName> },
            {
              key: 'phase',
              title: t('phase'),
              card: 'mark',
              render: (row: RepairRow) =>
                row.majorState ? <StateTag machine={majorStates} state={row.majorState} /> : '—',
            },
            {
              key: 'place',
              title: t('place'),
              render: (row: RepairRow) => <LongName>{row.placeLabel}</LongName>,
            },
            {
              key: 'unit',
              title: t('unit'),
              render: (row: RepairRow) => <LongName>{row.clientUnit.name}</LongName>,
            },
            {
              key: 'cost',
              title: t('cost'),
              align: 'right',
              render: (row: RepairRow) => (row.costFen ? format.money(row.costFen) : '—'),
            },
            {
              key: 'since',
              title: t('since'),
              render: (row: RepairRow) => format.day(row.createdAt, 'plain'),
            },
          ]}
        />
      ) : (
        <PhaseBoard />
      )}
    </Page>
  )
}

function PhaseBoard() {
  const t = useText(messages)
  const localised = useLocalised()
  const format = useFormat()
  const pages = useReadPages(repairs.actions.listRepairs, { ...major, open: true, limit: 100 })
  if (pages.loading) return <Loading />
  if (pages.error) return <Problem error={pages.error} onRetry={pages.reload} />
  if (pages.rows.length === 0) return <Empty icon="repairs" title={t('none')} next={t('next')} />
  return (
    <div className="works-board">
      {phases.map((phase) => {
        const inside = pages.rows.filter((row) => phase.states.some((state) => state === row.majorState))
        return (
          <section key={phase.key} className="works-column" aria-label={localised(phase.title)}>
            <h2>
              {localised(phase.title)} <span className="works-count">{inside.length}</span>
            </h2>
            <p className="hq-faint">{localised(phase.todo)}</p>
            <ul>
              {inside.map((row) => (
                <li key={row.id}>
                  <LinkTo to={`/repairs/works/${row.id}`} className="works-card">
                    <strong>
                      <LongName>{row.title}</LongName>
                    </strong>
                    <span className="hq-soft">{row.placeLabel}</span>
                    <span className="works-foot">
                      {row.majorState ? <StateTag machine={majorStates} state={row.majorState} /> : null}
                      <small className="hq-faint hq-nowrap">{format.day(row.createdAt, 'short')}</small>
                    </span>
                  </LinkTo>
                </li>
              ))}
              {inside.length === 0 ? <li className="hq-faint works-none">{t('empty')}</li> : null}
            </ul>
          </section>
        )
      })}
    </div>
  )
}
