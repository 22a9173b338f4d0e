import { Button } from 'antd'
import type { OutputOf } from '#kernel/contract/action.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { useLocalised, useText } from '#kernel/web/messages.ts'
import { useReadPages } from '#kernel/web/use-read.ts'
import { useSession } from '#kernel/web/use-session.ts'
import { Empty } from '#ui/empty.tsx'
import { ExportLinks } from '#ui/export-links.tsx'
import { FilterBar } from '#ui/filter-bar.tsx'
import { type Filter, stateOptions, useFilters } from '#ui/filters.ts'
import { Loading } from '#ui/loading.tsx'
import { Page } from '#ui/page.tsx'
import { Problem } from '#ui/problem.tsx'
import { LongName } from '#ui/section.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { catalogue } from '../module.ts'
import { serviceClasses } from '../schema.ts'
import { itemStates } from '../states.ts'
import { words } from '../words.ts'
import './catalogue.css'
import { messages } from './messages.ts'
import { PledgeLines } from './pledge-lines.tsx'

type Item = OutputOf<typeof catalogue.actions.listItems>['items'][number]

const classFilter: Filter = {
  key: 'serviceClass',
  kind: 'select',
  label: messages.class,
  options: serviceClasses.map((value) => ({ value, label: words.serviceClass[value] })),
}
const readersFilters: Filter[] = [classFilter]
const keepersFilters: Filter[] = [
  classFilter,
  { key: 'state', kind: 'select', label: messages.state, options: stateOptions(itemStates) },
]
const notes = { WELFARE: 'welfareNote', ASSURANCE: 'assuranceNote', COMMERCIAL: 'commercialNote' } as const

/** What the centre offers, for everybody: welfare, assurance and commercial services kept apart. */
export default function CataloguePage() {
  const t = useText(messages)
  const localised = useLocalised()
  const keeper = useSession().allowed('catalogue.write')
  const filters = keeper ? keepersFilters : readersFilters
  const filter = useFilters(filters)
  const asked = { ...filter.values, ...(filter.search.q ? { search: filter.search.q } : {}) }
  const pages = useReadPages(catalogue.actions.listItems, asked)
  return (
    <Page
      title={t('title')}
      subtitle={t('subtitle')}
      width="wide"
      action={keeper ? { title: t('add'), to: '/catalogue/new' } : undefined}
      extra={<LinkTo to="/handbook">{t('handbook')}</LinkTo>}
    >
      <div className="hq-stack">
        <FilterBar
          {...filter}
          filters={filters}
          onChange={filter.set}
          onClear={filter.clear}
          placeholder={t('search')}
          extra={<ExportLinks action={catalogue.actions.exportItems} input={asked} />}
        />
        {pages.error ? <Problem error={pages.error} onRetry={pages.reload} /> : null}
        {pages.loading ? <Loading /> : null}
        {!pages.loading && !pages.error && pages.rows.length === 0 ? (
          <Empty icon="catalogue" title={t('none')} next={t('noneNext')} />
        ) : null}
        {serviceClasses.map((one) => {
          const items = pages.rows.filter(({ version }) => version.serviceClass === one)
          return items.length === 0 ? null : (
            <section key={one} aria-label={localised(words.serviceClass[one])}>
              <div className="ctg-class">
                <h2>{t('services', { name: localised(words.serviceClass[one]) })}</h2>
                <span className="hq-faint">{t(notes[one])}</span>
              </div>
              <div className="ctg-cards">
                {items.map((item) => (
                  <ItemCard key={item.id} item={item} keeper={keeper} />
                ))}
              </div>
            </section>
          )
        })}
        {pages.hasMore ? <Button onClick={pages.more}>…</Button> : null}
      </div>
    </Page>
  )
}

function ItemCard({ item, keeper }: { item: Item; keeper: boolean }) {
  const t = useText(messages)
  const localised = useLocalised()
  const { version } = item
  return (
    <LinkTo to={`/catalogue/${item.id}`} className="ctg-card">
      <div className="ctg-card-head">
        <h3>{localised(version.name)}</h3>
        {keeper && item.pendingNumber !== null ? (
          <StateTag tone="waiting" title={t('pending', { n: item.pendingNumber })} />
        ) : keeper && item.state !== 'published' ? (
          <StateTag machine={itemStates} state={item.state} />
        ) : (
          <span className="hq-faint">{localised(words.delivery[version.delivery])}</span>
        )}
      </div>
      <p>
        <LongName lines={3}>{localised(version.content)}</LongName>
      </p>
      <span className="hq-soft">{localised(version.charge)}</span>
      <PledgeLines pledges={version.pledges} />
    </LinkTo>
  )
}
