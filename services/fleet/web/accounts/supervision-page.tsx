import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { stringifySearch } from '#kernel/web/navigate.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { DataTable } from '#ui/data-table.tsx'
import { ExportLinks } from '#ui/export-links.tsx'
import { Figure, Figures } from '#ui/figure.tsx'
import { FilterBar } from '#ui/filter-bar.tsx'
import { type Filter, useFilters } from '#ui/filters.ts'
import { Loading } from '#ui/loading.tsx'
import { Page } from '#ui/page.tsx'
import { Problem } from '#ui/problem.tsx'
import { Section } from '#ui/section.tsx'
import { fleet } from '../../module.ts'
import { PrintButton } from './print-button.tsx'
import './accounts.css'

const messages = defineMessages({
  title: text('公车监督', 'Supervision of official vehicles'),
  days: text('时间', 'Time'),
  span: text('{from} – {to}，发现 {n} 件', '{from} – {to}: {n} found'),
  cases: text('件', 'cases'),
  evidence: text('导出取证材料', 'Evidence'),
  ground: text('各类的依据', 'On what ground'),
  clean: text('没有发现的类别：{names}', 'Nothing found of: {names}'),
  tracks: text('谁看过轨迹', 'Who looked at tracks'),
  when: text('时间', 'Time'),
  who: text('查看人', 'Who'),
  trip: text('派车单', 'Trip'),
  why: text('原因', 'Why'),
  noLooks: text('还没有人看过轨迹', 'Nobody has looked at a track'),
  looks: text('每次查看都在这里留痕。', 'Every look stands here.'),
})

const filters: Filter[] = [{ key: 'days', kind: 'days', label: messages.days }]

/** What is not in order with official vehicles, exceptions first; each opens its rows, and these the case. */
export default function SupervisionPage() {
  const t = useText(messages)
  const format = useFormat()
  const localised = useLocalised()
  const { values, search, set, clear, count } = useFilters(filters)
  const read = useRead(fleet.actions.listChecks, values)
  const data = read.data
  const query = stringifySearch(values)
  const found = data?.items.filter((one) => one.count > 0) ?? []
  const clean = data?.items.filter((one) => one.count === 0) ?? []
  return (
    <Page
      title={t('title')}
      width="wide"
      subtitle={
        data
          ? t('span', {
              from: format.day(data.from, 'plain'),
              to: format.day(data.to, 'plain'),
              n: found.reduce((sum, one) => sum + one.count, 0),
            })
          : undefined
      }
      extra={<PrintButton />}
    >
      <div className="hq-stack">
        <FilterBar
          filters={filters}
          search={search}
          onChange={set}
          onClear={clear}
          count={count}
          extra={<ExportLinks action={fleet.actions.exportChecks} input={values} />}
        />
        {read.isPending ? <Loading /> : null}
        {read.error ? <Problem error={read.error} onRetry={() => void read.refetch()} /> : null}
        <Figures>
          {found.map((one) => (
            <Figure
              key={one.code}
              title={one.title}
              value={one.count}
              unit={t('cases')}
              decimals={0}
              better="less"
              trend={one.trend.map((point) => point.count)}
              to={`/fleet/supervision/checks/${one.code}${query}`}
            />
          ))}
        </Figures>
        {clean.length > 0 ? (
          <p className="hq-soft">
            {t('clean', { names: clean.map(({ title }) => localised(title)).join('、') })}
          </p>
        ) : null}
        {data ? (
          <Section title={t('ground')}>
            <ul>
              {data.items.map(({ code, title, ground }) => (
                <li key={code}>
                  <LinkTo to={`/fleet/supervision/checks/${code}${query}`}>{localised(title)}</LinkTo>：
                  {localised(ground)}
                </li>
              ))}
            </ul>
          </Section>
        ) : null}
        <Section title={t('tracks')}>
          <DataTable
            name="fleet.track-looks"
            title={t('tracks')}
            read={fleet.actions.listTrackLooks}
            exportTo={fleet.actions.exportTrackLooks}
            input={values}
            empty={{ title: t('noLooks'), next: t('looks'), icon: 'place' }}
            columns={[
              { key: 'number', title: t('trip'), card: 'title', render: (row) => row.number },
              { key: 'at', title: t('when'), sort: 'at', render: (row) => format.moment(row.at) },
              { key: 'by', title: t('who'), render: (row) => row.by },
              { key: 'reason', title: t('why'), render: (row) => row.reason },
            ]}
          />
        </Section>
      </div>
    </Page>
  )
}
